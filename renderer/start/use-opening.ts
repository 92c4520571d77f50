import { useRef, useState } from 'react';
import type { OpenedBook } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import type { Result } from '../../core/result.ts';

export interface Opening {
  readonly isOpening: boolean;
  readonly problem: Problem | null;
  readonly open: (ask: () => Promise<Result<OpenedBook | null, Problem>>) => Promise<void>;
  readonly setProblem: (problem: Problem | null) => void;
}

/** Opening a book, by whichever way, one at a time. */
export function useOpening(earlier: Problem | null, onOpened: (book: OpenedBook) => void): Opening {
  const [isOpening, setOpening] = useState(false);
  const [problem, setProblem] = useState(earlier);
  // two quick presses come before the state is there
  const busy = useRef(false);

  async function open(ask: () => Promise<Result<OpenedBook | null, Problem>>) {
    if (busy.current) return;
    busy.current = true;
    setOpening(true);
    setProblem(null);
    const reply = await ask();
    busy.current = false;
    setOpening(false);
    if (!reply.ok) setProblem(reply.error);
    else if (reply.value !== null) onOpened(reply.value);
  }

  return { isOpening, problem, open, setProblem };
}
