import fc from 'fast-check';
import type { Figure } from '../figures/figure.ts';
import type { Measure } from '../figures/sheets.ts';

/** Draws the next value: a book is built step by step, since each figure depends on those before. */
export type Draw = fc.GeneratorValue;

/** An amount of this year, and the same of last year, not far from it. 分 */
export interface Twin {
  readonly now: number;
  readonly before: number;
}

export const NONE: Twin = { now: 0, before: 0 };

export function added(twins: readonly Twin[]): Twin {
  return twins.reduce((sum, { now, before }) => ({ now: sum.now + now, before: sum.before + before }), NONE);
}

/** A part of an amount, at most so many percent of it. */
export const share = (draw: Draw, amount: number, most = 100) =>
  Math.floor((amount * draw(fc.integer, { min: 0, max: most })) / 100);

export function drawAmount(draw: Draw): number {
  return draw(() => fc.oneof(fc.integer({ min: 1, max: 20_000_000 }), fc.integer({ min: 1, max: 2e9 })));
}

/** Within a tenth of last year, so that no change asks for an explanation. */
export function drawTwin(draw: Draw): Twin {
  const now = drawAmount(draw);
  return { now, before: now + Math.trunc((now * draw(fc.integer, { min: -9, max: 9 })) / 100) };
}

/** Collects the figures of one unit in both years. */
export class Sheets {
  readonly now = new Map<string, Figure>();
  readonly last = new Map<string, Figure>();
  readonly #unit: string;
  readonly #draw: Draw;

  constructor(unit: string, draw: Draw) {
    this.#unit = unit;
    this.#draw = draw;
  }

  /** Adds to a cell of this year; a 0 is sometimes keyed and sometimes left blank. */
  add(address: Address, value: number, into = this.now) {
    if (value === 0 && !this.#has(address, into) && this.#draw(fc.boolean)) return;
    this.key(address, value, into);
  }

  /** Adds to a cell, which is keyed also where it is 0. */
  key(address: Address, value: number, into = this.now) {
    const cell: Figure = { unit: this.#unit, measure: 'actual', ...address, value };
    const known = into.get(nameOf(cell))?.value ?? 0;
    into.set(nameOf(cell), { ...cell, value: known + value });
  }

  #has(address: Address, figures: ReadonlyMap<string, Figure>): boolean {
    return figures.has(nameOf({ measure: 'actual', ...address }));
  }

  /** Adds to a cell of both years. */
  addTwin(address: Address, { now, before }: Twin, prior: Address | null) {
    this.add(address, now);
    this.add(address, before, this.last);
    if (prior !== null) this.add({ ...prior, measure: 'prior' }, before);
  }
}

export interface Address extends Pick<Figure, 'sheet' | 'row' | 'fund' | 'column'> {
  readonly measure?: Measure;
}

function nameOf({ sheet, row, fund, column, measure }: Address): string {
  return JSON.stringify([sheet, row, fund, column, measure]);
}
