import { useEffect, useEffectEvent, useState } from 'react';
import type { Problem } from '../core/problems.ts';
import type { Result } from '../core/result.ts';

/** An answer together with what was asked, so that nobody takes it for the answer to something else. */
export interface Answered<Question, Value> {
  readonly question: Question;
  readonly reply: Result<Value, Problem>;
}

/**
 * The answer to a question that changes. The last answer stays until the next one is there, and an answer that comes
 * after a newer question was asked is dropped. `null` asks nothing.
 */
export function useReply<Question, Value>(
  question: Question | null,
  ask: (question: Question) => Promise<Result<Value, Problem>>,
): Answered<Question, Value> | null {
  const [answered, setAnswered] = useState<Answered<Question, Value> | null>(null);
  const key = question === null ? null : JSON.stringify(question);

  const take = useEffectEvent(async (isCurrent: () => boolean) => {
    if (question === null) return;
    const reply = await ask(question);
    if (isCurrent()) setAnswered({ question, reply });
  });

  useEffect(() => {
    if (key === null) {
      setAnswered(null);
      return;
    }
    let current = true;
    void take(() => current);
    return () => {
      current = false;
    };
  }, [key]);

  return key === null ? null : answered;
}
