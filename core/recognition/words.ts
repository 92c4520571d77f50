import { z } from 'zod';
import { TABLE_IDS, type TableId } from '../profiles/profile.ts';
import headings from './data/headings.json' with { type: 'json' };

/** A text as it is compared: full-width forms, spaces, line breaks and quotation marks make no difference. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s"'“”‘’「」]/g, '');
}

/** A heading without the unit behind it and the year before it: 金额（万元） is 金额, 2024年决算数 is 决算数. */
export function heading(text: string): string {
  return plain(text)
    .replace(/\((单位:)?(万元|元)\)$/, '')
    .replace(/^20\d\d年度?(?=.)/, '');
}

const NUMBERING = /^(其中[::]?|[一二三四五六七八九十]+[、.．]|\d+[、.．]|\(([一二三四五六七八九十]+|\d+)\))/;

/** The label of a line without its number, 其中 and （含专用结余）, which differ from place to place. */
export function lineLabel(text: string): string {
  const label = plain(text).replace(/\(含专用结余\)$/, '');
  const rest = label.replace(NUMBERING, '');
  return rest === label ? label : lineLabel(rest);
}

/** What the row of the sum over a whole table is called. */
export const TOTAL_LABELS: ReadonlySet<string> = new Set(['合计', '总计', '合计数']);

const words = z.array(z.string());
const lists = z.record(z.string(), words);

const SOURCE = z
  .strictObject({
    titles: z.record(z.enum(TABLE_IDS), words),
    keys: z.strictObject({ code: words, name: words, label: words, part: words, aside: words, group: words }),
    /** by the kind of head: see WORDS_OF in layout.ts */
    columns: z.record(z.string(), lists),
    measures: z.strictObject({ budget: words, actual: words }),
    items: lists,
    lines: z.strictObject({ income: lists, expenditure: lists }),
  })
  .parse(headings);

/** Which id each word stands for. The first id that lists a word has it. */
export type Vocabulary = ReadonlyMap<string, string>;

function vocabulary(source: Readonly<Record<string, readonly string[]>>, form = heading): Vocabulary {
  return new Map(
    Object.entries(source)
      .flatMap(([id, listed]) => listed.map((word): [string, string] => [form(word), id]))
      .reverse(),
  );
}

export const KEY_WORDS = vocabulary(SOURCE.keys);
export const MEASURE_WORDS = vocabulary(SOURCE.measures);
export const ITEM_WORDS = vocabulary(SOURCE.items);
export const LINE_WORDS = {
  income: vocabulary(SOURCE.lines.income, lineLabel),
  expenditure: vocabulary(SOURCE.lines.expenditure, lineLabel),
};
const COLUMN_WORDS: ReadonlyMap<string, Vocabulary> = new Map(
  Object.entries(SOURCE.columns).map(([shape, source]) => [shape, vocabulary(source)]),
);

export function columnWords(shape: string): Vocabulary {
  return COLUMN_WORDS.get(shape) ?? new Map();
}

const HEADINGS: ReadonlySet<string> = new Set(
  [KEY_WORDS, MEASURE_WORDS, ITEM_WORDS, ...COLUMN_WORDS.values()].flatMap((each) => [...each.keys()]),
);

/** Whether a text may stand in the head of a public table. */
export function isHeading(text: string): boolean {
  return HEADINGS.has(heading(text));
}

// the longest first: 收入支出决算总表 ends the title of 财政拨款收入支出决算总表 too
const TITLES = Object.entries(SOURCE.titles)
  .flatMap(([id, titles]) => titles.map((title) => ({ id: id as TableId, title: plain(title) })))
  .sort((a, b) => b.title.length - a.title.length);

/** `上海市某局2024年度收入支出决算总表（续）` → 收入支出决算总表 and what stands before it. */
export function knownTitle(text: string): { readonly id: TableId; readonly title: string } | null {
  const bare = bareTitle(text);
  const found = TITLES.find(({ title }) => bare.endsWith(title));
  if (found === undefined) return null;
  // 某某预算支出决算表 is another table than 支出决算表
  const before = bare.slice(0, -found.title.length);
  return /(拨款|预算|基金|经费|专户|资金|项目|基本|经营)$/.test(before) ? null : found;
}

function bareTitle(text: string): string {
  return plain(text).replace(/(\([^()]*\))+$/, '');
}

/** Whether a text in a line of its own is the title of some table. 公开01表 and 财决03表 are numbers, not titles. */
export function looksLikeTitle(text: string): boolean {
  const bare = bareTitle(text);
  return (
    /.{3}表$/.test(bare) && bare.length <= 80 && !/^(注|说明|备注|附)|^\D{0,6}\d+([-—]\d+)?表$/.test(bare)
  );
}
