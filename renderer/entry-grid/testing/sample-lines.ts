import type { GridLine } from '../grid-types.ts';

/** A line with its place in the tree. */
export interface SampleLine extends GridLine {
  readonly parent: string | null;
}

const TITLES: readonly (readonly [string, string])[] = [
  ['201', '一般公共服务支出'],
  ['20103', '政府办公厅（室）及相关机构事务'],
  ['2010301', '行政运行'],
  ['2010302', '一般行政管理事务'],
  ['2010308', '信访事务'],
  ['20132', '组织事务'],
  ['2013299', '其他组织事务支出'],
  ['208', '社会保障和就业支出'],
  ['20805', '行政事业单位养老支出'],
  ['2080505', '机关事业单位基本养老保险缴费支出'],
  ['2080506', '机关事业单位职业年金缴费支出'],
];

const KINDS = ['class', 'section', 'item'] as const;

const TOTAL: SampleLine = {
  id: 'total',
  name: '合计',
  parent: null,
  level: 0,
  kind: 'total',
  expanded: null,
};

/** 合计 and so many lines below it: real ones first, then invented ones in the same three levels. */
export function sampleLines(count: number): SampleLine[] {
  const titles = [...TITLES];
  for (let section = 0; titles.length < count; section += 1) {
    const parent = `3${String(section).padStart(4, '0')}`;
    if (section % 100 === 0) titles.push([parent.slice(0, 3), `第 ${section / 100 + 1} 类`]);
    titles.push([parent, `第 ${section + 1} 款`]);
    for (let item = 1; item <= 9; item += 1) titles.push([`${parent}0${item}`, `第 ${item} 项`]);
  }
  return [TOTAL, ...titles.slice(0, count).map(([code, title]) => lineOf(code, title))];
}

function lineOf(code: string, title: string): SampleLine {
  const level = code.length === 3 ? 0 : code.length === 5 ? 1 : 2;
  return {
    id: code,
    // the grid tells code and title apart at the last space
    name: `${code} ${title.replaceAll(' ', '')}`,
    parent: level === 0 ? TOTAL.id : code.slice(0, level === 1 ? 3 : 5),
    level,
    kind: KINDS[level] ?? 'item',
    expanded: level === 2 ? null : true,
  };
}

/** Which lines are shown: those under a closed one are not. */
export class ShownLines {
  readonly #all: readonly SampleLine[];
  readonly #parents: ReadonlyMap<string, string | null>;
  readonly #closed = new Set<string>();

  constructor(lines: readonly SampleLine[]) {
    this.#all = lines;
    this.#parents = new Map(lines.map(({ id, parent }) => [id, parent]));
  }

  shown(): SampleLine[] {
    return this.#all
      .filter(({ id }) => !this.above(id).some((line) => this.#closed.has(line)))
      .map((line) => (this.#closed.has(line.id) ? { ...line, expanded: false } : line));
  }

  toggle({ id }: GridLine): void {
    if (!this.#closed.delete(id)) this.#closed.add(id);
  }

  /** The lines that a line is summed up in, innermost first. */
  above(id: string): string[] {
    const parent = this.#parents.get(id) ?? null;
    return parent === null ? [] : [parent, ...this.above(parent)];
  }
}
