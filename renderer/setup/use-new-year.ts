import { useCallback, useEffect, useState } from 'react';
import type { BookYearState, OpenedBook } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import type { NewYear, NewYearPlan } from '../../core/setting-up/setting-up.ts';
import { call } from '../bridge.ts';

/** The years of the book, and what opening the one after `from` would carry over. */
export function useNewYear(from: number, onOpened: (book: OpenedBook, year: number) => void) {
  const [years, setYears] = useState<readonly BookYearState[]>([]);
  const [plan, setPlan] = useState<NewYearPlan | null>(null);
  /** old codes that keep their code in the new year */
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);

  const read = useCallback(async () => {
    const [state, planned] = await Promise.all([
      call('bookYears'),
      call('planYear', { from, to: from + 1, codes: [] }),
    ]);
    if (state.ok) setYears(state.value);
    else setProblem(state.error);
    if (planned.ok) setPlan(planned.value);
    else setProblem(planned.error);
  }, [from]);

  useEffect(() => {
    setKept(new Set());
    void read();
  }, [read]);

  function toggle(code: string) {
    setKept((old) => new Set(old.has(code) ? [...old].filter((each) => each !== code) : [...old, code]));
  }

  async function open() {
    if (plan === null || isBusy) return;
    setBusy(true);
    const codes = plan.renamed
      .filter(({ from: code }) => !kept.has(code))
      .map(({ from: code, to }) => ({ from: code, to }));
    const choice: NewYear = { from, to: plan.to, codes };
    const reply = await call('openYear', choice);
    setBusy(false);
    setProblem(reply.ok ? null : reply.error);
    await read();
    if (reply.ok) onOpened(reply.value, plan.to);
  }

  return { years, plan, kept, problem, isBusy, toggle, open, read, dismiss: () => setProblem(null) };
}
