import { Decimal } from 'decimal.js';
import type { Classification } from '../../classification/classification.ts';
import { rowName } from '../../figures/address-name.ts';
import { FUND_NAMES, type Fund, findSheet } from '../../figures/sheets.ts';
import { FEN_PER_UNIT, fen } from '../../money/fen.ts';
import { formatFull } from '../../money/format.ts';
import type { Facts, FigureFacts } from '../facts.ts';
import type { Place } from '../finding.ts';

/** `12.00 万元`, `0.000001 万元`: every digit. @param amount 分 */
export function inWan(amount: number): string {
  return `${formatFull(fen(amount), 'wan')} 万元`;
}

/** `4.17%`, half away from zero. @param whole not 0 */
export function percentText(part: number, whole: number): string {
  return `${new Decimal(part).times(100).div(whole).toFixed(2, Decimal.ROUND_HALF_UP)}%`;
}

/** `2010308 信访事务` */
export function itemName(row: string, classification: Classification): string {
  const sheet = findSheet('expenditure');
  return sheet === undefined ? row : rowName(sheet, row, classification);
}

/** `2010308 信访事务（一般公共预算）`; of the blank line of a fund its name alone. */
export function itemOfFund(row: string, fund: Fund, classification: Classification): string {
  return row === '' ? FUND_NAMES[fund] : `${itemName(row, classification)}（${FUND_NAMES[fund]}）`;
}

/** As many names as fit into a sentence. */
const MOST_NAMES = 3;

/** `甲、乙`; of more than three the first, and how many there are in all. */
export function listed(names: readonly string[]): string {
  const more = names.length > MOST_NAMES ? `等 ${names.length} 项` : '';
  return `${names.slice(0, MOST_NAMES).join('、')}${more}`;
}

/** A limit of a rule. Throws where its data lack it: our own bug. */
export function limitOf(limits: Readonly<Record<string, number>>, name: string): number {
  const limit = limits[name];
  if (limit === undefined) throw new Error(`the rule has no limit ${name}`);
  return limit;
}

/** A limit that the rule book states in 万元, in 分. */
export function wanLimit(limits: Readonly<Record<string, number>>, name: string): number {
  return new Decimal(limitOf(limits, name)).times(FEN_PER_UNIT.wan).round().toNumber();
}

/** A cell of the unit that the facts are about, whether anything is keyed there or not. */
export function ownCell(
  { year }: Pick<Facts, 'year'>,
  { unit }: Pick<FigureFacts, 'unit'>,
  cell: Omit<Extract<Place, { kind: 'figure' }>, 'kind' | 'year' | 'unit'>,
): Place {
  return { kind: 'figure', year, unit: unit.code, ...cell };
}
