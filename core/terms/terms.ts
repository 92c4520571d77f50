import { z } from 'zod';
import { NameSearch } from '../classification/name-search.ts';
import { codeOfRow } from '../figures/row.ts';
import { FUNDS, MEASURES } from '../figures/sheets.ts';
import rows from './data/terms.json' with { type: 'json' };

/** Where a term stands in the app: whatever is named has to fit. */
const placeSchema = z.strictObject({
  /** id of a page that is no sheet */
  page: z.string().optional(),
  sheet: z.string().optional(),
  /** of the sheet, or one that the screen computes: `opening`, `completion` */
  column: z.string().optional(),
  row: z.string().optional(),
  /** the beginning of a code: `302` */
  under: z.string().optional(),
  fund: z.enum(FUNDS).optional(),
  measure: z.enum(MEASURES).optional(),
});

const termSchema = z.strictObject({
  name: z.string().min(1),
  /** other words for it, by which it is found too */
  aliases: z.array(z.string().min(1)),
  /** one or two sentences in words of our own */
  text: z.string().min(1),
  /** `sourced`: a document at hand explains it so; `unconfirmed`: none does, or the word is ours */
  basis: z.enum(['sourced', 'unconfirmed']),
  /** the document, or on what else the words rest */
  source: z.string().min(1),
  at: z.array(placeSchema),
});

export type Term = z.infer<typeof termSchema>;
export type TermPlace = z.infer<typeof placeSchema>;

/** What a clerk of 部门决算 meets, in the order of the work. A person may have to correct it: core/terms/data. */
export const TERMS: readonly Term[] = z.array(termSchema).parse(rows);

/** What the clerk has before her. */
export interface TermFocus {
  readonly page: string;
  readonly sheet?: string | undefined;
  readonly column?: string | undefined;
  readonly row?: string | undefined;
  readonly fund?: string | undefined;
  readonly measure?: string | undefined;
}

/** How exactly a place names what is in focus: a row says more than its column, a column more than fund and measure. */
const WEIGHTS: Readonly<Record<keyof TermPlace, number>> = {
  page: 1,
  measure: 2,
  sheet: 4,
  fund: 4,
  under: 8,
  column: 8,
  row: 16,
};

const KEYS = Object.keys(WEIGHTS) as (keyof TermPlace)[];

function closeness(place: TermPlace, focus: TermFocus): number {
  let sum = 0;
  for (const key of KEYS) {
    const wanted = place[key];
    if (wanted === undefined) continue;
    const fits = key === 'under' ? codeOfRow(focus.row ?? '').startsWith(wanted) : focus[key] === wanted;
    if (!fits) return 0;
    sum += WEIGHTS[key];
  }
  return sum;
}

/** The term that fits what is in focus best; `null`: none does. */
export function termAt(focus: TermFocus): Term | null {
  let best: Term | null = null;
  let most = 0;
  for (const term of TERMS) {
    const near = Math.max(0, ...term.at.map((place) => closeness(place, focus)));
    if (near > most) {
      best = term;
      most = near;
    }
  }
  return best;
}

/** The term with the longest name, or other name, that a text mentions, such as the law of a finding; `null`: none. */
export function termIn(text: string): Term | null {
  const length = ({ name, aliases }: Term) =>
    Math.max(0, ...[name, ...aliases].filter((word) => text.includes(word)).map((word) => word.length));
  const [best] = TERMS.toSorted((a, b) => length(b) - length(a));
  return best === undefined || length(best) === 0 ? null : best;
}

const names = new NameSearch();

/** The terms found by name, other name or 拼音 initials, nearest first; all of them for a blank query. */
export function findTerms(query: string): readonly Term[] {
  const wanted = query.trim();
  if (wanted === '') return TERMS;
  return TERMS.flatMap((term) => {
    const distance = names.distance(term.name, term.aliases, wanted);
    return distance === undefined ? [] : [{ term, distance }];
  })
    .sort((a, b) => a.distance - b.distance)
    .map(({ term }) => term);
}
