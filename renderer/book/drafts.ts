import type { UnsavedCell } from '../../core/api.ts';
import type { Finding } from '../../core/checks/finding.ts';
import type { Problem } from '../../core/problems.ts';

/** What the clerk wrote about a finding and could not be stored. */
export interface Draft {
  readonly text: string;
  /** why it was not */
  readonly problem: Problem;
}

interface KeptDraft extends Draft {
  readonly place: string;
}

/** Explanations that were left before they could be stored. They wait, through every change of page, in their card. */
export class Drafts {
  readonly #drafts = new Map<string, KeptDraft>();

  get size(): number {
    return this.#drafts.size;
  }

  of(year: number, finding: Finding): Draft | null {
    return this.#drafts.get(keyOf(year, finding)) ?? null;
  }

  /** @param draft `null`: it was stored, or given up */
  keep(year: number, finding: Finding, draft: Draft | null): void {
    const key = keyOf(year, finding);
    if (draft === null) this.#drafts.delete(key);
    else this.#drafts.set(key, { ...draft, place: placeOf(year, finding) });
  }

  unsaved(): UnsavedCell[] {
    return [...this.#drafts.values()].map(({ place, text }) => ({ place, text }));
  }
}

function keyOf(year: number, { scope, explanation }: Finding): string {
  return JSON.stringify([year, scope, explanation?.slot]);
}

function placeOf(year: number, { where, rule, name }: Finding): string {
  return `${year} 年度 ${where} ${rule} ${name}的说明`;
}
