import type { MouseEvent as ReactMouseEvent, PointerEvent as ReactPointerEvent } from 'react';
import { commit, endComposition, openCell } from './editor.ts';
import { filledRange } from './fill.ts';
import type { Grid } from './grid.ts';
import { clamped, only, type Spot } from './selection.ts';
import { fillByHandle } from './transfer.ts';
import { drawnIn, nearestSpot, overshoot, type Point, spotAt } from './view.ts';

/** What carries one of these is a control inside the grid. */
export const TOGGLE = 'data-toggle';
export const FILL_HANDLE = 'data-fill-handle';
/** Inside it nothing is the grid's business. */
export const FOREIGN = 'data-foreign';

interface Drag {
  readonly kind: 'select' | 'fill';
  readonly from: Spot;
  /** of the pointer, from the corner of the window */
  at: Point;
}

/** The mouse on the cells of a grid. */
export class GridPointer {
  readonly #grid: Grid;
  #drag: Drag | null = null;
  #frame = 0;

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  readonly down = (event: ReactPointerEvent<HTMLElement>): void => {
    const grid = this.#grid;
    const target = event.target as Element;
    if (target.closest(`[${FOREIGN}]`) !== null || isOnScrollBar(event)) return;
    // or the focus would leave the field, whatever the button
    event.preventDefault();
    if (event.button !== 0) return;
    if (grid.isComposing) endComposition(grid);
    grid.focus();
    commit(grid, 'leaving');
    grid.tabStart = null;
    if (target.closest(`[${TOGGLE}]`) !== null) this.#toggle(event);
    else this.#begin(event, target.closest(`[${FILL_HANDLE}]`) === null ? 'select' : 'fill');
  };

  #toggle(event: ReactPointerEvent<HTMLElement>): void {
    const spot = this.#spotAt({ x: event.clientX, y: event.clientY });
    const line = spot === null ? undefined : this.#grid.lineAt(spot);
    if (line !== undefined) this.#grid.props.onToggle(line);
  }

  #begin(event: ReactPointerEvent<HTMLElement>, kind: Drag['kind']): void {
    const grid = this.#grid;
    const at = { x: event.clientX, y: event.clientY };
    const spot = this.#spotAt(at);
    if (kind === 'fill') this.#drag = { kind, from: grid.selection.far, at };
    else if (spot !== null) {
      grid.select(event.shiftKey ? { ...grid.selection, far: spot } : only(spot));
      grid.reveal(spot);
      this.#drag = { kind, from: spot, at };
    }
    if (this.#drag !== null) event.currentTarget.setPointerCapture(event.pointerId);
  }

  readonly move = (event: ReactPointerEvent<HTMLElement>): void => {
    if (this.#drag === null) return;
    this.#drag.at = { x: event.clientX, y: event.clientY };
    this.#follow();
  };

  /** The pointer may lie still beyond the edge: the cells then go on moving under it. */
  readonly #follow = (): void => {
    cancelAnimationFrame(this.#frame);
    const grid = this.#grid;
    const drag = this.#drag;
    if (drag === null || grid.scroller === null) return;
    const point = this.#inView(drag.at);
    const over = overshoot(grid.layout, point, grid.view, drag.from);
    const before = grid.view;
    grid.scroller.scrollLeft += speed(over.x);
    grid.scroller.scrollTop += speed(over.y);
    const hasScrolledX = grid.view.scrollLeft !== before.scrollLeft;
    const hasScrolledY = grid.view.scrollTop !== before.scrollTop;
    // where nothing scrolls any more the pointer may go on, over to what is frozen
    const drawn = { x: hasScrolledX ? over.x : 0, y: hasScrolledY ? over.y : 0 };
    const spot = clamped(nearestSpot(grid.layout, drawnIn(point, drawn), grid.view), grid.sheet);
    this.#reach(drag, spot);
    if (hasScrolledX || hasScrolledY) this.#frame = requestAnimationFrame(this.#follow);
  };

  #reach({ kind }: Drag, spot: Spot): void {
    const grid = this.#grid;
    const { far } = grid.selection;
    if (kind === 'fill') grid.change({ fill: filledRange(grid.range, spot) });
    else if (far.row !== spot.row || far.column !== spot.column)
      grid.select({ ...grid.selection, far: spot });
  }

  readonly up = (): void => {
    const { fill } = this.#grid.snapshot();
    const isFilling = this.#drag?.kind === 'fill';
    this.cancel();
    if (isFilling && fill !== null) fillByHandle(this.#grid, fill);
  };

  readonly cancel = (): void => {
    cancelAnimationFrame(this.#frame);
    if (this.#drag?.kind === 'fill') this.#grid.change({ fill: null });
    this.#drag = null;
  };

  readonly doubleClick = (event: ReactMouseEvent<HTMLElement>): void => {
    const target = event.target as Element;
    if (target.closest(`[${FOREIGN}], [${TOGGLE}], [${FILL_HANDLE}]`) !== null) return;
    if (this.#spotAt({ x: event.clientX, y: event.clientY }) === null || this.#grid.draft !== null) return;
    openCell(this.#grid, 'edit', null);
  };

  #spotAt(at: Point): Spot | null {
    const { layout, view, sheet } = this.#grid;
    return spotAt(layout, this.#inView(at), view, sheet);
  }

  #inView({ x, y }: Point): Point {
    const corner = this.#grid.scroller?.getBoundingClientRect();
    return { x: x - (corner?.left ?? 0), y: y - (corner?.top ?? 0) };
  }
}

/** px a frame: the farther out, the faster */
function speed(over: number): number {
  return over === 0 ? 0 : Math.sign(over) * (4 + Math.min(Math.abs(over), 90) / 3);
}

function isOnScrollBar({ currentTarget, clientX, clientY }: ReactPointerEvent<HTMLElement>): boolean {
  const { left, top } = currentTarget.getBoundingClientRect();
  return clientX >= left + currentTarget.clientWidth || clientY >= top + currentTarget.clientHeight;
}
