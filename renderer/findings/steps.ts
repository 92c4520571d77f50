import type { Finding } from '../../core/checks/finding.ts';
import { findingGroups, roundOfOpen } from './groups.ts';

/** Keys in the order in which they were last gone through: it outlives a finding that was mended meanwhile. */
export type KnownRound = readonly string[];

/**
 * The open finding that F8 (`1`) or Shift+F8 (`-1`) leads to: from the selected one round through all of them, and
 * where none is selected to the first, or last, of the panel. Hints come last. `null`: nothing is open.
 */
export function nextFinding(
  findings: readonly Finding[],
  sheet: string | null,
  selected: string | null,
  known: KnownRound,
  step: 1 | -1,
): Finding | null {
  const round = roundOfOpen(findings);
  const open = new Map(round.map((finding) => [finding.key, finding]));
  const keys = selected !== null && open.has(selected) ? round.map(({ key }) => key) : known;
  const at = selected === null ? -1 : keys.indexOf(selected);
  for (let offset = 1; at >= 0 && offset <= keys.length; offset += 1) {
    const key = keys[(at + step * offset + keys.length * offset) % keys.length];
    const found = key === undefined ? undefined : open.get(key);
    if (found !== undefined) return found;
  }
  const urgent = round.filter(({ level }) => level !== 'hint');
  const shown = findingGroups(urgent.length > 0 ? urgent : round, sheet).flatMap((group) => group.open);
  return shown.at(step === 1 ? 0 : -1) ?? null;
}
