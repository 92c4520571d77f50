import { useState } from 'react';
import type { Scope } from '../../core/api.ts';
import type { CheckReport } from '../../core/checks/check-year.ts';
import type { Problem } from '../../core/problems.ts';
import { type BookDesk, useDeskState } from '../book/book-desk.ts';
import { call } from '../bridge.ts';
import { useReply } from '../use-reply.ts';

export interface Checked {
  /** of the scope now chosen; `null` until it is there */
  readonly report: CheckReport | null;
  /** when the answer came; `''`: not yet */
  readonly at: string;
  readonly problem: Problem | null;
  readonly isRunning: boolean;
  readonly runAgain: () => void;
}

/** All checks of a unit or the department: asked again whenever the book changes, and when the clerk wants it. */
export function useChecks({ year, unit }: Scope, desk: BookDesk): Checked {
  useDeskState(desk);
  const [round, setRound] = useState(0);
  const question = { year, unit, revision: desk.revision, round };
  const answered = useReply(question, async (asked) => {
    const scope = { year: asked.year, unit: asked.unit };
    const reply = await call('checks', scope);
    if (!reply.ok) return reply;
    desk.memory.keepReport(scope, reply.value);
    const at = new Date().toLocaleTimeString('zh-CN', { hour12: false });
    return { ok: true, value: { report: reply.value, at } } as const;
  });
  const isOwn = answered?.question.year === year && answered.question.unit === unit;
  const reply = isOwn ? answered.reply : null;
  return {
    report: reply?.ok ? reply.value.report : null,
    at: reply?.ok ? reply.value.at : '',
    problem: reply?.ok === false ? reply.error : null,
    isRunning: JSON.stringify(answered?.question) !== JSON.stringify(question),
    runAgain: () => setRound((old) => old + 1),
  };
}
