import { useMemo } from 'react';
import type { Scope } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import type { Card } from '../../core/registers/card.ts';
import type { RegisterId } from '../../core/registers/register.ts';
import { type RegisterView, readCards } from '../../core/registers/register-content.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { call } from '../bridge.ts';
import { useReply } from '../use-reply.ts';

export interface OpenRegister {
  readonly view: RegisterView;
  readonly cards: readonly Card[];
}

/** A register as the chosen year knows it; read again whenever the book has changed. */
export function useRegister(
  register: RegisterId,
  { year, unit }: Scope,
  desk: BookDesk,
): { readonly open: OpenRegister | null; readonly problem: Problem | null } {
  const question = { register, year, unit, revision: desk.revision };
  const answered = useReply(question, ({ revision: _, ...asked }) => call('register', asked));
  // what is shown of another unit or year must not pass for this one's
  const isOwn =
    answered?.question.register === register &&
    answered.question.year === year &&
    answered.question.unit === unit;
  const view = isOwn && answered.reply.ok ? answered.reply.value : null;
  const open = useMemo(() => view && { view, cards: readCards(view) }, [view]);
  return { open, problem: isOwn && !answered.reply.ok ? answered.reply.error : null };
}
