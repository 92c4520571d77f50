import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { evaluate } from '../checks/amounts.ts';
import type { BookScope } from '../checks/book-facts.ts';
import type { Unit } from '../figures/figure.ts';
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
  /** 公务用车: 购置数, 保有量 and what one car cost; `null`: nobody has stated either number */
  readonly vehicles: string | null;
  /** 国有资产占用情况; `null`: not known before every unit has both registers */
  readonly assets: string | null;
  /** the units that have not, by name, with the registers that are still to begin */
  readonly lacking: readonly LackingRegisters[];
  /** 车均运行维护费, as printed in 万元; `null`: there is no car, or nothing was spent */
  readonly runningAverage: string | null;
  /** what the wording and the threshold stand on */
  readonly basis: string;
}

/** A unit whose vehicles or large equipment nobody has stated. */
export interface LackingRegisters {
  readonly unit: Unit;
  readonly registers: readonly DisclosedRegister[];
}

const DISCLOSED_REGISTERS = ['vehicles', 'equipment'] as const;
type DisclosedRegister = (typeof DISCLOSED_REGISTERS)[number];

/** A row that each register states in every year it answers for, be it 0. */
const STATED: Readonly<Record<DisclosedRegister, string>> = {
  vehicles: 'vehicles_total',
  equipment: 'equipment_large',
};

/** A unit, or the department with its units among the members. */
type DisclosedScope = Pick<BookScope, 'year' | 'sums' | 'members' | 'units'>;

interface Wanted {
  readonly entity: '部门' | '单位';
  /** id of the 报表格式 */
  readonly profile: string;
}

/**
 * The sentences that follow from the registers of a unit or of the department.
 *
 * @returns `null`: no register of vehicles or equipment is kept
 */
export function disclosureOf(
  { year, sums, members, units }: DisclosedScope,
  { entity, profile }: Wanted,
): Disclosure | null {
  const total = (row: string, column: string) => evaluate(sums, registerTerms(row, column));
  if (DISCLOSED_REGISTERS.every((register) => total(STATED[register], 'count') === null)) return null;
  const isUnit = (code: string) => units.some((each) => each.code === code);
  const lacking = members.flatMap(({ unit, sums: own }): LackingRegisters[] => {
    if (!isUnit(unit.code)) return [];
    const registers = DISCLOSED_REGISTERS.filter(
      (register) => evaluate(own, registerTerms(STATED[register], 'count')) === null,
    );
    return registers.length === 0 ? [] : [{ unit, registers }];
  });
  const wording = WORDINGS[profile] ?? WORDINGS['standard'];
  if (wording === undefined) throw new Error('there is a standard wording');
  const count = (row: string) => String(total(row, 'count') ?? 0);
  const money = (row: string) => wan(total(row, 'value'));
  // from 实物量, which also has what was keyed for a unit without a register
  const bought = counted(sums, 'vehicles_bought');
  const kept = counted(sums, 'vehicles_kept');
  const running = average(spent(sums, 'vehicle_operation'), kept);
  const purchase = average(spent(sums, 'vehicle_purchase'), bought);
  const threshold = largeEquipmentThreshold(year);
  const uses = usesOf(total);
  const fixed = evaluate(sums, termsOf('assets', 'fixed', 'original'));
  const words: Readonly<Record<string, string>> = {
    year: String(year),
    entity,
    bought: String(bought ?? 0),
    kept: String(kept ?? 0),
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
    vehicles: bought === null && kept === null ? null : filled(wording.vehicles, words),
    assets: lacking.length > 0 ? null : filled(wording.assets, words),
    lacking,
    runningAverage: running,
    basis: [wording.basis, ...(threshold.basis === 'sourced' ? [] : [threshold.source])].join('；'),
  };
}

function termsOf(sheet: string, row: string, column: string): FormulaTerm[] {
  return [{ sign: 1, sheet, measure: 'actual', columns: [column], funds: [''], select: { rows: [row] } }];
}

function registerTerms(row: string, column: string): FormulaTerm[] {
  return termsOf(REGISTER_TOTALS, row, column);
}

function counted(sums: FigureSums, row: string): number | null {
  return evaluate(sums, termsOf('counts', row, 'count'));
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
