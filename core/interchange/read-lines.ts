import type { Classification } from '../classification/classification.ts';
import { ADJUSTMENT_UNIT, type Figure, UNIT_KINDS } from '../figures/figure.ts';
import { writeEconomicRow } from '../figures/row.ts';
import {
  FISCAL_FUNDS,
  FUND_NAMES,
  FUNDS,
  type Fund,
  MEASURE_NAMES,
  type Measure,
  type SheetColumn,
  type SheetDefinition,
} from '../figures/sheets.ts';
import type { MoneyUnit } from '../money/fen.ts';
import { decimalsOf, parseAmount } from '../money/parse.ts';
import { problem } from '../problems.ts';
import { economicItem, functionItem } from './code-rules.ts';
import { asText, asWord, checkKeys, type JsonObject, type Path, Refusal, shown } from './json-reader.ts';

export interface LineContext {
  readonly unit: string;
  readonly sheet: SheetDefinition;
  readonly money: MoneyUnit;
  readonly classification: Classification;
  readonly path: Path;
}

/** The keys that say which row a line is, by kind of sheet. */
function rowKeys(sheet: SheetDefinition): { required: readonly string[]; optional: readonly string[] } {
  switch (sheet.rows.kind) {
    case 'function':
      return { required: ['code'], optional: [] };
    case 'function-or-blank':
      return { required: [], optional: ['code'] };
    case 'economic':
      return { required: ['code'], optional: ['item', 'org'] };
    case 'list':
      return { required: ['item'], optional: [] };
  }
}

function readRow(line: JsonObject, { sheet, classification, path }: LineContext): string {
  switch (sheet.rows.kind) {
    case 'function':
      return functionItem(asText(line['code'], `${path}.code`), classification, `${path}.code`);
    case 'function-or-blank':
      return line['code'] === undefined
        ? ''
        : functionItem(asText(line['code'], `${path}.code`), classification, `${path}.code`);
    case 'economic': {
      const code = economicItem(asText(line['code'], `${path}.code`), classification, `${path}.code`);
      const item =
        line['item'] === undefined
          ? {}
          : { item: functionItem(asText(line['item'], `${path}.item`), classification, `${path}.item`) };
      const org =
        line['org'] === undefined ? {} : { org: asWord(line['org'], UNIT_KINDS, '单位类别', `${path}.org`) };
      return writeEconomicRow({ code, ...item, ...org });
    }
    case 'list':
      return asWord(
        line['item'],
        sheet.rows.items.map((item) => item.id),
        '行',
        `${path}.item`,
      );
  }
}

function readFund(line: JsonObject, sheet: SheetDefinition, path: Path): Fund {
  const taken = FUNDS.filter((fund) => sheet.columns.some((column) => column.funds.includes(fund)));
  if (line['fund'] === undefined) {
    if (taken.includes('')) return '';
    throw new Refusal(problem('missing-key', { where: path, key: 'fund' }));
  }
  return asWord(line['fund'], FUNDS, '资金', `${path}.fund`);
}

function readValue(text: unknown, column: SheetColumn, money: MoneyUnit, path: Path): number | null {
  if (column.kind === 'count') {
    const count = typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : text;
    if (text === '' || text === null) return null;
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > 999_999_999) {
      throw new Refusal(problem('bad-count', { where: path, text: shown(text) }));
    }
    return count;
  }
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

function checkTaken(column: SheetColumn, fund: Fund, measure: Measure, sheet: SheetDefinition, path: Path) {
  const measures = column.measures ?? sheet.measures;
  if (!measures.includes(measure)) {
    const takes = measures.map((taken) => MEASURE_NAMES[taken]);
    throw new Refusal(
      problem('measure-not-taken', {
        where: path,
        column: column.name,
        measure: MEASURE_NAMES[measure],
        takes,
      }),
    );
  }
  if (!column.funds.includes(fund)) {
    throw new Refusal(
      problem('fund-not-taken', {
        where: path,
        column: column.name,
        fund: FUND_NAMES[fund],
        takes: column.funds.map((taken) => FUND_NAMES[taken]),
        ...(column.note === undefined ? {} : { note: column.note }),
      }),
    );
  }
}

/** The figures of one line of a unit's sheet or of the 差额表; blank cells give none. Throws `Refusal`. */
export function readLine(line: JsonObject, context: LineContext): Figure[] {
  const { sheet, unit, money, path } = context;
  const isAdjustment = unit === ADJUSTMENT_UNIT;
  const row = rowKeys(sheet);
  const columnIds = sheet.columns.map((column) => column.id);
  checkKeys(
    line,
    path,
    [...row.required, 'measure', ...(isAdjustment ? ['sheet', 'fund'] : [])],
    [...row.optional, 'fund', ...columnIds, ...(isAdjustment ? ['reason'] : [])],
  );
  const rowId = readRow(line, context);
  const fund = readFund(line, sheet, path);
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
    if (text === undefined) return [];
    const where = `${path}.${column.id}`;
    checkTaken(column, fund, measure, sheet, where);
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
