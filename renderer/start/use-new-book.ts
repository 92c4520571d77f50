import { useRef, useState } from 'react';
import type { OpenedBook } from '../../core/api.ts';
import { FIRST_YEAR, LAST_YEAR } from '../../core/figures/figure.ts';
import type { MoneyUnit } from '../../core/money/fen.ts';
import type { Problem } from '../../core/problems.ts';
import { profileOfRegion } from '../../core/setting-up/regions.ts';
import type { NewBook } from '../../core/setting-up/setting-up.ts';
import { draftsOf, isBlankRow, type UnitRow, unitFaults } from '../../core/setting-up/unit-rows.ts';
import { call } from '../bridge.ts';

/** A new book while it is typed. */
interface Draft {
  readonly name: string;
  readonly region: string;
  readonly money: MoneyUnit;
  /** `null`: the one proposed for the region */
  readonly profile: string | null;
  readonly year: string;
  readonly units: readonly UnitRow[];
}

export interface NewBookFaults {
  readonly name: string | null;
  readonly year: string | null;
  readonly hasUnitFaults: boolean;
}

/** The first unit of a department is its own office, until the clerk says otherwise. */
function officeOf(department: string): string {
  return department.trim() === '' ? '' : `${department.trim()}（本级）`;
}

const COMMON_PROFILE = 'mof';

function faultsOf({ name, year, units }: Draft): NewBookFaults {
  const isYear = /^\d{4}$/.test(year) && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
  return {
    name: name.trim() === '' ? '没有部门名称，按批复上的全称录入。' : null,
    year: isYear ? null : `年度不对，录入 ${FIRST_YEAR} 到 ${LAST_YEAR} 之间的一年。`,
    hasUnitFaults: unitFaults(unitsOf(units)).size > 0,
  };
}

/** At least one unit is asked for; what was begun behind it and given up is none. */
function unitsOf(rows: readonly UnitRow[]): UnitRow[] {
  return rows.filter((row, index) => index === 0 || !isBlankRow(row));
}

/** @param today whose last year is what one closes */
export function useNewBook(today: Date, onOpened: (book: OpenedBook) => void) {
  const [draft, setDraft] = useState<Draft>(() => ({
    name: '',
    region: '',
    money: 'wan',
    profile: null,
    year: String(today.getFullYear() - 1),
    units: [{ id: 0, was: null, code: '001', name: '', kind: 'administrative' }],
  }));
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);
  const faults = faultsOf(draft);
  const profile = draft.profile ?? profileOfRegion(draft.region) ?? COMMON_PROFILE;

  const set = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));

  function setName(name: string) {
    setDraft((old) => ({
      ...old,
      name,
      units: old.units.map((unit, index) =>
        index === 0 && unit.name === officeOf(old.name) ? { ...unit, name: officeOf(name) } : unit,
      ),
    }));
  }

  /** @returns false: something is missing, and is said beside its field */
  function make(): boolean {
    setAsked(true);
    if (faults.name !== null || faults.year !== null || faults.hasUnitFaults) return false;
    void ask({
      department: { name: draft.name.trim(), region: draft.region.trim(), money: draft.money },
      profile,
      year: Number(draft.year),
      units: draftsOf(draft.units),
    });
    return true;
  }

  async function ask(book: NewBook) {
    if (busy.current) return;
    busy.current = true;
    setProblem(null);
    const reply = await call('newBook', book);
    busy.current = false;
    if (!reply.ok) setProblem(reply.error);
    else if (reply.value !== null) onOpened(reply.value);
  }

  return { draft, profile, faults: isAsked ? faults : null, problem, setProblem, set, setName, make };
}
