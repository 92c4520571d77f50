import type { Classification } from '../classification/classification.ts';
import { rowName } from '../figures/address-name.ts';
import { economicItemProblem, functionItemProblem } from '../figures/code-rules.ts';
import { UNIT_KIND_NAMES, UNIT_KINDS } from '../figures/figure.ts';
import { rowText } from '../figures/free-row.ts';
import type { FreeRowIds } from '../figures/free-row-ids.ts';
import { writeEconomicRow } from '../figures/row.ts';
import type { SheetDefinition } from '../figures/sheets.ts';
import type { Problem } from '../problems.ts';
import { ITEM_WORDS, lineLabel, plain } from '../recognition/words.ts';
import { isSumWord } from './table-words.ts';

/** What a row of a file says of itself. */
export interface RowKeys {
  readonly code: string;
  readonly name: string;
  readonly item: string;
  readonly org: string;
}

/**
 * Where the figures of a row stand. `sum`: a sum over the rows whose code begins with `under`, or (`null`) one that is
 * not compared.
 */
export type RowAddress =
  | { readonly kind: 'row'; readonly row: string; readonly doubt: string }
  | { readonly kind: 'sum'; readonly under: string | null }
  | { readonly kind: 'fault'; readonly sentence: string };

export interface AddressBook {
  readonly sheet: SheetDefinition;
  readonly classification: Classification;
  readonly ids: FreeRowIds;
  /** `第 12 行` */
  readonly where: string;
}

/** The row of a sheet that a row of a file is. */
export function addressOf(keys: RowKeys, book: AddressBook): RowAddress {
  switch (book.sheet.rows.kind) {
    case 'list':
      return listAddress(keys, book);
    case 'free':
      return freeAddress(keys, book);
    default:
      return codeAddress(keys, book);
  }
}

function fault(found: Problem): RowAddress {
  return { kind: 'fault', sentence: found.message };
}

function codeAddress({ code, name, item, org }: RowKeys, book: AddressBook): RowAddress {
  const { sheet, classification, where } = book;
  const isEconomic = sheet.rows.kind === 'economic';
  if (code === '') {
    if (isSumWord(name)) return { kind: 'sum', under: '' };
    if (sheet.rows.kind === 'function-or-blank' && /^(|不分项|全部)$/.test(plain(name))) {
      return { kind: 'row', row: '', doubt: '' };
    }
    return { kind: 'fault', sentence: `${where}没有科目编码，填上编码，或不取此行。` };
  }
  const levels = isEconomic ? /^\d{3}(00)?$/ : /^\d{3}((00)?00|\d{2}(00)?)?$/;
  const entry = isEconomic ? classification.economic(code) : classification.function(code);
  const leafLength = isEconomic ? 5 : 7;
  if (levels.test(code) && entry?.code.length !== leafLength) {
    return { kind: 'sum', under: code.replace(/(00)+$/, '') };
  }
  const wrong = isEconomic
    ? economicItemProblem(code, classification, { where })
    : functionItemProblem(code, classification, { where });
  if (wrong !== null) return fault(wrong);
  const doubt = doubtOf(code, name, entry);
  if (!isEconomic) return { kind: 'row', row: code, doubt };
  const wrongItem = item === '' ? null : functionItemProblem(item, classification, { where });
  if (wrongItem !== null) return fault(wrongItem);
  const kind = UNIT_KINDS.find((each) => each === org || UNIT_KIND_NAMES[each] === plain(org));
  if (org !== '' && kind === undefined) {
    const known = UNIT_KINDS.map((each) => UNIT_KIND_NAMES[each]).join('、');
    return { kind: 'fault', sentence: `${where}的单位类别“${org}”不认识，只能是${known}，改正后再导入。` };
  }
  const row = { code, ...(item === '' ? {} : { item }), ...(kind === undefined ? {} : { org: kind }) };
  return { kind: 'row', row: writeEconomicRow(row), doubt };
}

/** A code that is not in the list, or goes by another name there: it is taken, and said. */
function doubtOf(
  code: string,
  name: string,
  entry: { readonly name: string; readonly aliases?: readonly string[] } | undefined,
): string {
  if (entry === undefined) return `科目表里没有 ${code}，核对编码；目录里新增的科目可以照此导入。`;
  const said = lineLabel(name.replace(code, ''));
  const known = [entry.name, ...(entry.aliases ?? [])].map(lineLabel);
  if (said === '' || known.includes(said)) return '';
  return `编码 ${code} 在科目表里是“${entry.name}”，文件里写的是“${name.trim()}”，核对编码。`;
}

function listAddress({ name }: RowKeys, { sheet, where }: AddressBook): RowAddress {
  if (sheet.rows.kind !== 'list') return { kind: 'sum', under: null };
  const label = lineLabel(name);
  const items = sheet.rows.items;
  const found =
    items.find((item) => plain(item.name) === plain(name) || item.id === name.trim()) ??
    items.find((item) => lineLabel(item.name) === label);
  if (found !== undefined) return { kind: 'row', row: found.id, doubt: '' };
  const known = ITEM_WORDS.get(label);
  const publicItem = sheet.id === 'three_public' ? items.find(({ id }) => id === known) : undefined;
  if (publicItem !== undefined) return { kind: 'row', row: publicItem.id, doubt: '' };
  if (isSumWord(name) || known === 'total') return { kind: 'sum', under: sheet.adds === 'none' ? null : '' };
  if (sheet.id === 'three_public' && known === 'vehicle_total') return { kind: 'sum', under: null };
  const names = items.map((item) => item.name).join('、');
  return {
    kind: 'fault',
    sentence: `${where}的“${name}”认不出是哪一行，可用的是 ${names}，改正名称，或不取此行。`,
  };
}

function freeAddress({ name }: RowKeys, { sheet, ids, where }: AddressBook): RowAddress {
  if (name === '') return { kind: 'fault', sentence: `${where}没有名称，填上名称，或不取此行。` };
  if (isSumWord(name)) return { kind: 'sum', under: sheet.adds === 'none' ? null : '' };
  return { kind: 'row', row: ids.take(sheet.id, rowText(name)), doubt: '' };
}

/** `2010301 行政运行` */
export function rowTitle(
  { code, name }: RowKeys,
  row: string,
  { sheet, classification }: AddressBook,
): string {
  if (sheet.rows.kind === 'free' || sheet.rows.kind === 'list') return name;
  return row === '' && code === '' ? '不分项' : rowName(sheet, row, classification);
}
