import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { evaluate } from '../checks/amounts.ts';
import { FEN_PER_UNIT, type Fen } from '../money/fen.ts';
import { formatPrinted } from '../money/format.ts';
import type { FormulaTerm } from '../tables/formula.ts';
import type { FigureSums } from '../tables/sums.ts';
import { threePublicTerms } from '../tables/three-public-table.ts';
import wordings from './data/sentences.json' with { type: 'json' };
import { fieldOf, largeEquipmentThreshold, registerOf } from './register.ts';
import { REGISTER_TOTALS } from './totals.ts';

const wordingSchema = z.strictObject({
  /** what the wording stands on */
  basis: z.string(),
  vehicles: z.string(),
  assets: z.string(),
  fixed: z.string(),
  uses: z.string(),
  running_average: z.string(),
  purchase_average: z.string(),
});

const WORDINGS = z.record(z.string(), wordingSchema).parse(wordings);

/** What the registers say in the text that is published with the tables. */
export interface Disclosure {
  /** 公务用车: 购置数, 保有量 and what one car cost */
  readonly vehicles: string;
  /** 国有资产占用情况 */
  readonly assets: string;
  /** 车均运行维护费, as printed in 万元; `null`: there is no car, or nothing was spent */
  readonly runningAverage: string | null;
  /** what the wording and the threshold stand on */
  readonly basis: string;
}

interface DisclosureOf {
  readonly year: number;
  readonly entity: '部门' | '单位';
  /** id of the 报表格式 */
  readonly profile: string;
}

/**
 * The sentences that follow from the registers of a unit or of the department.
 *
 * @param sums the figures of the year, with what the registers say among them
 * @returns `null`: no register of vehicles or equipment is kept
 */
export function disclosureOf(sums: FigureSums, { year, entity, profile }: DisclosureOf): Disclosure | null {
  const total = (row: string, column: string) => evaluate(sums, registerTerms(row, column));
  if (total('vehicles_total', 'count') === null && total('equipment_large', 'count') === null) return null;
  const wording = WORDINGS[profile] ?? WORDINGS['standard'];
  if (wording === undefined) throw new Error('there is a standard wording');
  const count = (row: string) => String(total(row, 'count') ?? 0);
  const money = (row: string) => wan(total(row, 'value'));
  const running = average(spent(sums, 'vehicle_operation'), total('vehicles_kept', 'count'));
  const purchase = average(spent(sums, 'vehicle_purchase'), total('vehicles_bought', 'count'));
  const threshold = largeEquipmentThreshold(year);
  const uses = usesOf(total);
  const fixed = evaluate(sums, [
    {
      sign: 1,
      sheet: 'assets',
      measure: 'actual',
      columns: ['original'],
      funds: [''],
      select: { rows: ['fixed'] },
    },
  ]);
  const words: Readonly<Record<string, string>> = {
    year: String(year),
    entity,
    bought: count('vehicles_bought'),
    kept: count('vehicles_kept'),
    total: count('vehicles_total'),
    total_value: money('vehicles_total'),
    equipment: count('equipment_large'),
    equipment_value: money('equipment_large'),
    equipment_bought: count('equipment_bought'),
    threshold: new Decimal(threshold.value).div(FEN_PER_UNIT.wan).toString(),
    uses: uses === '' ? '' : filled(wording.uses, { list: uses }),
    fixed: fixed === null ? '' : filled(wording.fixed, { fixed_value: wan(fixed) }),
    running_average:
      running === null ? '' : filled(wording.running_average, { running_average_value: running }),
    purchase_average:
      purchase === null ? '' : filled(wording.purchase_average, { purchase_average_value: purchase }),
  };
  return {
    vehicles: filled(wording.vehicles, words),
    assets: filled(wording.assets, words),
    runningAverage: running,
    basis: [wording.basis, ...(threshold.basis === 'sourced' ? [] : [threshold.source])].join('；'),
  };
}

function registerTerms(row: string, column: string): FormulaTerm[] {
  const all = { sign: 1, measure: 'actual', columns: [column], funds: [''] } as const;
  return [{ ...all, sheet: REGISTER_TOTALS, select: { rows: [row] } }];
}

function spent(sums: FigureSums, item: string): Fen | null {
  return evaluate(sums, threePublicTerms([item]));
}

/** What one of them cost, in 万元 with two decimals, half away from zero. */
function average(amount: Fen | null, count: number | null): string | null {
  if (amount === null || amount === 0 || count === null || count === 0) return null;
  return new Decimal(amount).div(FEN_PER_UNIT.wan).div(count).toFixed(2, Decimal.ROUND_HALF_UP);
}

function wan(amount: Fen | null): string {
  return amount === null ? '0.00' : formatPrinted(amount, 'wan').replaceAll(',', '');
}

/** `机要通信用车1辆、其他用车2辆`; a use that no car has is left out. */
function usesOf(total: (row: string, column: string) => number | null): string {
  return (fieldOf(registerOf('vehicles'), 'use').choices ?? [])
    .flatMap(({ id, name }) => {
      const count = total(`use_${id}`, 'count') ?? 0;
      return count === 0 ? [] : [`${name}${count}辆`];
    })
    .join('、');
}

function filled(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => words[name] ?? slot);
}
