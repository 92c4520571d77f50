import { useCallback, useEffect, useState } from 'react';
import type { RecentBook } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import { call } from '../bridge.ts';

export interface RecentBooksState {
  /** `null` until main has answered */
  readonly books: readonly RecentBook[] | null;
  readonly problem: Problem | null;
  readonly reload: () => Promise<void>;
}

/** The list of recent books, read again when the window is come back to: by then a USB stick may be in. */
export function useRecentBooks(): RecentBooksState {
  const [books, setBooks] = useState<readonly RecentBook[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const reload = useCallback(async () => {
    const reply = await call('recentBooks');
    if (reply.ok) setBooks(reply.value);
    setProblem(reply.ok ? null : reply.error);
  }, []);

  useEffect(() => {
    const listener = () => void reload();
    listener();
    window.addEventListener('focus', listener);
    return () => window.removeEventListener('focus', listener);
  }, [reload]);

  return { books, problem, reload };
}
