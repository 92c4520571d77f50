import { useRef, useState } from 'react';
import type { OpenedBook } from '../../core/api.ts';
import type { Unit } from '../../core/figures/figure.ts';
import type { Problem } from '../../core/problems.ts';
import type { UnitDraft } from '../../core/setting-up/setting-up.ts';
import { draftsOf, isBlankRow, type UnitRow, unitFaults } from '../../core/setting-up/unit-rows.ts';
import { call } from '../bridge.ts';
import { useStoreOnLeaving } from '../leaving.ts';

function rowsOf(units: readonly Unit[]): UnitRow[] {
  return units.map((unit, id) => ({ id, was: unit.code, ...unit }));
}

/** What can be stored of the list as it is typed; `null`: a unit of the book would be stored wrongly. */
function storable(rows: readonly UnitRow[]): UnitRow[] | null {
  const faults = unitFaults(rows.filter((row) => !isBlankRow(row)));
  const isWrong = rows.some((row) => row.was !== null && faults.has(row.id));
  return isWrong ? null : rows.filter((row) => !isBlankRow(row) && !faults.has(row.id));
}

function isStored(drafts: readonly UnitDraft[], units: readonly Unit[]): boolean {
  const stored = rowsOf(units);
  return JSON.stringify(drafts) === JSON.stringify(draftsOf(stored));
}

interface UnitsOptions {
  readonly year: number;
  readonly units: readonly Unit[];
  readonly onStored: (book: OpenedBook) => void;
}

/** The units of one year while they are typed: stored whenever a field is left and the list holds. */
export function useUnits({ year, units, onStored }: UnitsOptions) {
  const [rows, setRows] = useState(() => rowsOf(units));
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef({ rows, stored: units });
  const queue = useRef(Promise.resolve());

  function show(next: readonly UnitRow[]) {
    latest.current.rows = [...next];
    setRows([...next]);
  }

  /** One after the other: two fields may be left before the first is stored. */
  function store() {
    queue.current = queue.current.then(storeNow);
  }

  async function storeNow() {
    const kept = storable(latest.current.rows);
    if (kept === null || isStored(draftsOf(kept), latest.current.stored)) return;
    const reply = await call('changeUnits', { year, units: draftsOf(kept) });
    if (!reply.ok) {
      setProblem(reply.error);
      // what the book has is shown again: a unit that could not go is still there
      show(rowsOf(latest.current.stored));
      return;
    }
    setProblem(null);
    const book = reply.value;
    latest.current.stored = book.years.find((each) => each.year === year)?.units ?? [];
    const codes = new Map(kept.map(({ id, code }) => [id, code]));
    show(latest.current.rows.map((row) => ({ ...row, was: codes.get(row.id) ?? row.was })));
    onStored(book);
  }
  useStoreOnLeaving(store);

  return { rows, problem, change: show, store, dismiss: () => setProblem(null) };
}
