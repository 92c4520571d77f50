import type { CellAddress } from '../entry/edit.ts';
import {
  FUND_NAMES,
  type Fund,
  MEASURE_NAMES,
  type Measure,
  type SheetDefinition,
} from '../figures/sheets.ts';
import { heading } from '../recognition/words.ts';
import type { ImportChoices } from './choices.ts';
import type { Meaning } from './column-meaning.ts';
import { FUND_WORDS, MEASURE_WORDS } from './table-words.ts';

/** The fund and measure that a row says of itself; `null`: it does not. */
export interface RowKinds {
  readonly fund: Fund | null;
  readonly measure: Measure | null;
}

/** @returns a text: why the row cannot be understood */
export function readKinds(fundText: string, measureText: string, where: string): RowKinds | string {
  const fund = fundText === '' ? null : FUND_WORDS.get(heading(fundText));
  const measure = measureText === '' ? null : MEASURE_WORDS.get(heading(measureText));
  const unknown = (what: string, text: string, names: Readonly<Record<string, string>>) =>
    `${where}的${what}“${text}”不认识，可用的是 ${Object.values(names).join('、')}，改正后再导入。`;
  if (fund === undefined) return unknown('资金', fundText, FUND_NAMES);
  if (measure === undefined) return unknown('口径', measureText, MEASURE_NAMES);
  return { fund, measure };
}

/** What the table as a whole says, or the clerk of it. */
interface TableKinds {
  readonly sheet: SheetDefinition;
  readonly choices: Pick<ImportChoices, 'fund' | 'measure'>;
  /** that the title names alone; `null`: none */
  readonly fund: Fund | null;
}

/**
 * Where a figure stands: the heading says more than the row, the row more than the clerk, the clerk more than the title.
 *
 * @returns a text: what the clerk has to say first
 */
export function cellAddress(
  row: string,
  { column, measure: own, fund: ownFund }: Extract<Meaning, { kind: 'figure' }>,
  kinds: RowKinds,
  { sheet, choices, fund: titled }: TableKinds,
): CellAddress | string {
  const measures = column.measures ?? sheet.measures;
  const sole = measures.length === 1 ? (measures[0] ?? null) : null;
  const measure = own ?? kinds.measure ?? sole ?? choices.measure;
  if (measure === null) return '表上没有写明是年初预算、全年预算、决算还是上年决算，选定口径。';
  const isSole = column.funds.length === 1 || column.funds.includes('');
  const soleFund = isSole ? (column.funds[0] ?? null) : null;
  const chosen = column.funds.find((fund) => fund === choices.fund) ?? null;
  const ofTitle = column.funds.find((fund) => fund === titled) ?? null;
  const fund = ownFund ?? kinds.fund ?? soleFund ?? chosen ?? ofTitle;
  if (fund === null) return '表上没有写明是哪种资金，选定资金。';
  return { sheet: sheet.id, row, fund, column: column.id, measure };
}
