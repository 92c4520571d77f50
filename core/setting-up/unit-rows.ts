import { isUnitCode } from '../figures/figure.ts';
import type { UnitDraft } from './setting-up.ts';

/** A unit in the list while it is typed: it may still lack anything. */
export interface UnitRow extends UnitDraft {
  /** of this list only */
  readonly id: number;
}

export interface UnitFaults {
  readonly code?: string;
  readonly name?: string;
}

const LONGEST_NAME = 100;

/** What is wrong with each row, one sentence a field; rows that are right are not in it. */
export function unitFaults(rows: readonly UnitRow[]): ReadonlyMap<number, UnitFaults> {
  const faults = rows.flatMap((row): [number, UnitFaults][] => {
    const code = codeFault(row, rows);
    const name = nameFault(row.name);
    if (code === null && name === null) return [];
    return [[row.id, { ...(code === null ? {} : { code }), ...(name === null ? {} : { name }) }]];
  });
  return new Map(faults);
}

function codeFault({ id, code }: UnitRow, rows: readonly UnitRow[]): string | null {
  if (code === '') return '没有代码，录入 1 到 20 位数字、字母或短横。';
  if (!isUnitCode(code)) return '代码只能用 1 到 20 位数字、字母或短横，以数字或字母开头，改正代码。';
  return rows.some((other) => other.id !== id && other.code === code)
    ? `代码 ${code} 用了两次，给其中一个换一个代码。`
    : null;
}

function nameFault(name: string): string | null {
  if (name.trim() === '') return '没有名称，按批复上的全称录入。';
  return name.trim().length > LONGEST_NAME ? `名称超过 ${LONGEST_NAME} 字，缩短名称。` : null;
}

/** Begun and given up: a new row with no name is as good as none. */
export function isBlankRow({ was, name }: UnitRow): boolean {
  return was === null && name.trim() === '';
}

/** The code after the highest one, as long as codes are numbers: 001, 002 → 003. */
export function nextCode(rows: readonly Pick<UnitRow, 'code'>[]): string {
  const numbers = rows.map(({ code }) => code).filter((code) => /^\d{1,15}$/.test(code));
  const highest = Math.max(0, ...numbers.map(Number));
  const width = Math.max(3, ...numbers.map((code) => code.length));
  return String(highest + 1).padStart(width, '0');
}

/** With a new row at the end, of an institution as most units are. */
export function withNewRow(rows: readonly UnitRow[]): UnitRow[] {
  const id = Math.max(-1, ...rows.map((row) => row.id)) + 1;
  return [...rows, { id, was: null, code: nextCode(rows), name: '', kind: 'institution' }];
}

/** With a row one place up (-1) or down (1); at the edge nothing changes. */
export function withMovedRow(rows: readonly UnitRow[], id: number, by: -1 | 1): readonly UnitRow[] {
  const from = rows.findIndex((row) => row.id === id);
  const other = rows[from + by];
  const moved = rows[from];
  if (moved === undefined || other === undefined) return rows;
  return rows.map((row, index) => (index === from ? other : index === from + by ? moved : row));
}

/** What is handed on: without the rows that were begun and given up. */
export function draftsOf(rows: readonly UnitRow[]): UnitDraft[] {
  return rows
    .filter((row) => !isBlankRow(row))
    .map(({ id: _, name, ...unit }) => ({ ...unit, name: name.trim() }));
}
