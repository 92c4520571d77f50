import { bridgedCode } from '../../classification/bridges.ts';
import type { Classification } from '../../classification/classification.ts';
import { rowName } from '../../figures/address-name.ts';
import { codeOfRow } from '../../figures/row.ts';
import {
  FISCAL_FUNDS,
  FUND_NAMES,
  type Fund,
  findSheet,
  type Measure,
  type SheetDefinition,
} from '../../figures/sheets.ts';
import type { FormulaTerm, RowSelection } from '../../tables/formula.ts';
import type { FigureSums } from '../../tables/sums.ts';
import { threePublicTerms } from '../../tables/three-public-table.ts';
import { EVERY_ROW, evaluate } from '../amounts.ts';
import { type Claim, compared, equal, notice } from '../claim.ts';
import type { FigureFacts } from '../facts.ts';
import type { ClaimsOf } from '../rule.ts';
import { KEYED_FUNDS, lastYearOf } from './last-year.ts';
import { inWan, listed } from './wording.ts';

/** A number that was keyed as 上年决算, and what last year's own figures make it. */
interface Pair {
  /** `基本支出` */
  readonly name: string;
  readonly prior: readonly FormulaTerm[];
  readonly before: readonly FormulaTerm[];
}

/** A line of 上年决算: all its columns are one finding. */
interface PriorLine {
  readonly subject: string;
  /** `支出 2010301 行政运行（一般公共预算）` */
  readonly name: string;
  readonly isCount: boolean;
  readonly pairs: readonly Pair[];
}

/** The lines of a sheet and of some of its funds. */
interface PriorSheet {
  readonly name: string;
  readonly subject: string;
  readonly lines: readonly PriorLine[];
}

/** Which lines of a sheet are compared, whatever both years keyed them by. */
interface LineKey {
  readonly id: string;
  readonly name: string;
  readonly select: RowSelection;
}

/**
 * How a sheet's lines are compared: 经济分类 by 款, since one year may name the 项 and the other not; 结转结余 by fund
 * where either year has one line for it. A 项 that goes on under another code is one line with itself.
 */
function lineKeys(
  sheet: SheetDefinition,
  rows: readonly string[],
  classification: Classification,
): LineKey[] {
  if (sheet.id === 'economic') {
    return [...new Set(rows.map(codeOfRow))].map((code) => ({
      id: code,
      name: rowName(sheet, code, classification),
      select: { rows: rows.filter((row) => codeOfRow(row) === code) },
    }));
  }
  if (rows.includes('')) return [{ id: '', name: '', select: EVERY_ROW }];
  const bridged = (row: string) => (sheet.rows.kind === 'list' ? row : bridgedCode(row, classification.year));
  return [...new Set(rows.map(bridged))].map((id) => ({
    id,
    name: rowName(sheet, id, classification),
    select: { rows: rows.filter((row) => bridged(row) === id) },
  }));
}

function linesOf(
  figures: FigureFacts,
  classification: Classification,
  last: FigureSums,
  sheet: SheetDefinition,
  fund: Fund,
): PriorSheet {
  const rows = [
    ...new Set([...figures.sums.rows(sheet.id, [fund], 'prior'), ...last.rows(sheet.id, [fund], 'actual')]),
  ].sort();
  const kind = fund === '' ? '' : `（${FUND_NAMES[fund]}）`;
  const columns = sheet.columns.filter((column) => column.kind !== 'text' && column.funds.includes(fund));
  return {
    name: `${sheet.name}${kind}`,
    subject: `${sheet.id}/${fund}`,
    lines: lineKeys(sheet, rows, classification).map(({ id, name, select }) => ({
      subject: `${sheet.id}/${id}/${fund}`,
      name: `${[sheet.name, name].join(' ').trim()}${kind}`,
      isCount: columns.every((column) => column.kind === 'count'),
      pairs: columns.map((column): Pair => {
        const terms = (measure: Measure): FormulaTerm[] => [
          { sign: 1, sheet: sheet.id, measure, columns: [column.id], funds: [fund], select },
        ];
        return { name: column.name, prior: terms('prior'), before: terms('actual') };
      }),
    })),
  };
}

/** 三公: 上年决算 is one amount, 决算 is keyed in parts and read from 经济分类. */
function threePublicLines(): PriorSheet {
  const sheet = findSheet('three_public');
  const items = sheet?.rows.kind === 'list' ? sheet.rows.items : [];
  const select = (id: string) => ({ rows: [id] });
  return {
    name: sheet?.name ?? '',
    subject: 'three_public/',
    lines: items.map(({ id, name }) => ({
      subject: `three_public/${id}`,
      name: `${sheet?.name} ${name}`,
      isCount: false,
      pairs: [
        {
          name: '金额',
          prior: [
            {
              sign: 1,
              sheet: 'three_public',
              measure: 'prior',
              columns: ['amount'],
              funds: FISCAL_FUNDS,
              select: select(id),
            },
          ],
          before: threePublicTerms([id]),
        },
      ],
    })),
  };
}

function lineClaim(
  figures: FigureFacts,
  last: FigureSums,
  { subject, name, pairs, isCount }: PriorLine,
): Claim {
  const keyed = (terms: readonly FormulaTerm[]) => evaluate(figures.sums, terms) ?? 0;
  const before = (terms: readonly FormulaTerm[]) => evaluate(last, terms) ?? 0;
  const broken = pairs.filter((pair) => keyed(pair.prior) !== before(pair.before));
  const shown = broken.length === 0 ? pairs : broken;
  const left = figures.operand(
    `上年决算，${name}`,
    shown.flatMap(({ prior }) => prior),
  );
  const right = figures.lastOperand(
    `上年账簿的决算，${name}`,
    shown.flatMap((pair) => pair.before),
  );
  const text = (amount: number) => (isCount ? String(amount) : inWan(amount));
  const columns = shown.map((pair) => {
    const column = pairs.length > 1 ? pair.name : '';
    return `${column}录入 ${text(keyed(pair.prior))}，上年账簿 ${text(before(pair.before))}`;
  });
  const details = {
    message: `${name}上年决算：${columns.join('；')}`,
    places: left.parts().map(({ place }) => place),
    unit: isCount ? ('个' as const) : ('万元' as const),
  };
  // several columns may differ and their sums agree
  return broken.length > 1
    ? compared(subject, left, right, { holds: false, ...details })
    : equal(subject, left, right, details);
}

/** What was keyed is compared line by line; what was not is one finding of the sheet and fund. */
function sheetClaims(figures: FigureFacts, last: FigureSums, { name, subject, lines }: PriorSheet): Claim[] {
  const isKeyed = ({ pairs }: PriorLine) => pairs.some(({ prior }) => evaluate(figures.sums, prior) !== null);
  const keyed = lines.filter(isKeyed);
  // nothing of the sheet is keyed: last year is read from the book itself
  if (keyed.length === 0) return [];
  const forgotten = lines.filter(
    (line) => !isKeyed(line) && line.pairs.some(({ before }) => (evaluate(last, before) ?? 0) !== 0),
  );
  return [
    ...keyed.map((line) => lineClaim(figures, last, line)),
    notice(
      subject,
      forgotten.length === 0,
      `${name}录了上年决算，上年账簿有数而没有录的：${listed(forgotten.map((line) => line.name.replace(/^\S+ /, '')))}`,
    ),
  ];
}

/**
 * 上年决算 as keyed is what last year's figures in the same book say. The clerk's own rows (政府购买服务) are left out:
 * each year names them anew.
 */
export const priorAsLastYear: ClaimsOf = ({ figures, classification }) => {
  const last = figures && lastYearOf(figures);
  if (figures === null || last === null) return [];
  const byFund = ['income', 'expenditure', 'economic', 'balance', 'counts', 'procurement'].flatMap((id) => {
    const sheet = findSheet(id);
    if (sheet === undefined) return [];
    const funds: readonly Fund[] = sheet.columns.some(({ funds: taken }) => taken.includes(''))
      ? ['']
      : KEYED_FUNDS;
    return funds.map((fund) => linesOf(figures, classification, last, sheet, fund));
  });
  return [...byFund, threePublicLines()].flatMap((sheet) => sheetClaims(figures, last, sheet));
};
