import { z } from 'zod';
import data from './data/words.json' with { type: 'json' };

const words = z.array(z.string().min(1)).min(1);

/**
 * What an explanation is read by. A person may correct it: the lists were put together from published documents and
 * from what clerks write when they have nothing to say; no official list exists.
 */
export const WORDS = z
  .strictObject({
    limits: z.strictObject({
      /** percent of the stake that the named amounts have to reach */
      coveragePercent: z.number().int().min(1).max(100),
      /** an amount above so many times the stake is a whole of which the stake is a part, and accounts for nothing itself */
      mostTimes: z.number().min(1),
      /** different characters that say something, in the whole text */
      specificCharacters: z.number().int().min(1),
      /** and in the clause that names the cause */
      clauseCharacters: z.number().int().min(1),
      /** so many tell what happened in words that no list has */
      tellingCharacters: z.number().int().min(1),
    }),
    /** lead to a cause, say nothing by themselves */
    connectors: words,
    /** that hold a connector and are none */
    notConnectors: words,
    /** what happens to money and people: a cause by itself */
    causes: words,
    /** written where nothing is said */
    placeholders: words,
    /** stand in every explanation, whatever the cause */
    vague: words,
    /** that say it of the whole amount, where one of the sides is nothing */
    whole: words,
    /** the items of “三公”经费 and the words by which a text is known to be about one */
    items: z.record(z.string(), z.strictObject({ name: z.string(), words })),
  })
  .parse(data);

/** Words by their first character, which is how they are looked up along a text. */
function byFirstCharacter(list: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of new Set(list)) {
    const first = word.slice(0, 1);
    index.set(first, [...(index.get(first) ?? []), word]);
  }
  return index;
}

const EMPTY_WORDS = byFirstCharacter([...WORDS.connectors, ...WORDS.placeholders, ...WORDS.vague]);

/** A number and what it counts: an amount, a share, a date. */
const NUMBER = /\d[\d,.]*\s*(?:[亿万千百]+元|元|%|个?百分点|年度|年|月|日|号)?/g;

/** Letters only, in plain forms and lower case: what two texts have in common whatever their figures. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

/** Clauses, without their numbers. */
export function clausesOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(NUMBER, ' ')
    .split(/[,。;:!?\n]/)
    .map(lettersOf);
}

/**
 * What remains of letters when every word that says nothing is taken out, in the way that leaves least: a text put
 * together from such words leaves nothing, however it is put together.
 */
export function specificOf(letters: string): string {
  const length = letters.length;
  // from the end: how little can remain of what stands from here on, and how many letters the first step takes
  const least: number[] = new Array(length + 1).fill(0);
  const step: number[] = new Array(length + 1).fill(1);
  for (let at = length - 1; at >= 0; at -= 1) {
    least[at] = (least[at + 1] ?? 0) + 1;
    for (const word of EMPTY_WORDS.get(letters.slice(at, at + 1)) ?? []) {
      const rest = least[at + word.length] ?? Number.POSITIVE_INFINITY;
      if (rest < (least[at] ?? 0) && letters.startsWith(word, at)) {
        least[at] = rest;
        step[at] = word.length;
      }
    }
  }
  const kept: string[] = [];
  for (let at = 0; at < length; at += step[at] ?? 1)
    if (least[at] !== least[at + (step[at] ?? 1)]) kept.push(letters.slice(at, at + 1));
  return kept.join('');
}

/** Whether a clause has a word that leads to a cause, or is one. */
export function hasCauseWord(clause: string): boolean {
  if (WORDS.causes.some((word) => clause.includes(word))) return true;
  const without = WORDS.notConnectors.reduce((rest, word) => rest.replaceAll(word, ''), clause);
  return WORDS.connectors.some((word) => without.includes(word));
}

/** The item of “三公”经费 that a finding is about; `undefined`: none. @param subject as in Claim.subject */
export function itemOf(subject: string): keyof typeof WORDS.items | undefined {
  return subject.split('/').find((part) => Object.hasOwn(WORDS.items, part));
}
