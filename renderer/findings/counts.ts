import type { CheckReport, RuleTally } from '../../core/checks/check-year.ts';
import { type Finding, isOpen, type Level, mendedIn } from '../../core/checks/finding.ts';
import { ruleText } from '../../core/checks/rule-book.ts';
import { CONTROL_SHEET } from '../../core/figures/figure.ts';

/** Open findings that somebody has to do something about. */
export interface OpenCounts {
  readonly error: number;
  readonly verify: number;
}

/** By the page on which they are mended; a page with nothing is not there. 检查 has all of them. */
export type CountsByPage = Readonly<Record<string, OpenCounts>>;

const NOTHING: OpenCounts = { error: 0, verify: 0 };

export function countOpen(findings: readonly Finding[], level: Level): number {
  return findings.filter((finding) => finding.level === level && isOpen(finding)).length;
}

/** What the sequence of the work shows beside its entries. */
export function countsBySheet({ findings }: Pick<CheckReport, 'findings'>): CountsByPage {
  const counts: Record<string, OpenCounts> = {};
  for (const finding of findings) {
    const { level } = finding;
    if (level === 'hint' || !isOpen(finding)) continue;
    for (const page of [mendedIn(finding) || 'tables', 'checks']) {
      const count = counts[page] ?? NOTHING;
      counts[page] = { ...count, [level]: count[level] + 1 };
    }
  }
  return counts;
}

interface Passed {
  /** how many there are */
  readonly all: number;
  readonly passed: number;
}

/** How many 核对数 there are, and how many of them agree. */
export function controlsPassed(tally: readonly RuleTally[]): Passed {
  const controls = tally.filter(({ rule }) => {
    const { level, reads } = ruleText(rule);
    return level === 'error' && reads.includes(CONTROL_SHEET);
  });
  const all = controls.reduce((sum, { claims }) => sum + claims, 0);
  return { all, passed: all - controls.reduce((sum, { broken }) => sum + broken, 0) };
}

/** The rules that had something to look at, of all or of those that look at one sheet. */
export function rulesPassed(tally: readonly RuleTally[], sheet: string | null): Passed {
  const own = tally.filter(
    ({ rule, claims }) => claims > 0 && (sheet === null || ruleText(rule).reads.includes(sheet)),
  );
  return { all: own.length, passed: own.filter(({ broken }) => broken === 0).length };
}

/** Whether a report is of the whole department: a unit alone is not held to the rules of the department. */
export function isOfDepartment(tally: readonly RuleTally[]): boolean {
  return tally.some(({ rule }) => !ruleText(rule).scopes.includes('unit'));
}
