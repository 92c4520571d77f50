import type { MoneyUnit } from '../money/fen.ts';
import type { TableId } from '../profiles/profile.ts';
import { readAmount } from './amount.ts';
import { readCode } from './codes.ts';
import type { Grid, GridCell } from './grid.ts';
import type { TableHead } from './head.ts';
import { type Group, type ItemColumns, type Layout, wordsOf } from './layout.ts';
import type { SideLines } from './lines.ts';
import type { RecognisedCell, RecognisedRow } from './recognised.ts';
import { heading, ITEM_WORDS, KEY_WORDS, lineLabel, plain, TOTAL_LABELS } from './words.ts';

export interface TablePlace {
  readonly id: TableId;
  readonly grid: Grid;
  readonly head: TableHead;
  readonly money: MoneyUnit;
  /** the row behind its last */
  readonly end: number;
  readonly lines: SideLines;
}

/** The rows of a table, read by its layout, and where they end: below them notes, or the head printed again. */
export function readRows(layout: Layout, place: TablePlace): { rows: RecognisedRow[]; end: number } {
  const body = bodyRows(layout, place);
  const end = body.at(-1) ?? place.head.bodyTop - 1;
  if (layout.kind === 'items') {
    const [row = place.head.bodyTop] = body;
    return { rows: itemRows(layout.columns, row, place), end };
  }
  const totals = body.filter((row) => place.grid.row(row).some(isBasicTotal));
  const others = body.filter((row) => !totals.includes(row));
  const byGroup = layout.groups.map((group) => new GroupReader(group, place).read(others));
  return {
    rows: [...byGroup.flat(), ...totals.flatMap((row) => basicTotals(row, layout.groups, place))],
    end,
  };
}

/** What ends a table: a note below it, or who signed it. */
const BEHIND = /^(注|说明|备注|填表|制表|审核|编制|复核|打印|单位负责人|部门负责人)/;

function bodyRows(layout: Layout, { grid, head, end }: TablePlace): number[] {
  const keys = layout.kind === 'items' ? [] : layout.groups.flatMap(({ codes, label }) => [...codes, label]);
  const isHeadAgain = (cells: readonly GridCell[]) =>
    cells.some(({ column, text }) => keys.includes(column) && KEY_WORDS.has(heading(text))) &&
    cells.every(({ column, text }) => !keys.includes(column) || KEY_WORDS.has(heading(text)));
  const rows = grid.rowsBetween(head.bodyTop, end);
  const behind = rows.findIndex((row) => {
    const cells = grid.row(row);
    return BEHIND.test(plain(cells[0]?.text ?? '')) || isHeadAgain(cells);
  });
  return behind === -1 ? rows : rows.slice(0, behind);
}

function itemRows(columns: ItemColumns, row: number, { grid, money }: TablePlace): RecognisedRow[] {
  const items = [...new Set([...columns.values()].map(({ item }) => item))];
  return items.map((item) => ({
    kind: item === 'total' ? 'total' : 'line',
    item,
    label: item,
    address: grid.address(row, 0),
    cells: Object.fromEntries(
      [...columns]
        .filter(([, each]) => each.item === item)
        .map(([column, { measure }]) => [
          measure,
          { ...readAmount(grid.at(row, column), money), address: grid.address(row, column) },
        ]),
    ),
  }));
}

const BASIC_TOTALS: ReadonlyMap<string, string> = new Map([
  ['人员经费合计', 'personnel_total'],
  ['公用经费合计', 'public_total'],
]);

function isBasicTotal({ text }: GridCell): boolean {
  return BASIC_TOTALS.has(lineLabel(text));
}

/** 公用经费合计 stands over two groups in some places: its number is the one between it and the next total. */
function basicTotals(row: number, groups: readonly Group[], { grid, money }: TablePlace): RecognisedRow[] {
  const labels = grid.row(row).filter(isBasicTotal);
  return labels.map(({ column: left, columnSpan, text }, index) => {
    const columns = groups
      .flatMap(({ amounts }) => [...amounts.keys()])
      .filter((column) => left + columnSpan <= column && column < (labels[index + 1]?.column ?? Infinity));
    const column =
      columns.find((each) => grid.at(row, each) !== undefined) ?? columns.at(-1) ?? left + columnSpan;
    const address = grid.address(row, column);
    return {
      kind: 'total',
      item: BASIC_TOTALS.get(lineLabel(text)) ?? '',
      label: text.trim(),
      address: grid.address(row, left),
      cells: { amount: { ...readAmount(grid.at(row, column), money), address } },
    };
  });
}

/** Reads one group of columns from the top down. */
class GroupReader {
  readonly #group: Group;
  readonly #place: TablePlace;
  #lastCode = '';
  /** below 年初财政拨款结转和结余 the names of the funds stand for its parts */
  #isBelowOpening = false;

  constructor(group: Group, place: TablePlace) {
    this.#group = group;
    this.#place = place;
  }

  read(body: readonly number[]): RecognisedRow[] {
    return body.flatMap((row) => {
      const named = this.#nameOf(row);
      const cells = this.#cells(row, named.kind);
      const isSaid =
        named.label !== '' ||
        Object.values(cells).some(({ amount, unreadable }) => amount !== null || unreadable);
      const column = this.#group.codes[0] ?? this.#group.label ?? 0;
      return isSaid ? [{ ...named, address: this.#place.grid.address(row, column), cells }] : [];
    });
  }

  /** What a row is the row of. */
  #nameOf(row: number): Omit<RecognisedRow, 'cells' | 'address'> {
    const { id, grid } = this.#place;
    const { codes, label: labelColumn, side } = this.#group;
    const at = (column: number) => {
      const cell = grid.at(row, column);
      return cell !== undefined && KEY_WORDS.has(heading(cell.text)) ? undefined : cell;
    };
    const code = codes.length === 0 ? null : readCode(codes.map(at), this.#lastCode);
    const name = (labelColumn === null ? undefined : at(labelColumn))?.text.trim();
    const label =
      name ??
      codes
        .map(at)
        .find((cell) => cell !== undefined)
        ?.text.trim() ??
      '';
    if (code !== null) {
      this.#lastCode = code;
      return { kind: 'code', code, label: name ?? '' };
    }
    const bare = lineLabel(label);
    if (side !== undefined) return this.#sideName(side, label);
    if (id === 'three-public') return { kind: 'line', item: ITEM_WORDS.get(bare) ?? bare, label };
    if (TOTAL_LABELS.has(bare)) return { kind: 'total', label };
    return { kind: 'line', label };
  }

  #sideName(side: 'income' | 'expenditure', label: string): Omit<RecognisedRow, 'cells' | 'address'> {
    const { id, lines } = this.#place;
    const code = side === 'expenditure' ? lines.codeOf(label) : undefined;
    if (code !== undefined) return { kind: 'line', side, code, label };
    const item = lines.itemOf(side, label);
    const isPart = this.#isBelowOpening && ['general', 'gov_fund', 'state_capital'].includes(item);
    if (side === 'income' && id === 'appropriation-summary' && item === 'opening')
      this.#isBelowOpening = true;
    const kind = item === 'total' || item === 'grand_total' ? 'total' : 'line';
    return { kind, side, item: isPart ? `opening_${item}` : item, label };
  }

  #cells(row: number, kind: RecognisedRow['kind']): RecognisedRow['cells'] {
    const { id, grid, head } = this.#place;
    // Shanghai's template has sub-headings in the line of 合计: there no number is printed at all
    const isSubHead = (column: number, key: string) =>
      kind === 'total' &&
      row === head.bodyTop &&
      head.subHeads.has(column) &&
      wordsOf(id).get(heading(grid.at(row, column)?.text ?? '')) === key;
    // under a merged cell that begins elsewhere stands nothing
    return Object.fromEntries(
      [...this.#group.amounts].flatMap(([column, key]) =>
        isSubHead(column, key) ? [] : [[key, this.#cell(row, column)]],
      ),
    );
  }

  #cell(row: number, column: number): RecognisedCell {
    const { grid, money } = this.#place;
    return { ...readAmount(grid.at(row, column), money), address: grid.address(row, column) };
  }
}
