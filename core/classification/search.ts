import type { Classification, FunctionEntry } from './classification.ts';
import { NameSearch } from './name-search.ts';

/** Finds 功能分类 codes by code, name, alias or 拼音 initials (`xzyx` → 行政运行). */
export class FunctionSearch {
  readonly #classification: Classification;
  readonly #names = new NameSearch();

  constructor(classification: Classification) {
    this.#classification = classification;
  }

  /**
   * @param query code, from its beginning; or name, alias or initials; nothing is found for a blank one
   * @param digits only entries of this level: 3 类, 5 款, 7 项
   */
  find(query: string, digits: 3 | 5 | 7, limit: number): FunctionEntry[] {
    const wanted = query.trim();
    if (wanted === '') return [];
    const found: { readonly entry: FunctionEntry; readonly distance: number }[] = [];
    for (const entry of this.#classification.functions()) {
      if (entry.code.length !== digits) continue;
      const near = this.#distance(entry, wanted);
      if (near !== undefined) found.push({ entry, distance: near });
    }
    return found
      .sort((a, b) => a.distance - b.distance || a.entry.code.localeCompare(b.entry.code))
      .slice(0, limit)
      .map((match) => match.entry);
  }

  /** Whether a name has the initials, at its beginning or in any part of it. */
  matches(name: string, initials: string): boolean {
    return this.#names.matches(name, initials);
  }

  /** Lower is nearer; undefined: no match. */
  #distance({ code, name, aliases }: FunctionEntry, query: string): number | undefined {
    if (/^\d+$/.test(query)) return code.startsWith(query) ? code.length : undefined;
    return this.#names.distance(name, aliases, query);
  }
}
