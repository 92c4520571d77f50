import { useState } from 'react';
import type { Finding, FindingSide } from '../../core/checks/finding.ts';

/** So few figures are listed as soon as their finding is looked at. */
const FEW_PARTS = 3;

/** Which sides of a card are opened into the figures that they add up. */
export interface SideLists {
  readonly isOpen: (side: FindingSide) => boolean;
  readonly toggle: (sides: readonly FindingSide[]) => void;
  /** the sides that can be opened */
  readonly listed: readonly FindingSide[];
}

/** @param isSelected the finding is looked at */
export function useSideLists({ left, right }: Finding, isSelected: boolean): SideLists {
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const listed = [left, right].flatMap((side) => (side !== null && side.partCount > 1 ? [side] : []));
  // by name: a report that is renewed has other objects
  const isOpen = (side: FindingSide) =>
    side.partCount > 1 && (chosen[side.name] ?? (isSelected && side.partCount <= FEW_PARTS));
  function toggle(sides: readonly FindingSide[]) {
    const opened = !sides.some(isOpen);
    setChosen({ ...chosen, ...Object.fromEntries(sides.map(({ name }) => [name, opened])) });
  }
  return { isOpen, toggle, listed };
}
