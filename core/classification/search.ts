import { pinyin, polyphonic } from 'pinyin-pro';
import type { Classification, FunctionEntry } from './classification.ts';

/** For each character of a name the initials it may be read with, likeliest first: 行政 → ['xh', 'z']. */
function initialsOf(name: string): string[] {
  const inContext = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' });
  const every = polyphonic(name, { pattern: 'first', toneType: 'none', type: 'array' });
  return inContext.map((initial, index) => initial + (every[index] ?? []).join(''));
}

function matchesInitials(initials: readonly string[], query: string, from: number): boolean {
  return Array.from(query).every((letter, index) => initials[from + index]?.includes(letter) ?? false);
}

/**
 * Lower is nearer; undefined: no match. A code is matched from its beginning, a name or an alias anywhere, 拼音
 * initials from the beginning of the name or of any part of it.
 */
function distance(
  entry: FunctionEntry,
  query: string,
  initials: () => readonly string[],
): number | undefined {
  if (/^\d+$/.test(query)) return entry.code.startsWith(query) ? entry.code.length : undefined;
  if (entry.name === query) return 0;
  if (entry.name.startsWith(query)) return 1;
  if (entry.name.includes(query)) return 2;
  if (entry.aliases.some((alias) => alias.includes(query))) return 3;
  if (!/^[a-z]+$/i.test(query)) return undefined;
  const known = initials();
  const at = initialsAt(known, query);
  if (at === undefined) return undefined;
  if (at > 0) return 6;
  return known.length === query.length ? 4 : 5;
}

/** Where in a name the initials begin; undefined: nowhere. */
function initialsAt(known: readonly string[], query: string): number | undefined {
  const letters = query.toLowerCase();
  const at = known.findIndex((_, index) => matchesInitials(known, letters, index));
  return at < 0 ? undefined : at;
}

/** Finds 功能分类 codes by code, name, alias or 拼音 initials (`xzyx` → 行政运行). */
export class FunctionSearch {
  readonly #classification: Classification;
  readonly #initials = new Map<string, readonly string[]>();

  constructor(classification: Classification) {
    this.#classification = classification;
  }

  /**
   * @param query code, name, alias or initials; nothing is found for a blank one
   * @param digits only entries of this level: 3 类, 5 款, 7 项
   */
  find(query: string, digits: 3 | 5 | 7, limit: number): FunctionEntry[] {
    const wanted = query.trim();
    if (wanted === '') return [];
    const found: { readonly entry: FunctionEntry; readonly distance: number }[] = [];
    for (const entry of this.#classification.functions()) {
      if (entry.code.length !== digits) continue;
      const near = distance(entry, wanted, () => this.#initialsOf(entry.name));
      if (near !== undefined) found.push({ entry, distance: near });
    }
    return found
      .sort((a, b) => a.distance - b.distance || a.entry.code.localeCompare(b.entry.code))
      .slice(0, limit)
      .map((match) => match.entry);
  }

  /** Whether a name has the initials, at its beginning or in any part of it. */
  matches(name: string, initials: string): boolean {
    return initialsAt(this.#initialsOf(name), initials) !== undefined;
  }

  #initialsOf(name: string): readonly string[] {
    let initials = this.#initials.get(name);
    if (initials === undefined) {
      initials = initialsOf(name);
      this.#initials.set(name, initials);
    }
    return initials;
  }
}
