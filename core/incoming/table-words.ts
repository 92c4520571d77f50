import { z } from 'zod';
import {
  FUND_NAMES,
  FUNDS,
  type Fund,
  MEASURE_NAMES,
  MEASURES,
  type Measure,
  SHEETS,
  type SheetDefinition,
} from '../figures/sheets.ts';
import { heading, plain } from '../recognition/words.ts';
import source from './data/table-words.json' with { type: 'json' };

const words = z.array(z.string());
const WORDS = z
  .strictObject({
    keys: z.strictObject({
      code: words,
      name: words,
      fund: words,
      measure: words,
      item: words,
      org: words,
      part: words,
    }),
    sums: words,
    asides: words,
    funds: z.record(z.enum(FUNDS), words),
    measures: z.record(z.enum(MEASURES), words),
    /** other names of sheets and columns; their own names are known anyway */
    sheets: z.record(z.string(), words),
    columns: z.record(z.string(), z.record(z.string(), words)),
  })
  .parse(source);

function wordMap<Id extends string>(
  entries: Iterable<readonly [Id, readonly string[]]>,
): ReadonlyMap<string, Id> {
  const map = new Map<string, Id>();
  for (const [id, listed] of entries) {
    for (const word of listed) if (!map.has(heading(word))) map.set(heading(word), id);
  }
  return map;
}

export const FUND_WORDS: ReadonlyMap<string, Fund> = wordMap(
  FUNDS.map(
    (fund) => [fund, [FUND_NAMES[fund], ...WORDS.funds[fund], ...(fund === '' ? [] : [fund])]] as const,
  ),
);
export const MEASURE_WORDS: ReadonlyMap<string, Measure> = wordMap(
  MEASURES.map(
    (measure) => [measure, [MEASURE_NAMES[measure], ...WORDS.measures[measure], measure]] as const,
  ),
);
const SUM_WORDS: ReadonlySet<string> = new Set(WORDS.sums.map(heading));
const ASIDE_WORDS: ReadonlySet<string> = new Set(WORDS.asides.map(heading));

/** What a column may be the key of; `part`: 类, 款 or 项 of a code that is printed in parts. */
export type KeyColumn = keyof typeof WORDS.keys;

const KEYS: readonly KeyColumn[] = ['code', 'name', 'fund', 'measure', 'item', 'org', 'part'];

/** Which keys the rows of a sheet have. */
function keysOf({ rows, columns }: SheetDefinition): readonly KeyColumn[] {
  const funds = columns.some(({ funds }) => funds.some((fund) => fund !== '')) ? (['fund'] as const) : [];
  switch (rows.kind) {
    case 'function':
    case 'function-or-blank':
      return ['code', 'name', 'measure', 'part', ...funds];
    case 'economic':
      return ['code', 'name', 'measure', 'part', 'item', 'org', ...funds];
    case 'list':
      return ['name', 'measure', ...funds];
    case 'free':
      return ['measure'];
  }
}

/** What headings mean in the tables of one sheet. */
export interface SheetWords {
  readonly keys: ReadonlyMap<string, KeyColumn>;
  /** ids of the sheet's columns, those of texts too */
  readonly columns: ReadonlyMap<string, string>;
}

const bySheet = new Map<string, SheetWords>(
  SHEETS.map((sheet) => {
    const own = keysOf(sheet);
    const columns = wordMap(
      sheet.columns.map(({ id, name }) => [id, [name, ...(WORDS.columns[sheet.id]?.[id] ?? [])]] as const),
    );
    return [
      sheet.id,
      {
        keys: wordMap(KEYS.filter((key) => own.includes(key)).map((key) => [key, WORDS.keys[key]])),
        columns,
      },
    ];
  }),
);

export function wordsOfSheet(sheet: SheetDefinition): SheetWords {
  return bySheet.get(sheet.id) ?? { keys: new Map(), columns: new Map() };
}

export function isSumWord(text: string): boolean {
  return SUM_WORDS.has(heading(text));
}

const ROW_KEYS: ReadonlySet<string> = new Set(
  [...WORDS.keys.code, ...WORDS.keys.name, ...WORDS.keys.part, ...SHEETS.flatMap(namingWords)].map(heading),
);

function namingWords(sheet: SheetDefinition): string[] {
  if (sheet.rows.kind !== 'free') return [];
  const [first] = sheet.columns;
  return first === undefined ? [] : [first.name, ...(WORDS.columns[sheet.id]?.[first.id] ?? [])];
}

/** Whether a heading stands over what says which row it is. */
export function isRowKey(text: string): boolean {
  return ROW_KEYS.has(heading(text));
}

const HEADINGS: ReadonlySet<string> = new Set([
  ...[...bySheet.values()].flatMap(({ keys, columns }) => [...keys.keys(), ...columns.keys()]),
  ...FUND_WORDS.keys(),
  ...MEASURE_WORDS.keys(),
  ...SUM_WORDS,
  ...ASIDE_WORDS,
]);

/** Whether a text may stand in the head of a table of some sheet. */
export function isHeadWord(text: string): boolean {
  return HEADINGS.has(heading(text));
}

export function isAside(text: string): boolean {
  return ASIDE_WORDS.has(heading(text));
}

const SHEET_NAMES = SHEETS.flatMap(({ id, name }) =>
  [name, ...(WORDS.sheets[id] ?? [])].map((word) => ({ id, word: plain(word) })),
).sort((a, b) => b.word.length - a.word.length);

/** The sheets that a title may name, the longest name first. */
export function sheetsNamedIn(title: string): string[] {
  const text = plain(title);
  return [...new Set(SHEET_NAMES.filter(({ word }) => text.includes(word)).map(({ id }) => id))];
}
