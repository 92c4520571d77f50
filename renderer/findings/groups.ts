import { type Finding, isOpen, LEVELS, mendedIn } from '../../core/checks/finding.ts';
import { ruleText } from '../../core/checks/rule-book.ts';
import { findSheet, SHEETS } from '../../core/figures/sheets.ts';

/** Findings that are mended in one sheet. */
export interface FindingGroup {
  /** id of the sheet; `''`: none, they are about the public tables */
  readonly id: string;
  readonly name: string;
  /** errors before 核实 before hints */
  readonly open: readonly Finding[];
  /** those that an accepted explanation has settled */
  readonly explained: readonly Finding[];
}

/** In the order of the work, with what belongs to no sheet at the end. */
const SHEET_IDS: readonly string[] = [...SHEETS.map(({ id }) => id), ''];

/**
 * The findings as the panel shows them: all that the shown sheet can mend, then those of the other sheets, going round
 * from the shown one, so that who follows them from sheet to sheet meets each of them.
 *
 * @param sheet the shown one; `null`: the public tables
 */
export function findingGroups(findings: readonly Finding[], sheet: string | null): FindingGroup[] {
  const shown = sheet ?? '';
  return groupsIn(roundFrom(shown), findings, (finding) =>
    finding.sheets.includes(shown) ? shown : mendedIn(finding),
  );
}

/** All findings by the sheet in which they are mended, in the order of the work. */
export function groupsOfAll(findings: readonly Finding[]): FindingGroup[] {
  return groupsIn(SHEET_IDS, findings, mendedIn);
}

function groupsIn(
  ids: readonly string[],
  findings: readonly Finding[],
  idOf: (finding: Finding) => string,
): FindingGroup[] {
  return ids.flatMap((id) => {
    const own = inOrder(findings.filter((finding) => idOf(finding) === id));
    if (own.length === 0) return [];
    const explained = own.filter((finding) => !isOpen(finding));
    return { id, name: groupName(id), open: own.filter(isOpen), explained };
  });
}

/** Whether a finding has nothing to say but the law that was broken, which reads as if all were well. */
export function isLaw({ rule, message }: Finding): boolean {
  return message === ruleText(rule).law;
}

export function groupName(id: string): string {
  return id === '' ? '公开表' : (findSheet(id)?.name ?? id);
}

/** Errors before 核实 before hints; within a level in the order of the rule book. */
function inOrder(findings: readonly Finding[]): Finding[] {
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}

function roundFrom(shown: string): string[] {
  const at = Math.max(0, SHEET_IDS.indexOf(shown));
  return [...SHEET_IDS.slice(at), ...SHEET_IDS.slice(0, at)];
}

/**
 * All open findings in one order that is the same on every page. Hints come after everything else, of whatever sheet:
 * there may be hundreds of them, and nothing waits for them.
 */
export function roundOfOpen(findings: readonly Finding[]): Finding[] {
  const open = groupsOfAll(findings).flatMap((group) => group.open);
  return [...open.filter(({ level }) => level !== 'hint'), ...open.filter(({ level }) => level === 'hint')];
}
