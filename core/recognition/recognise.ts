import type { MoneyUnit } from '../money/fen.ts';
import type { TableId } from '../profiles/profile.ts';
import { Grid, type SheetGrid } from './grid.ts';
import { findHead, type TableHead } from './head.ts';
import { columnsOf, type Layout, layoutOf } from './layout.ts';
import { type SideLines, sideLinesOf } from './lines.ts';
import { readRows } from './read-rows.ts';
import type { RecognisedTable, Unrecognised } from './recognised.ts';
import { moneyIn, yearsIn } from './stated.ts';
import { type ReadTable, unreadNumbers } from './unread.ts';
import { knownTitle, looksLikeTitle, plain } from './words.ts';

export interface Recognition {
  readonly tables: readonly RecognisedTable[];
  readonly unrecognised: readonly Unrecognised[];
}

/** Finds the public tables of a year in worksheets, by their titles and heads, wherever they stand. */
export function recogniseTables(sheets: readonly SheetGrid[], year: number): Recognition {
  const lines = sideLinesOf(year);
  const read = sheets.map((sheet) => readSheet(new Grid(sheet), { year, lines }));
  const all: Recognition = {
    tables: read.flatMap(({ tables }) => tables),
    unrecognised: read.flatMap(({ unrecognised }) => unrecognised),
  };
  return joined(all);
}

interface Wanted {
  readonly year: number;
  readonly lines: SideLines;
}

function readSheet(grid: Grid, wanted: Wanted): Recognition {
  const tables: RecognisedTable[] = [];
  const unrecognised: Unrecognised[] = [];
  let money: MoneyUnit | null = 'wan';
  let captionTop = 0;
  for (const { title, from, to } of segmentsOf(grid)) {
    const parts: ReadTable[] = [];
    let top = from;
    for (let head = findHead(grid, top, to); head !== null; head = findHead(grid, top, to)) {
      money = unitAbove(grid, captionTop, head) ?? money;
      const found = identify(title ?? grid.name, title !== null, head, wanted.year);
      if ('reason' in found) {
        const { reason, id } = found;
        // below a table of the segment its numbers are told as those of that table
        const isOurs = id !== undefined && parts.length === 0 && holdsNumbers(grid, head, to);
        unrecognised.push({ sheet: grid.name, reason, ...(isOurs ? { unread: id } : {}) });
        break;
      }
      const place = { id: found.id, grid, head, money, end: to, lines: wanted.lines };
      const { rows, end } = readRows(found.layout, place);
      parts.push({ place, layout: found.layout, rows, last: end });
      top = Math.max(end + 1, head.bodyTop);
      captionTop = top;
    }
    for (const [index, part] of parts.entries()) {
      const unread = unreadNumbers(part, parts[index + 1]?.place.head.top ?? to);
      const { id, money } = part.place;
      const columns = columnsOf(part.layout);
      tables.push({ id, title: title ?? '', sheet: grid.name, money, columns, unread, rows: part.rows });
    }
  }
  if (tables.length === 0 && unrecognised.length === 0) {
    const reason = grid.rows.length === 0 ? '工作表是空的' : '没有找到公开表的标题和表头';
    unrecognised.push({ sheet: grid.name, reason });
  }
  return { tables, unrecognised };
}

/** Whether a number other than 0 stands below a head. */
function holdsNumbers(grid: Grid, { bodyTop }: TableHead, to: number): boolean {
  return grid
    .rowsBetween(bodyTop, to)
    .some((row) => grid.row(row).some(({ isNumber, text }) => isNumber && Number(text) !== 0));
}

interface Segment {
  /** `null`: the rows above the first title */
  readonly title: string | null;
  readonly from: number;
  readonly to: number;
}

/** Parts a worksheet at the titles, each in a line of its own. */
function segmentsOf(grid: Grid): Segment[] {
  const titles = grid.rows.flatMap((row) => {
    const texts = grid.row(row).filter(({ text }) => !CAPTION.test(plain(text)));
    const [only] = texts;
    return texts.length === 1 && only !== undefined && !only.isNumber && looksLikeTitle(only.text)
      ? [{ row, title: only.text.replace(/\s+/g, ' ').trim() }]
      : [];
  });
  const end = (grid.rows.at(-1) ?? -1) + 1;
  const first = titles[0]?.row ?? end;
  return [
    { title: null, from: 0, to: first },
    ...titles.map(({ row, title }, index) => ({ title, from: row + 1, to: titles[index + 1]?.row ?? end })),
  ];
}

/** What may stand beside a title: 公开01表, 部门：…, 单位：万元. */
const CAPTION =
  /^(公开|财决|附表|表)?\d+([-—]\d+)?表?$|^\(?(编制|填报|金额|计量|货币)?(部门|单位)(名称)?[::]|^\d{4}年度?$/;

/** The unit that is stated last above a body; 编制单位：元氏县 states none. */
function unitAbove(grid: Grid, from: number, { bodyTop }: TableHead): MoneyUnit | null {
  const texts = grid.rowsBetween(from, bodyTop).flatMap((row) => grid.row(row).map(({ text }) => text));
  return texts.map(moneyIn).findLast((each) => each !== null) ?? null;
}

/** @property id with a reason: the table that the title names, although its head is another one */
type Identified =
  | { readonly id: TableId; readonly layout: Layout }
  | { readonly reason: string; readonly id?: TableId };

/** Heads that no other table has, so that they are known without a title, and a column that they must have. */
const BY_HEAD_ALONE: readonly (readonly [TableId, string])[] = [
  ['income', 'appropriation'],
  ['expenditure', 'subsidy'],
  ['appropriation-summary', 'general'],
  ['summary', 'amount'],
];

/** Which table it is: its title and its head must agree. */
function identify(title: string, isPrinted: boolean, head: TableHead, year: number): Identified {
  const known = knownTitle(title);
  const [stated] = yearsIn(title);
  if (stated !== undefined && stated !== year) {
    return { reason: `标题“${title}”写的是 ${stated} 年度，没有与 ${year} 年度核对` };
  }
  if (known !== null) {
    const layout = layoutOf(known.id, head);
    return layout === null
      ? { reason: `标题是“${title}”，表头却不是这张表的，分不清是哪一张`, id: known.id }
      : { id: known.id, layout };
  }
  if (isPrinted) return { reason: `“${title}”不是本程序认识的公开表` };
  for (const [id, column] of BY_HEAD_ALONE) {
    const layout = layoutOf(id, head);
    if (layout !== null && columnsOf(layout).includes(column)) return { id, layout };
  }
  const threePublic = layoutOf('three-public', head);
  if (threePublic?.kind === 'items') return { id: 'three-public', layout: threePublic };
  return { reason: '表上没有标题，只看表头分不清是哪一张公开表' };
}

const rowId = ({ side, code, item, label }: RecognisedTable['rows'][number]) =>
  JSON.stringify([side, code, item, label]);

/** What a table says, wherever it stands. */
const printed = ({ money, rows, unread }: RecognisedTable) => [
  money,
  unread,
  rows.map((row) => [rowId(row), Object.entries(row.cells).map(([column, { text }]) => [column, text])]),
];

/** Joins a table that goes on elsewhere; a second print of one is left out and said. */
function joined({ tables, unrecognised }: Recognition): Recognition {
  const kept: RecognisedTable[] = [];
  const repeated: Unrecognised[] = [];
  for (const table of tables) {
    const index = kept.findIndex(({ id }) => id === table.id);
    const first = kept[index];
    if (first === undefined) {
      kept.push(table);
      continue;
    }
    const known = new Set(first.rows.map(rowId));
    if (table.rows.some((row) => known.has(rowId(row)))) {
      const isOther = JSON.stringify(printed(table)) !== JSON.stringify(printed(first));
      repeated.push({
        sheet: table.sheet,
        reason: `与“${first.sheet}”里的是同一张表，${isOther ? '数却不全相同，' : ''}只核对了那里的`,
        ...(isOther ? { unread: table.id } : {}),
      });
    } else {
      kept[index] = {
        ...first,
        columns: [...new Set([...first.columns, ...table.columns])],
        unread: [...new Set([...first.unread, ...table.unread])],
        rows: [...first.rows, ...table.rows],
      };
    }
  }
  return { tables: kept, unrecognised: [...unrecognised, ...repeated] };
}
