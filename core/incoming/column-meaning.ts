import { textColumns } from '../figures/free-row.ts';
import {
  FUND_NAMES,
  FUNDS,
  type Fund,
  findColumn,
  MEASURE_NAMES,
  MEASURES,
  type Measure,
  type SheetColumn,
  type SheetDefinition,
} from '../figures/sheets.ts';
import type { ColumnMeaning } from './incoming.ts';
import { FUND_WORDS, isSumWord, type KeyColumn, MEASURE_WORDS, wordsOfSheet } from './table-words.ts';

/** What a column of a table holds: a key of its rows, a text of theirs, or figures, as far as their headings tell. */
export type Meaning =
  | { readonly kind: 'key'; readonly key: KeyColumn }
  | { readonly kind: 'text'; readonly column: SheetColumn }
  | {
      readonly kind: 'figure';
      readonly column: SheetColumn;
      /** `null`: the row says it, or the clerk */
      readonly measure: Measure | null;
      readonly fund: Fund | null;
    };

const KEY_NAMES: Readonly<Record<KeyColumn, string>> = {
  code: '科目编码',
  name: '名称',
  fund: '资金',
  measure: '口径',
  item: '所属项的编码',
  org: '单位类别',
  part: '编码的一部分（类、款、项）',
};

function idOf(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'key':
      return `@${meaning.key}`;
    case 'text':
      return `@text:${meaning.column.id}`;
    case 'figure':
      return [meaning.column.id, meaning.measure ?? '', meaning.fund ?? ''].join(':').replace(/:+$/, '');
  }
}

/** @returns `null`: no column of the sheet can mean this */
export function readMeaning(sheet: SheetDefinition, id: string): Meaning | null {
  const key = Object.keys(KEY_NAMES).find((each) => id === `@${each}`);
  if (key !== undefined && isKey(key)) return { kind: 'key', key };
  const [first = '', second = '', third = ''] = id.split(':');
  if (first === '@text') {
    const column = textColumns(sheet).find((each) => each.id === second);
    return column === undefined ? null : { kind: 'text', column };
  }
  const column = findColumn(sheet, first);
  if (column === undefined || column.kind === 'text') return null;
  const measure = MEASURES.find((each) => each === second) ?? null;
  const fund = third === '' ? null : (FUNDS.find((each) => each === third) ?? null);
  return { kind: 'figure', column, measure, fund };
}

function isKey(text: string): text is KeyColumn {
  return text in KEY_NAMES;
}

/** The same column as 上年决算; `null`: the sheet has none of it, or it is of another measure than 决算 already. */
export function asPrior(
  sheet: SheetDefinition,
  meaning: Extract<Meaning, { kind: 'figure' }>,
): string | null {
  const { column, measure } = meaning;
  const takesPrior = (column.measures ?? sheet.measures).includes('prior');
  return takesPrior && (measure === null || measure === 'actual')
    ? idOf({ ...meaning, measure: 'prior' })
    : null;
}

/** What the headings over a column say. @returns `''`: nothing that the sheet takes */
export function meaningOf(sheet: SheetDefinition, stack: readonly string[]): string {
  const { keys, columns } = wordsOfSheet(sheet);
  const last = stack.at(-1);
  if (last === undefined) return '';
  const text = textColumns(sheet).find(({ id }) => columns.get(last) === id);
  if (text !== undefined) return idOf({ kind: 'text', column: text });
  const column = stack.map((each) => columns.get(each)).findLast((each) => each !== undefined);
  const measure = stack.map((each) => MEASURE_WORDS.get(each)).findLast(Boolean) ?? null;
  const fund = stack.map((each) => FUND_WORDS.get(each)).findLast((each) => each !== undefined) ?? null;
  const key = keys.get(last);
  if (column === undefined && key !== undefined) return idOf({ kind: 'key', key });
  const isSum = isSumWord(last) && columns.get(last) === undefined;
  const said = column === undefined ? soleColumn(sheet, measure) : findColumn(sheet, column);
  // 合计 over several columns is theirs to add up
  if (said === undefined || (column === undefined && measure === null && fund === null)) return '';
  if (isSum && sheet.columns.filter(({ kind }) => kind !== 'text').length > 1) return '';
  return idOf({ kind: 'figure', column: said, measure, fund });
}

/** The only column that a measure can mean. */
function soleColumn(sheet: SheetDefinition, measure: Measure | null): SheetColumn | undefined {
  const taken = sheet.columns.filter(
    ({ kind, measures }) =>
      kind !== 'text' && (measure === null || (measures ?? sheet.measures).includes(measure)),
  );
  const [first] = taken;
  // of a free sheet the amount, of 核对数 too
  const isSole = taken.length === 1 || first?.id === 'amount';
  return isSole && sheet.id !== 'three_public' ? first : taken.length === 1 ? first : undefined;
}

/** Everything that a column may be said to mean, with what the file's own headings mean already. */
export function meaningsOf(sheet: SheetDefinition, found: readonly string[]): ColumnMeaning[] {
  const { keys } = wordsOfSheet(sheet);
  const keyIds = [...new Set(keys.values())].map((key) => idOf({ kind: 'key', key }));
  const texts = textColumns(sheet).map((column) => idOf({ kind: 'text', column }));
  const figures = sheet.columns
    .filter(({ kind }) => kind !== 'text')
    .flatMap((column) => {
      const measures = column.measures ?? sheet.measures;
      const each = measures.map((measure) => idOf({ kind: 'figure', column, measure, fund: null }));
      return [idOf({ kind: 'figure', column, measure: null, fund: null }), ...each];
    });
  const ids = [...new Set([...keyIds, ...texts, ...figures, ...found.filter((id) => id !== '')])];
  const required = requiredOf(sheet);
  return ids.flatMap((id) => {
    const meaning = readMeaning(sheet, id);
    return meaning === null ? [] : [{ id, name: nameOf(meaning), required: id === required }];
  });
}

/** The key without which no row is known. */
export function requiredOf(sheet: SheetDefinition): string | null {
  switch (sheet.rows.kind) {
    case 'function':
    case 'economic':
      return '@code';
    case 'function-or-blank':
      return null;
    case 'list':
      return '@name';
    case 'free':
      return `@text:${textColumns(sheet)[0]?.id ?? ''}`;
  }
}

function nameOf(meaning: Meaning): string {
  if (meaning.kind === 'key') return KEY_NAMES[meaning.key];
  if (meaning.kind === 'text') return meaning.column.name;
  const { column, measure, fund } = meaning;
  const kinds = [
    ...(fund === null ? [] : [FUND_NAMES[fund]]),
    ...(measure === null ? [] : [MEASURE_NAMES[measure]]),
  ];
  return kinds.length === 0 ? column.name : `${column.name}（${kinds.join('，')}）`;
}
