import { Decimal } from 'decimal.js';
import type { Finding, FindingSide, Place } from '../../core/checks/finding.ts';
import { CONTROL_SHEET } from '../../core/figures/figure.ts';
import { groupName } from './groups.ts';

/** A way from a finding to where it is mended. */
export interface FindingLink {
  readonly name: string;
  readonly place: Place;
}

/** More links than these are a list of cells, which the sides have. */
const MOST_LINKS = 3;

/** One link for each sheet that has a marked cell, named by what one sees there. */
export function findingLinks(
  { places }: Pick<Finding, 'places'>,
  canGoTo: (place: Place) => boolean,
): FindingLink[] {
  const links = new Map<string, FindingLink>();
  const shown = places.filter(canGoTo);
  const isOne = new Set(shown.map(nameOf)).size === 1;
  for (const place of shown) {
    const name = nameOf(place);
    if (links.has(name)) continue;
    const isPlain = isOne && name !== groupName(CONTROL_SHEET);
    links.set(name, { name: isPlain ? '转到此格' : `转到${name}`, place });
  }
  return [...links.values()].slice(0, MOST_LINKS);
}

function nameOf(place: Place): string {
  return groupName(place.kind === 'cell' ? '' : place.sheet);
}

/** What a side adds up beyond the parts that are listed; `null`: nothing. */
export function restOfSide({
  amount,
  parts,
  partCount,
}: FindingSide): { count: number; amount: string } | null {
  if (partCount <= parts.length) return null;
  const rest = parts.reduce((left, part) => left.minus(part.amount || 0), new Decimal(amount || 0));
  return { count: partCount - parts.length, amount: rest.toFixed() };
}
