/** The regions of a window in the order in which F6 goes round them. */
const REGIONS = [
  { selector: '.top-bar', first: '.going-field input' },
  { selector: '.navigation', first: '[aria-current="page"]' },
  // a grid has the keyboard at its active cell
  { selector: 'main.page', first: '.entry-input' },
  { selector: '.side-panel', first: '[role="tab"][aria-selected="true"]' },
  { selector: '.guide', first: 'input, [role="tab"][aria-selected="true"]' },
  { selector: '.status-bar', first: 'button' },
] as const;

const FOCUSABLE =
  'button:not(:disabled):not([tabindex="-1"]), input:not(:disabled), textarea:not(:disabled), select, a[href], [tabindex="0"]';

/** What had the focus when a region was left. */
const left = new WeakMap<Element, HTMLElement>();

const isVisible = (element: Element) => element.getClientRects().length > 0;

/** Moves the keyboard to the next region that is there, or the previous one: to where it was left, or to its beginning. */
export function goToRegion(step: 1 | -1): void {
  const regions = REGIONS.flatMap(({ selector, first }) => {
    const element = document.querySelector<HTMLElement>(selector);
    return element !== null && isVisible(element) && !element.inert ? [{ element, first }] : [];
  });
  const { activeElement } = document;
  const at = regions.findIndex(({ element }) => element.contains(activeElement));
  const current = regions[at];
  if (current !== undefined && activeElement instanceof HTMLElement) left.set(current.element, activeElement);
  const start = at === -1 && step === -1 ? 0 : at;
  const next = regions[(start + step + regions.length) % regions.length];
  if (next !== undefined) enter(next.element, next.first);
}

function enter(region: HTMLElement, first: string): void {
  const before = left.get(region);
  const target =
    (before?.isConnected === true && before !== region && isVisible(before) ? before : null) ??
    region.querySelector<HTMLElement>(first) ??
    [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isVisible) ??
    region;
  target.focus();
  // what cannot take the focus by itself is the whole region
  if (!region.contains(document.activeElement)) region.focus();
}
