import { MONEY_NAMES } from '../entry/refusal.ts';
import { textColumns } from '../figures/free-row.ts';
import type { SheetDefinition } from '../figures/sheets.ts';
import type { MoneyUnit } from '../money/fen.ts';
import { columnLetters } from '../page/column-letters.ts';
import type { Grid } from '../recognition/grid.ts';
import { moneyIn, yearsIn } from '../recognition/stated.ts';
import type { ImportChoices } from './choices.ts';
import { asPrior, type Meaning, meaningOf, readMeaning, requiredOf } from './column-meaning.ts';
import type { IncomingColumn } from './incoming.ts';
import type { RememberedColumn } from './remembered.ts';
import { bodyRows, hasAmounts } from './table-body.ts';
import type { TableHead } from './table-head.ts';

/** A column of a table, with what its headings say of its amounts. */
export interface TableColumn extends IncomingColumn {
  /** `null`: the headings do not say */
  readonly money: MoneyUnit | null;
  /** of another year than it can be taken for; `null`: none */
  readonly otherYear: number | null;
  /** amounts without a heading: what they are only the clerk can say */
  readonly isNameless: boolean;
}

interface Reading {
  readonly choices: Pick<ImportChoices, 'year' | 'meanings' | 'money' | 'measure'>;
  readonly remembered: readonly RememberedColumn[];
}

/** What each column means: as the clerk says now, or said of an earlier file, else by its headings. */
export function tableColumns(
  grid: Grid,
  head: TableHead,
  sheet: SheetDefinition | null,
  { choices, remembered }: Reading,
): TableColumn[] {
  const own = choices.meanings.filter(({ table }) => table === grid.name);
  const earlier = sheet === null ? [] : remembered.filter(({ report }) => report === sheet.name);
  const known = (meaning: string | undefined) =>
    meaning !== undefined && sheet !== null && (meaning === '' || readMeaning(sheet, meaning) !== null)
      ? meaning
      : undefined;
  const times = new Map<string, number>();
  const named = head.columns
    .filter(({ stack }) => stack.length > 0)
    .map(({ index, stack, said, order }): TableColumn => {
      const joined = stack.join('/');
      const seen = (times.get(joined) ?? 0) + 1;
      times.set(joined, seen);
      const path = seen === 1 ? joined : `${joined}（第 ${seen} 处）`;
      const now = known(own.find((each) => each.path === path)?.meaning);
      const before = known(earlier.find((each) => each.path === path)?.meaning);
      const found = now ?? before ?? (sheet === null ? '' : meaningOf(sheet, stack));
      const { meaning, otherYear } = ofYear(sheet, found, said.flatMap(yearsIn), choices.year);
      return {
        index,
        path,
        order,
        meaning: now ?? meaning,
        isChosen: (now ?? before) !== undefined,
        money: said.map(moneyIn).findLast((each) => each !== null) ?? null,
        otherYear: now === undefined ? otherYear : null,
        isNameless: false,
      };
    });
  const nameless = namelessColumns(grid, head).map((index): TableColumn => {
    const path = `${columnLetters(index)} 列（没有栏名）`;
    const now = known(own.find((each) => each.path === path)?.meaning);
    const none = { order: '', money: null, otherYear: null };
    return { ...none, index, path, meaning: now ?? '', isChosen: now !== undefined, isNameless: true };
  });
  return [...named, ...nameless].toSorted((a, b) => a.index - b.index);
}

/** A column of last year is 上年决算, or says how last year ended; any other year is not this table's. */
function ofYear(
  sheet: SheetDefinition | null,
  meaning: string,
  years: readonly number[],
  year: number,
): { readonly meaning: string; readonly otherYear: number | null } {
  const found = sheet && readMeaning(sheet, meaning);
  const [said] = years;
  if (found?.kind !== 'figure' || sheet === null || said === undefined || years.includes(year)) {
    return { meaning, otherYear: null };
  }
  if (said === year - 1) {
    const prior = asPrior(sheet, found);
    if (prior !== null) return { meaning: prior, otherYear: null };
    if (found.measure === 'prior' || found.column.id === 'last_closing') return { meaning, otherYear: null };
  }
  return { meaning, otherYear: said };
}

/** Columns between the headings, or next to the last one, that hold amounts and have no heading. */
function namelessColumns(grid: Grid, { columns, bodyTop }: TableHead): number[] {
  const headed = columns.filter(({ stack }) => stack.length > 0).map(({ index }) => index);
  const [first = 0, last = 0] = [headed[0], headed.at(-1)];
  const rows = bodyRows(grid, bodyTop);
  const holds = (index: number) => hasAmounts(grid, rows, index);
  const between = Array.from({ length: last - first }, (_, step) => first + step);
  const nameless = between.filter((index) => !headed.includes(index) && holds(index));
  for (let next = last + 1; holds(next); next += 1) nameless.push(next);
  return nameless;
}

interface Money {
  /** `null`: neither the table nor the clerk says */
  readonly money: MoneyUnit | null;
  /** one sentence; `''`: nothing is contradictory */
  readonly fault: string;
}

/** The unit of the amounts that are taken: over the table, or in their headings, unless the clerk says otherwise. */
export function moneyOf(
  sheet: SheetDefinition | null,
  columns: readonly TableColumn[],
  stated: MoneyUnit | null,
  chosen: MoneyUnit | null,
): Money {
  const amounts = columns.filter(({ meaning }) => {
    const found = sheet && readMeaning(sheet, meaning);
    return found?.kind === 'figure' && found.column.kind === 'fen';
  });
  const own = amounts.find(({ money }) => money !== null);
  if (own === undefined || own.money === null) return { money: chosen ?? stated, fault: '' };
  const other = amounts.find(({ money }) => (money ?? stated ?? own.money) !== own.money);
  if (other !== undefined) {
    const fault = `“${own.path}”是${MONEY_NAMES[own.money]}，“${other.path}”不是，一次只取一种单位的栏，其余设为不取。`;
    return { money: chosen ?? own.money, fault };
  }
  if (chosen !== null || stated === null || stated === own.money) {
    return { money: chosen ?? own.money, fault: '' };
  }
  return {
    money: null,
    fault: `表上写的金额单位是${MONEY_NAMES[stated]}，栏名里写的是${MONEY_NAMES[own.money]}，选定是元还是万元。`,
  };
}

/** What the clerk has to say before anything of a table can be taken, one sentence; `''`: nothing. */
export function columnFault(
  sheet: SheetDefinition,
  columns: readonly TableColumn[],
  { year }: TableHead,
  choices: Reading['choices'],
): string {
  const meanings = columns.map(({ meaning }) => meaning);
  const required = requiredOf(sheet);
  const taken = meanings.map((meaning) => keyOf(sheet, meaning));
  if (required !== null && !taken.includes(required)) {
    const names: Readonly<Record<string, string>> = { '@code': '科目编码', '@name': '名称' };
    const name = names[required] ?? textColumns(sheet)[0]?.name ?? '名称';
    return `没有找到“${name}”栏，在栏目对照里指定是哪一栏。`;
  }
  if (!meanings.some((id) => readMeaning(sheet, id)?.kind === 'figure')) {
    return `没有找到${sheet.name}表的金额或数量栏，在栏目对照里指定。`;
  }
  const nameless = columns.find(({ isNameless, isChosen }) => isNameless && !isChosen);
  if (nameless !== undefined) {
    return `${columnLetters(nameless.index)} 列有数，上面没有栏名，在栏目对照里指定含义，或设为不取。`;
  }
  const other = columns.find(({ otherYear }) => otherYear !== null);
  if (other !== undefined) {
    return `“${other.path}”栏写的是 ${other.otherYear} 年，现在导入的是 ${choices.year} 年度，把这一栏设为不取，或核对是否选错了文件或年度。`;
  }
  const twice = meanings.find((id, index) => id !== '' && id !== '@part' && meanings.indexOf(id) !== index);
  if (twice !== undefined) {
    const same = columns.filter(({ meaning }) => meaning === twice).map(({ path }) => `“${path}”`);
    return `${same.join('和')}的含义相同，指定其中一栏，其余设为不取。`;
  }
  const isPrior = choices.measure === 'prior' && year === choices.year - 1;
  if (year !== null && year !== choices.year && !isPrior) {
    return `表上写的是 ${year} 年度，现在导入的是 ${choices.year} 年度，核对是否选错了文件或年度。`;
  }
  return '';
}

/** Whether amounts are taken that need a unit of money. */
export function takesMoney(sheet: SheetDefinition, columns: readonly TableColumn[]): boolean {
  return columns.some(({ meaning }) => {
    const found: Meaning | null = readMeaning(sheet, meaning);
    return found?.kind === 'figure' && found.column.kind === 'fen';
  });
}

/** The key that a column is; a code in parts is one. */
export function keyOf(sheet: SheetDefinition, id: string): string {
  const meaning = readMeaning(sheet, id);
  return meaning?.kind === 'key' && (meaning.key === 'code' || meaning.key === 'part') ? '@code' : id;
}
