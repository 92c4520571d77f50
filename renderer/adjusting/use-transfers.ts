import type { Figure } from '../../core/figures/figure.ts';
import type { Problem } from '../../core/problems.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { call } from '../bridge.ts';
import { useReply } from '../use-reply.ts';

const NONE: readonly Figure[] = [];

export interface TransferFigures {
  /** empty until they are there */
  readonly figures: readonly Figure[];
  /** false: the book has changed since */
  readonly isCurrent: boolean;
  readonly problem: Problem | null;
}

/** What transfers between units are found in, asked again whenever the book changes. */
export function useTransferFigures(year: number, desk: BookDesk): TransferFigures {
  const question = { year, revision: desk.revision };
  const answered = useReply(question, (asked) => call('transferFigures', { year: asked.year }));
  const reply = answered?.question.year === year ? answered.reply : null;
  return {
    figures: reply?.ok ? reply.value : NONE,
    isCurrent: answered?.question.year === year && answered.question.revision === desk.revision,
    problem: reply?.ok === false ? reply.error : null,
  };
}
