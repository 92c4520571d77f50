import { useRef } from 'react';
import type { CheckReport } from '../../core/checks/check-year.ts';
import type { FindingWays } from '../book/ways.ts';
import { useShortcut } from '../shortcut.ts';
import { roundOfOpen } from './groups.ts';
import { type KnownRound, nextFinding } from './steps.ts';

/**
 * F8 and Shift+F8: the next and the previous problem is selected, and its first place that can be shown is gone to. It
 * never leaves the chosen unit and year, or the problems of the department would turn into those of its first unit.
 *
 * @param report `null` until it is computed: the keys do nothing
 * @param sheet the shown one; `null`: the public tables
 * @returns for what does the same without a key
 */
export function useFindingSteps(
  report: Pick<CheckReport, 'findings'> | null,
  sheet: string | null,
  ways: Pick<FindingWays, 'selected' | 'onSelect' | 'onGoTo' | 'canGoTo' | 'isInScope'>,
): (step: 1 | -1) => void {
  const known = useRef<KnownRound>([]);
  const round = roundOfOpen(report?.findings ?? []).map(({ key }) => key);
  if (ways.selected !== null && round.includes(ways.selected)) known.current = round;

  function go(step: 1 | -1): void {
    const finding = nextFinding(report?.findings ?? [], sheet, ways.selected, known.current, step);
    if (finding === null) return;
    ways.onSelect(finding.key);
    const place = finding.places.find((each) => ways.canGoTo(each) && ways.isInScope(each));
    if (place !== undefined) ways.onGoTo(place);
  }

  useShortcut('F8', () => go(1));
  useShortcut('Shift+F8', () => go(-1));
  return go;
}
