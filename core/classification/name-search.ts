import { pinyin, polyphonic } from 'pinyin-pro';

/** For each character of a name the initials it may be read with, likeliest first: 行政 → ['xh', 'z']. */
function initialsOf(name: string): string[] {
  const inContext = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' });
  const every = polyphonic(name, { pattern: 'first', toneType: 'none', type: 'array' });
  return inContext.map((initial, index) => initial + (every[index] ?? []).join(''));
}

function matchesInitials(initials: readonly string[], query: string, from: number): boolean {
  return Array.from(query).every((letter, index) => initials[from + index]?.includes(letter) ?? false);
}

/** Where in a name the initials begin; undefined: nowhere. */
function initialsAt(known: readonly string[], query: string): number | undefined {
  const letters = query.toLowerCase();
  const at = known.findIndex((_, index) => matchesInitials(known, letters, index));
  return at < 0 ? undefined : at;
}

/** Nobody types the quotation marks of “三公”经费, nor the brackets of 因公出国（境）费. */
function bare(text: string): string {
  return text.replaceAll(/[“”"‘’'《》〈〉（）()、，：:\s]/g, '');
}

/** Finds names by what is typed of them, or by 拼音 initials; each name is spelt once. */
export class NameSearch {
  readonly #initials = new Map<string, readonly string[]>();

  /**
   * Lower is nearer; undefined: no match. A name or an alias is matched anywhere, 拼音 initials from the beginning of
   * the name or of any part of it.
   */
  distance(name: string, aliases: readonly string[], query: string): number | undefined {
    const own = bare(name);
    const wanted = bare(query);
    if (wanted === '') return undefined;
    if (own === wanted) return 0;
    if (own.startsWith(wanted)) return 1;
    if (own.includes(wanted)) return 2;
    if (aliases.some((alias) => bare(alias).includes(wanted))) return 3;
    if (!/^[a-z]+$/i.test(query)) return undefined;
    const known = this.#initialsOf(name);
    const at = initialsAt(known, query);
    if (at === undefined) return undefined;
    if (at > 0) return 6;
    return known.length === query.length ? 4 : 5;
  }

  /** Whether a name has the initials, at its beginning or in any part of it. */
  matches(name: string, initials: string): boolean {
    return initialsAt(this.#initialsOf(name), initials) !== undefined;
  }

  #initialsOf(name: string): readonly string[] {
    let initials = this.#initials.get(name);
    if (initials === undefined) {
      initials = initialsOf(bare(name));
      this.#initials.set(name, initials);
    }
    return initials;
  }
}
