import type { TableId } from '../profiles/profile.ts';
import type { Side } from '../tables/model.ts';
import type { TableHead } from './head.ts';
import { columnWords, ITEM_WORDS, KEY_WORDS, MEASURE_WORDS, type Vocabulary } from './words.ts';

/** A code or label with the amounts at its right; a table has one of them, two sides, or two or three groups. */
export interface Group {
  readonly codes: readonly number[];
  readonly label: number | null;
  /** columns of the worksheet that hold amounts, with the column of the content */
  readonly amounts: ReadonlyMap<number, string>;
  readonly side?: Side;
}

/** 三公 in one line: which item and measure each column holds. */
export type ItemColumns = ReadonlyMap<number, { readonly item: string; readonly measure: string }>;

export type Layout =
  | { readonly kind: 'groups'; readonly groups: readonly Group[] }
  | { readonly kind: 'items'; readonly columns: ItemColumns };

/** The columns of the content that a layout prints. */
export function columnsOf(layout: Layout): string[] {
  const columns =
    layout.kind === 'items'
      ? [...layout.columns.values()].map(({ measure }) => measure)
      : layout.groups.flatMap(({ amounts }) => [...amounts.values()]);
  return [...new Set(columns)];
}

interface Span {
  readonly codes: number[];
  labels: { readonly column: number; readonly word: string }[];
  readonly others: { readonly column: number; readonly stack: readonly string[] }[];
}

/** Parts the columns at each new code or label. */
function spansOf({ columns }: TableHead): Span[] {
  const spans: Span[] = [];
  for (const { column, stack } of columns) {
    const word = KEY_WORDS.get(stack.at(-1) ?? '');
    let span = spans.at(-1);
    if (word === 'code' || word === 'part' || word === 'name' || word === 'label') {
      if (span === undefined || span.others.length > 0) {
        span = { codes: [], labels: [], others: [] };
        spans.push(span);
      }
      if (word === 'code' || word === 'part') span.codes.push(column);
      else span.labels.push({ column, word });
    } else if (word !== 'aside' && stack.length > 0) {
      span?.others.push({ column, stack });
    }
  }
  return spans;
}

/** Which vocabulary the columns of a table are read with. */
const WORDS_OF: Readonly<Partial<Record<TableId, string>>> = {
  'gov-fund': 'fund',
  'state-capital': 'fund',
  'general-balance': 'fund',
  'general-basic': 'basic',
  'gov-fund-basic': 'basic',
};

/** The vocabulary of a table's columns: which content each heading names. */
export function wordsOf(id: TableId): Vocabulary {
  return columnWords(WORDS_OF[id] ?? id);
}

/** What a column of a table's content is mostly called: `opening` → 年初结转和结余. */
export function columnName(id: TableId, column: string): string {
  const words = id === 'three-public' ? MEASURE_WORDS : wordsOf(id);
  return [...words].findLast(([, key]) => key === column)?.[0] ?? column;
}

const GENERIC: ReadonlySet<string> = new Set(['合计', '小计', '金额', '决算数']);

/** The content that a stack of headings names: 小计 below 本年支出 is that of 本年支出, 基本支出 below 本年收入 is none. */
function keyOf(stack: readonly string[], words: Vocabulary): string | null {
  const lowest = stack.at(-1) ?? '';
  const above = stack
    .slice(0, -1)
    .map((text) => words.get(text))
    .findLast((key) => key !== undefined);
  if (GENERIC.has(lowest) && above !== undefined) return above;
  const key = words.get(lowest);
  return key === undefined || (above !== undefined && above !== 'total') ? null : key;
}

function amountsOf({ others }: Span, words: Vocabulary): Map<number, string> {
  const amounts = new Map<number, string>();
  for (const { column, stack } of others) {
    const key = keyOf(stack, words);
    if (key !== null && ![...amounts.values()].includes(key)) amounts.set(column, key);
  }
  return amounts;
}

/** Where heads are not merged, an item stands over the first of its columns alone, and so does 预算数. */
function itemColumns({ columns }: TableHead): ItemColumns {
  const found = new Map<number, { item: string; measure: string }>();
  let last: { readonly item?: string | undefined; readonly measure?: string | undefined } = {};
  for (const { column, stack } of columns) {
    const own = { item: itemOf(stack), measure: stack.map((text) => MEASURE_WORDS.get(text)).find(Boolean) };
    if (own.item === undefined && own.measure === undefined) continue;
    last = { item: own.item ?? last.item, measure: own.measure ?? last.measure };
    const { item, measure } = last;
    const isKnown = [...found.values()].some((each) => each.item === item && each.measure === measure);
    if (item !== undefined && measure !== undefined && !isKnown) found.set(column, { item, measure });
  }
  return found;
}

function itemOf(stack: readonly string[]): string | undefined {
  const items = stack.map((text) => ITEM_WORDS.get(text)).filter((each) => each !== undefined);
  // 合计 below 公务用车购置及运行维护费 is its 小计
  return items.at(-1) === 'total' && items.includes('vehicle_total') ? 'vehicle_total' : items.at(-1);
}

const SIDES = ['income', 'expenditure'] as const;

/** The layout of the table with a title; `null`: this head does not belong to it. */
export function layoutOf(id: TableId, head: TableHead): Layout | null {
  const spans = spansOf(head);
  const words = wordsOf(id);
  if (id === 'three-public' && spans.length === 0) {
    const columns = itemColumns(head);
    return new Set([...columns.values()].map(({ item }) => item)).size < 3
      ? null
      : { kind: 'items', columns };
  }
  const groups = spans.map((span): Group => {
    const { codes, labels } = span;
    const amounts = amountsOf(span, id === 'three-public' ? MEASURE_WORDS : words);
    return { codes, label: labels.at(-1)?.column ?? null, amounts };
  });
  const isOther = head.columns.some(({ stack }) => stack.some((text) => (OTHERS[id] ?? []).includes(text)));
  return isLayoutOf(id, groups) && !isOther ? { kind: 'groups', groups: withSides(id, groups) } : null;
}

function withSides(id: TableId, groups: readonly Group[]): readonly Group[] {
  if (id !== 'summary' && id !== 'appropriation-summary') return groups;
  return SIDES.flatMap((side, index) => {
    const group = groups[index];
    if (group === undefined) return [];
    // the income side has one number a line, whatever stands over it
    const amounts =
      side === 'expenditure' || id === 'summary'
        ? group.amounts
        : new Map([...group.amounts].slice(0, 1).map(([column]) => [column, 'amount']));
    return [{ ...group, side, amounts }];
  });
}

/** The headings of a vocabulary that stand for some of its keys. */
function headingsOf(shape: string, keys: readonly string[]): string[] {
  return [...columnWords(shape)].filter(([, key]) => keys.includes(key)).map(([text]) => text);
}

const BALANCES = headingsOf('fund', ['opening', 'closing']);

/** What the head of a table never has: it then belongs to another table, whatever the title says. */
const OTHERS: Readonly<Partial<Record<TableId, readonly string[]>>> = {
  summary: headingsOf('appropriation-summary', ['general', 'gov_fund', 'state_capital']),
  expenditure: BALANCES,
  'general-expenditure': [...BALANCES, ...headingsOf('expenditure', ['remit', 'business', 'subsidy'])],
};

/** Whether a head as read with the words of a table is that table's: what it must have, and what another one has. */
function isLayoutOf(id: TableId, groups: readonly Group[]): boolean {
  const [first] = groups;
  const keys = groups.flatMap(({ amounts }) => [...amounts.values()]);
  const has = (...wanted: string[]) => wanted.every((key) => keys.includes(key));
  const byCode = groups.length === 1 && first !== undefined && first.codes.length > 0;
  switch (id) {
    case 'summary':
      return groups.length > 1 && groups.every(({ codes }) => codes.length === 0) && has('amount');
    case 'appropriation-summary':
      return groups.length > 1 && groups.every(({ codes }) => codes.length === 0) && has('general');
    case 'income':
      return byCode && has('total', 'appropriation');
    case 'expenditure':
    case 'general-expenditure':
      return byCode && has('total', 'basic', 'project');
    case 'general-balance':
      return byCode && has('opening', 'income', 'total', 'closing');
    case 'gov-fund':
    case 'state-capital':
      return byCode && has('total', 'basic', 'project');
    case 'general-basic':
    case 'gov-fund-basic':
      return (
        groups.every(({ amounts }) => amounts.size > 0) && (byCode || groups.length > 1) && has('amount')
      );
    case 'three-public':
      return groups.length === 1 && has('actual');
    case 'procurement':
    case 'purchased-services':
      return groups.length === 1 && has('amount');
  }
}
