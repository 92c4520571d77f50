import { useRef, useState } from 'react';
import type { Scope } from '../../core/api.ts';
import type { Comparison } from '../../core/comparison/comparison.ts';
import type { Problem } from '../../core/problems.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { call } from '../bridge.ts';
import { storeEverything } from '../leaving.ts';

interface Outcome {
  /** what was compared: a comparison belongs to the year and unit it was made for */
  readonly scope: string;
  readonly state: 'running' | 'done';
  /** `null`: none was made yet */
  readonly comparison: Comparison | null;
  readonly problem: Problem | null;
  /** of the book when it was compared */
  readonly revision: number;
}

export interface ComparisonState {
  readonly isRunning: boolean;
  readonly comparison: Comparison | null;
  readonly problem: Problem | null;
  /** the book's revision when it was compared; with another one the answer may be out of date */
  readonly revision: number;
  readonly start: () => Promise<void>;
  readonly dismiss: () => void;
}

/**
 * 与批复表核对 of the chosen year and unit. It outlives the page: a difference is mended on another one, and one of the
 * department in a unit. It shows only with the choice it was made for.
 */
export function useComparison(scope: Scope | null, desk: BookDesk): ComparisonState {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // the dialog is open, or the workbook is being read
  const busy = useRef(false);
  const key = JSON.stringify(scope);
  const current = outcome?.scope === key ? outcome : null;

  async function start() {
    if (scope === null || busy.current) return;
    busy.current = true;
    storeEverything();
    const { revision } = desk;
    const before = current;
    const asked = { scope: key, comparison: before?.comparison ?? null, problem: null };
    setOutcome({ ...asked, state: 'running', revision: before?.revision ?? revision });
    const reply = await call('compareTables', scope);
    busy.current = false;
    const settled = (outcome: Outcome | null) => setOutcome((old) => (old?.scope === key ? outcome : old));
    if (!reply.ok)
      settled({ ...asked, state: 'done', problem: reply.error, revision: before?.revision ?? revision });
    else if (reply.value === null) settled(before);
    else settled({ ...asked, state: 'done', comparison: reply.value, revision });
  }

  return {
    isRunning: current?.state === 'running',
    comparison: current?.comparison ?? null,
    problem: current?.problem ?? null,
    revision: current?.revision ?? 0,
    start,
    dismiss: () => setOutcome((old) => old && { ...old, problem: null }),
  };
}
