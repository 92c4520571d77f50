import { type Finding, isOpen } from '../../core/checks/finding.ts';
import type { CellAddress } from '../../core/entry/edit.ts';
import { LEVEL_NAMES } from '../parts/level-sign.tsx';
import { amountWords } from '../tables/amount-words.ts';

/** What open findings say of one cell. */
export interface CellMark {
  readonly row: string;
  readonly level: 'error' | 'verify';
  /** the gravest first */
  readonly findings: readonly Finding[];
  /** for a tip and for a screen reader */
  readonly sentence: string;
}

/** The marked cells of one sheet of one unit's year, all its funds and measures. */
export type CellMarks = ReadonlyMap<string, CellMark>;

export const NO_MARKS: CellMarks = new Map();

/** Where more cells than these could be wrong, corners on all of them lead nowhere. */
const MOST_MARKED = 12;

type Cell = Omit<CellAddress, 'sheet'>;

export function markKey({ row, fund, column, measure }: Cell): string {
  return `${row}\n${fund}\n${column}\n${measure}`;
}

/** The cells that open findings mark; a hint marks none. */
export function cellMarks(
  findings: readonly Finding[],
  { year, unit, sheet }: { readonly year: number; readonly unit: string; readonly sheet: string },
): CellMarks {
  const marks = new Map<string, CellMark>();
  for (const level of ['error', 'verify'] as const) {
    for (const finding of findings) {
      if (finding.level !== level || !isOpen(finding) || finding.places.length > MOST_MARKED) continue;
      for (const place of finding.places) {
        if (place.kind !== 'figure' || place.year !== year) continue;
        if (place.unit !== unit || place.sheet !== sheet) continue;
        const key = markKey(place);
        const mark = marks.get(key);
        if (mark?.findings.includes(finding) === true) continue;
        marks.set(key, withFinding(mark, place.row, level, finding));
      }
    }
  }
  return marks;
}

/** Beside the cell, what both sides are says more than the law that they break. */
export function detailOf({ left, right, difference, unit, message }: Finding): string {
  if (left === null || right === null) return message;
  const sides = [left, right].map(({ name, amount }) => `${name} ${amountOf(amount, unit)}`);
  return `${sides.join('，')}，相差 ${amountOf(difference, unit)}`;
}

function amountOf(amount: string, unit: Finding['unit']): string {
  return amount === '' ? '没有录入' : amountWords(amount, unit);
}

function withFinding(
  mark: CellMark | undefined,
  row: string,
  level: CellMark['level'],
  finding: Finding,
): CellMark {
  const said = `${LEVEL_NAMES[level]}：${finding.name}。${detailOf(finding)}`;
  return {
    row,
    level: mark?.level ?? level,
    findings: [...(mark?.findings ?? []), finding],
    sentence: mark === undefined ? said : `${mark.sentence}\n${said}`,
  };
}

/** The rows in which a cell is marked otherwise than before. */
export function changedRows(before: CellMarks, after: CellMarks): Set<string> {
  const rows = new Set<string>();
  for (const [key, { row, sentence }] of before) if (after.get(key)?.sentence !== sentence) rows.add(row);
  for (const [key, { row }] of after) if (!before.has(key)) rows.add(row);
  return rows;
}
