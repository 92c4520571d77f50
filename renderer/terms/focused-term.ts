import { useEffect, useEffectEvent } from 'react';
import { ruleText } from '../../core/checks/rule-book.ts';
import { type Term, type TermFocus, termAt, termIn } from '../../core/terms/terms.ts';

/** On an element that is about a finding: the id of its rule. */
export const RULE_OF = 'data-rule';

/** The sheet is that of the page. */
type PlaceOnPage = Omit<TermFocus, 'page' | 'sheet'>;

const places = new Set<() => PlaceOnPage | null>();

/** Says what on the page has the focus, for whoever asks what it means; `null`: nothing in particular. */
export function useTermPlace(place: () => PlaceOnPage | null): void {
  const run = useEffectEvent(place);
  useEffect(() => {
    const member = () => run();
    places.add(member);
    return () => void places.delete(member);
  }, []);
}

/** The term that fits what has the focus: the law of a finding, a cell, or else the page; `null`: none does. */
export function focusedTerm(page: string): Term | null {
  const rule = document.activeElement?.closest(`[${RULE_OF}]`)?.getAttribute(RULE_OF);
  if (rule) {
    const { name, law } = ruleText(rule);
    return termIn(name) ?? termIn(law) ?? termAt({ page: 'checks' });
  }
  // a grid has an active cell also while the keyboard is elsewhere
  const isInGrid = document.activeElement?.closest('[role="treegrid"], .entry-grid') != null;
  const [place] = isInGrid ? [...places].flatMap((ask) => ask() ?? []) : [];
  return termAt({ page, sheet: page, ...place });
}
