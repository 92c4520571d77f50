import { z } from 'zod';
import words from './data/card-words.json' with { type: 'json' };

/** What a column of a list of cards may mean: a field of a card, its day of 增加 or 处置, or 净值, which is compared. */
export const CARD_MEANINGS = [
  'number',
  'name',
  'class',
  'date',
  'value',
  'depreciation',
  'net',
  'left',
] as const;
export type CardMeaning = (typeof CARD_MEANINGS)[number];

export const MEANING_NAMES: Readonly<Record<CardMeaning, string>> = {
  number: '资产编号',
  name: '资产名称',
  class: '资产类别',
  date: '取得日期',
  value: '原值',
  depreciation: '累计折旧（摊销）',
  net: '净值（只核对）',
  left: '处置日期',
};

/** Without these a list is no list of cards. */
export const NEEDED_MEANINGS: readonly CardMeaning[] = ['number', 'name', 'class', 'date', 'value'];

const schema = z.strictObject({
  columns: z.record(z.enum(CARD_MEANINGS), z.array(z.string())),
  classes: z.record(z.string(), z.array(z.string())),
  codes: z.strictObject({ basis: z.string(), prefixes: z.array(z.tuple([z.string(), z.string()])) }),
});

const WORDS = schema.parse(words);

/** A heading or a class without what does not tell it from others: spaces, brackets and units behind it. */
export function plainWord(text: string): string {
  return text
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/[\s、，,/／\-—_:：*]/g, '')
    .replace(/[（）()]/g, '');
}

const columnsByWord = new Map(
  CARD_MEANINGS.flatMap((meaning) =>
    WORDS.columns[meaning].map((word, rank) => [word, { meaning, rank }] as const),
  ),
);

/** What a heading means, and how well it says so (0: best); `undefined`: nothing that is looked for. */
export function meaningOfHeading(heading: string): { meaning: CardMeaning; rank: number } | undefined {
  return columnsByWord.get(plainWord(heading));
}

const classesByWord = new Map(
  Object.entries(WORDS.classes).flatMap(([id, own]) => own.map((word) => [word, id] as const)),
);

/** The class that a word or a code of the asset system stands for; `undefined`: nobody knows. */
export function classOfWord(text: string): string | undefined {
  const word = plainWord(text);
  const known = classesByWord.get(word);
  if (known !== undefined) return known;
  const code = /^[AＡ]\d{2,}/i.exec(word)?.[0].toUpperCase();
  return code === undefined
    ? undefined
    : WORDS.codes.prefixes.find(([prefix]) => code.startsWith(prefix))?.[1];
}
