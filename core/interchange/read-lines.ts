import { ADJUSTMENT_UNIT, type Figure } from '../figures/figure.ts';
import { namingColumn } from '../figures/free-row.ts';
import { FISCAL_FUNDS, type Fund, type SheetColumn, type SheetDefinition } from '../figures/sheets.ts';
import { LARGEST_COUNT, LARGEST_SCORE, notTakenProblem } from '../figures/taken.ts';
import type { MoneyUnit } from '../money/fen.ts';
import { decimalsOf, parseAmount } from '../money/parse.ts';
import { problem } from '../problems.ts';
import { asWord, checkKeys, type JsonObject, type Path, Refusal, refuse, shown } from './json-reader.ts';
import { type AddressContext, readFund, readRow, rowKeys } from './read-address.ts';

export interface LineContext extends AddressContext {
  readonly unit: string;
  readonly money: MoneyUnit;
}

function readValue(text: unknown, column: SheetColumn, money: MoneyUnit, path: Path): number | null {
  if (column.kind === 'count') {
    const count = typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : text;
    if (text === '' || text === null) return null;
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > LARGEST_COUNT) {
      throw new Refusal(problem('bad-count', { where: path, text: shown(text) }));
    }
    return count;
  }
  if (column.kind === 'hundredths') {
    const read = typeof text === 'string' && !/[元万¥]/.test(text) ? parseAmount(text, 'yuan') : null;
    const score = read?.ok === true ? read.value : undefined;
    if (score === undefined || (score !== null && (score < 0 || score > LARGEST_SCORE))) {
      throw new Refusal(problem('bad-score', { where: path, text: shown(text) }));
    }
    return score;
  }
  return readAmount(text, money, path);
}

/** An amount as a decimal text; blank gives `null`. Throws `Refusal`. */
export function readAmount(text: unknown, money: MoneyUnit, path: Path): number | null {
  if (typeof text !== 'string') {
    throw new Refusal(problem('wrong-type', { where: path, expected: '写成文字的金额，如 "51.32"' }));
  }
  const parsed = parseAmount(text, money);
  if (!parsed.ok) {
    const unit: MoneyUnit = /万元?$/.test(text.trim()) ? 'wan' : /元$/.test(text.trim()) ? 'yuan' : money;
    throw new Refusal(
      problem('bad-amount', {
        where: path,
        text,
        fault: parsed.error,
        unitName: unit === 'wan' ? '万元' : '元',
        decimals: decimalsOf(unit),
      }),
    );
  }
  return parsed.value;
}

/** The keys that say which row a line is: one of the clerk's own is named, and has an id where the file gives it one. */
function lineKeys(sheet: SheetDefinition): ReturnType<typeof rowKeys> {
  const naming = namingColumn(sheet);
  return naming === undefined ? rowKeys(sheet) : { required: [naming.id], optional: ['id'] };
}

/** The figures of one line of a unit's sheet or of the 差额表; blank cells give none. Throws `Refusal`. */
export function readLine(line: JsonObject, context: LineContext): Figure[] {
  const { sheet, unit, money, path } = context;
  const isAdjustment = unit === ADJUSTMENT_UNIT;
  const row = lineKeys(sheet);
  const columnIds = sheet.columns.map((column) => column.id).filter((id) => !row.required.includes(id));
  checkKeys(
    line,
    path,
    [...row.required, 'measure', ...(isAdjustment ? ['sheet', 'fund'] : [])],
    [...row.optional, 'fund', ...columnIds, ...(isAdjustment ? ['reason'] : [])],
  );
  const rowId = readRow(line, context);
  const fund = readFund(line, context);
  const measure = asWord(line['measure'], sheet.measures, '口径', `${path}.measure`);
  let reason: string | undefined;
  if (isAdjustment) {
    if ((FISCAL_FUNDS as readonly Fund[]).includes(fund))
      throw new Refusal(problem('adjustment-fund', { where: path }));
    reason = typeof line['reason'] === 'string' ? line['reason'].trim() : '';
    if (reason === '') throw new Refusal(problem('adjustment-reason', { where: path }));
  }
  return sheet.columns.flatMap((column) => {
    const text = line[column.id];
    if (text === undefined || column.kind === 'text') return [];
    const where = `${path}.${column.id}`;
    refuse(notTakenProblem(sheet, column, { fund, measure }, { where }));
    const value = readValue(text, column, money, where);
    if (value === null) return [];
    return [
      {
        unit,
        sheet: sheet.id,
        row: rowId,
        fund,
        column: column.id,
        measure,
        value,
        ...(reason === undefined ? {} : { reason }),
      },
    ];
  });
}
