import { useEffect, useRef, useState } from 'react';
import type { Reply, ReviewQuestion } from '../../core/api.ts';
import type { CheckReport } from '../../core/checks/check-year.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { call } from '../bridge.ts';

/** ms without a step, after which tables and checks are computed again: never between two keys */
const PAUSE = 200;

interface Answered {
  readonly key: string;
  readonly reply: Reply<'review'>;
}

export interface Reviewed {
  /** of this sheet; `null` until it is computed. The last one stays while the next is on its way. */
  readonly reply: Reply<'review'> | null;
  /** what the checks say of the unit: on a page that has only just been opened, what they said on the one before */
  readonly report: CheckReport | null;
}

/** Tables and findings of what is being keyed, following it at its own pace: one question at a time, the newest next. */
export function useReview({ year, unit, sheet }: ReviewQuestion, desk: BookDesk): Reviewed {
  const { revision, memory } = desk;
  const [answered, setAnswered] = useState<Answered | null>(null);
  const asking = useRef(false);
  const [round, setRound] = useState(0);
  const key = JSON.stringify([year, unit, sheet]);
  const done = useRef('');
  const wanted = `${key} ${revision}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the round tells that the last question was answered
  useEffect(() => {
    if (asking.current || done.current === wanted) return;
    // the first one at once: the next is compared with it
    const pause = done.current === '' ? 0 : PAUSE;
    const timer = setTimeout(() => {
      asking.current = true;
      void call('review', { year, unit, sheet }).then((reply) => {
        asking.current = false;
        done.current = wanted;
        if (reply.ok) memory.keepReport({ year, unit }, reply.value);
        setAnswered({ key, reply });
        setRound((old) => old + 1);
      });
    }, pause);
    return () => clearTimeout(timer);
  }, [year, unit, sheet, wanted, round]);

  const reply = answered?.key === key ? answered.reply : null;
  return { reply, report: reply?.ok ? reply.value : memory.report({ year, unit }) };
}
