import { useRef } from 'react';
import type { Scope, TablesPage } from '../../core/api.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { call } from '../bridge.ts';
import { useReply } from '../use-reply.ts';
import { useDebounced } from './use-debounced.ts';

/** ms without a step, after which tables and checks are computed again: nobody waits for them while keying */
const PAUSE = 200;

export interface Review {
  /** `null` until main has answered */
  readonly page: TablesPage | null;
  /** the tables before the last step; `null`: nothing has changed since the page was opened */
  readonly before: TablePack | null;
}

/** Tables and findings of what is being keyed, following it. */
export function useReview(scope: Scope, revision: number): Review {
  const settled = useDebounced(revision, PAUSE);
  const question = { ...scope, revision: settled };
  const answered = useReply(question, ({ year, unit }) => call('tables', { year, unit }));
  const isCurrent = answered?.question.year === scope.year && answered.question.unit === scope.unit;
  const page = isCurrent && answered.reply.ok ? answered.reply.value : null;

  const shown = useRef<{ page: TablesPage | null; before: TablePack | null; key: string }>({
    page: null,
    before: null,
    key: '',
  });
  const key = JSON.stringify([scope.year, scope.unit]);
  if (page !== shown.current.page) {
    const isSameScope = shown.current.key === key && shown.current.page !== null && page !== null;
    shown.current = { page, key, before: isSameScope ? (shown.current.page?.pack ?? null) : null };
  }
  return { page, before: shown.current.before };
}
