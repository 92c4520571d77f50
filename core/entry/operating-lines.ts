import type { Classification } from '../classification/classification.ts';
import type { Unit } from '../figures/figure.ts';
import { isOperatingRow } from '../figures/operating.ts';
import { codeOfRow } from '../figures/row.ts';
import type { Measure } from '../figures/sheets.ts';
import type { SheetContent } from './edit.ts';

/** What one unit has keyed. */
export interface OperatingUnit {
  readonly unit: Unit;
  /** its sheet `economic` */
  readonly economic: SheetContent['figures'];
  /** 分, its own 核对数; `null`: not keyed */
  readonly control: number | null;
}

/** A line of 机关运行经费: the 合计, a unit, or a 款. Amounts are 分; `null`: blank. */
export interface OperatingLine {
  readonly id: string;
  readonly kind: 'total' | 'class' | 'item';
  /** of the unit or 款; `''`: the 合计 */
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly actual: number | null;
  readonly prior: number | null;
  readonly control: number | null;
  /** 决算 without the 核对数; `null`: one of both is blank, or the line has no 核对数 */
  readonly difference: number | null;
}

const TOTAL = '合计';

/**
 * 机关运行经费 by 款, of one unit, or of several with a sum for each: which 款 count depends on the kind of the unit that
 * keyed them, so each unit is added up apart.
 *
 * @param control 分, the 核对数 of the whole
 */
export function operatingLines(
  units: readonly OperatingUnit[],
  control: number | null,
  classification: Classification,
): OperatingLine[] {
  const isDepartment = units.length > 1;
  const parts = units.flatMap((each): OperatingLine[] => {
    const sums = sumsByCode(each, classification);
    const parent = isDepartment ? each.unit.code : TOTAL;
    const lines = [...sums]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([code, { actual, prior }]): OperatingLine => ({
          id: `${each.unit.code}/${code}`,
          kind: 'item',
          code,
          name: classification.economic(code)?.name ?? '',
          parent,
          actual,
          prior,
          control: null,
          difference: null,
        }),
      );
    if (!isDepartment) return lines;
    if (lines.length === 0 && each.control === null) return [];
    return [
      lineOver(lines, { ...each.unit, id: each.unit.code, kind: 'class', control: each.control }),
      ...lines,
    ];
  });
  const items = parts.filter(({ kind }) => kind === 'item');
  return [lineOver(items, { id: TOTAL, kind: 'total', code: '', name: TOTAL, control }), ...parts];
}

function lineOver(
  lines: readonly OperatingLine[],
  { id, kind, code, name, control }: Pick<OperatingLine, 'id' | 'kind' | 'code' | 'name' | 'control'>,
): OperatingLine {
  const sum = (amounts: readonly (number | null)[]) =>
    amounts.reduce<number | null>((all, amount) => (amount === null ? all : (all ?? 0) + amount), null);
  const actual = sum(lines.map((line) => line.actual));
  const prior = sum(lines.map((line) => line.prior));
  const difference = actual === null || control === null ? null : actual - control;
  return {
    id,
    kind,
    code,
    name,
    parent: kind === 'total' ? null : TOTAL,
    actual,
    prior,
    control,
    difference,
  };
}

type Sums = Record<'actual' | 'prior', number | null>;

function sumsByCode({ unit, economic }: OperatingUnit, classification: Classification): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const { row, fund, measure, value } of economic) {
    if (fund !== 'general' || !isCompared(measure)) continue;
    if (!isOperatingRow(row, unit.kind, classification)) continue;
    const code = codeOfRow(row);
    const own = sums.get(code) ?? { actual: null, prior: null };
    own[measure] = (own[measure] ?? 0) + value;
    sums.set(code, own);
  }
  return sums;
}

function isCompared(measure: Measure): measure is keyof Sums {
  return measure === 'actual' || measure === 'prior';
}
