import type { Draft, GridState } from './grid-state.ts';
import type { CellPlace, EntryGridProps, GridCell, GridColumn, GridLine } from './grid-types.ts';
import type { Mode } from './keys.ts';
import type { Layout } from './layout.ts';
import { textOf } from './names.ts';
import {
  clamped,
  followed,
  only,
  type Range,
  rangeOf,
  type Selection,
  type Sheet,
  type Spot,
} from './selection.ts';
import type { Ground } from './steps.ts';
import { cellBox, pageOf, revealing, type View, zoneBox } from './view.ts';

/** Where keying begins: the first line that is no sum, in the first column that takes an amount there. */
function firstSpot({ source, columns }: EntryGridProps, { pinned, frozen }: Layout): Spot {
  const row = source.lines.findIndex(({ kind }) => kind === 'item');
  const line = source.lines[row];
  if (line === undefined) return { row: pinned, column: frozen };
  const column = columns.findIndex((each) => each.keyed && !each.frozen && !source.cell(line, each).readOnly);
  return { row, column: column < 0 ? frozen : column };
}

/**
 * The grid behind its picture. Keys and the mouse act on it at once, without waiting for React to draw: two quick keys
 * must never meet the state of the first one.
 */
export class Grid {
  /** as of the last render */
  props: EntryGridProps;
  layout: Layout;
  scroller: HTMLElement | null = null;
  /** the field over the active cell, which has the focus while the grid has it */
  input: HTMLTextAreaElement | null = null;
  draft: Draft | null = null;
  isComposing = false;
  /** a place to go to that is not among the lines yet */
  #awaited: CellPlace | null = null;
  /** the column in which a run of the Tab key began */
  tabStart: string | null = null;
  #state: GridState;
  readonly #listeners = new Set<() => void>();

  constructor(props: EntryGridProps, layout: Layout) {
    this.props = props;
    this.layout = layout;
    const sheet = { lines: props.source.lines, columns: props.columns };
    const first = clamped(firstSpot(props, layout), sheet);
    this.#state = { selection: only(first), sheet, mode: 'nav', fill: null, resized: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): GridState => this.#state;

  change(change: Partial<Pick<GridState, 'mode' | 'fill' | 'resized'>>): void {
    this.#set({ ...this.#state, ...change });
  }

  #set(state: GridState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  get mode(): Mode {
    return this.#state.mode;
  }

  get sheet(): Sheet {
    return { lines: this.props.source.lines, columns: this.props.columns };
  }

  get selection(): Selection {
    return followed(this.#state.selection, this.#state.sheet, this.sheet);
  }

  get range(): Range {
    return rangeOf(this.selection);
  }

  select(selection: Selection): void {
    this.#set({ ...this.#state, selection, sheet: this.sheet });
  }

  /** Selects one cell, or draws the range there, and scrolls it into view. */
  goTo(spot: Spot, extend = false): void {
    const there = clamped(spot, this.sheet);
    this.select(extend ? { ...this.selection, far: there } : only(there));
    this.reveal(there);
  }

  /** The same by name. A line that was only just added is awaited: the page draws it after it has asked to go there. */
  goToPlace(place: CellPlace): void {
    const row = this.sheet.lines.findIndex(({ id }) => id === place.line);
    const column = this.sheet.columns.findIndex(({ id }) => id === place.column);
    const isThere = row >= 0 && column >= 0;
    this.#awaited = isThere ? null : place;
    if (isThere) this.goTo({ row, column });
  }

  goToAwaited(): void {
    if (this.#awaited !== null) this.goToPlace(this.#awaited);
    // it is awaited for one change only
    this.#awaited = null;
  }

  lineAt(spot: Spot): GridLine | undefined {
    return this.props.source.lines[spot.row];
  }

  columnAt(spot: Spot): GridColumn | undefined {
    return this.props.columns[spot.column];
  }

  cellAt(spot: Spot): GridCell | undefined {
    const line = this.lineAt(spot);
    const column = this.columnAt(spot);
    return line && column && this.props.source.cell(line, column);
  }

  textAt(spot: Spot): string {
    const cell = this.cellAt(spot);
    return cell === undefined ? '' : textOf(cell);
  }

  /** Pinned lines are sums, whatever their source says. */
  isReadOnly(spot: Spot): boolean {
    return spot.row < this.layout.pinned || (this.cellAt(spot)?.readOnly ?? true);
  }

  get view(): View {
    const { clientWidth = 0, clientHeight = 0, scrollLeft = 0, scrollTop = 0 } = this.scroller ?? {};
    return { width: clientWidth, height: clientHeight, scrollLeft, scrollTop };
  }

  get ground(): Ground {
    const { lines, columns } = this.sheet;
    return {
      rows: lines.length,
      columns: columns.length,
      pinned: this.layout.pinned,
      frozen: this.layout.frozen,
      page: pageOf(this.layout, this.view),
      isFilled: (spot) => this.textAt(spot) !== '',
    };
  }

  reveal(spot: Spot): void {
    if (this.scroller === null) return;
    const { scrollLeft, scrollTop } = revealing(this.layout, spot, this.view);
    this.scroller.scrollLeft = scrollLeft;
    this.scroller.scrollTop = scrollTop;
  }

  focus(): void {
    this.input?.focus({ preventScroll: true });
  }

  /** Where the active cell is in the view, and where cells like it can be seen. */
  get activeBoxes() {
    const { active } = this.selection;
    return { cell: cellBox(this.layout, active, this.view), zone: zoneBox(this.layout, active, this.view) };
  }
}
