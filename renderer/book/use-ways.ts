import { useCallback, useMemo, useState } from 'react';
import type { OpenedBook, Scope } from '../../core/api.ts';
import type { Finding, Place } from '../../core/checks/finding.ts';
import { type Problem, problem } from '../../core/problems.ts';
import { callNow } from '../bridge.ts';
import { isSameScope } from '../shell/scope.ts';
import { useStable } from '../use-stable.ts';
import type { BookDesk } from './book-desk.ts';
import type { Draft } from './drafts.ts';
import { canShow, type FindingWays, scopeOfCell } from './ways.ts';

/**
 * How the findings of the chosen scope are gone through and written about. What is written belongs to the year in which
 * it was begun, whatever is chosen meanwhile.
 */
export function useWays(
  book: OpenedBook,
  scope: Scope | null,
  desk: BookDesk,
  goTo: (place: Place) => void,
): FindingWays {
  const [selected, onSelect] = useState<string | null>(null);
  const year = scope?.year ?? 0;
  const onGoTo = useStable(goTo);
  const canGoTo = useCallback((place: Place) => canShow(book, place), [book]);
  const isInScope = useStable(
    (place: Place) => place.kind === 'cell' || isSameScope(scopeOfCell(place), scope),
  );

  const onExplain = useCallback(
    ({ scope: unit, explanation }: Finding, body: string): Problem | null => {
      if (unit === null || explanation === null) return problem('explained-nowhere', {});
      const reply = callNow('writeExplanation', { year, unit, slot: explanation.slot, body });
      if (!reply.ok) return reply.error;
      desk.explained(reply.value.state);
      return null;
    },
    [year, desk],
  );
  const draftOf = useCallback((finding: Finding) => desk.drafts.of(year, finding), [year, desk]);
  const onDraft = useCallback(
    (finding: Finding, draft: Draft | null) => {
      desk.drafts.keep(year, finding, draft);
      desk.refusedChanged();
    },
    [year, desk],
  );

  return useMemo(
    () => ({ selected, onSelect, onGoTo, canGoTo, isInScope, onExplain, draftOf, onDraft }),
    [selected, onGoTo, canGoTo, isInScope, onExplain, draftOf, onDraft],
  );
}
