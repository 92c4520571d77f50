import type { FigureAddress } from '../../core/figures/figure.ts';
import { SHEETS } from '../../core/figures/sheets.ts';
import type { FormulaTerm } from '../../core/tables/formula.ts';
import type { TablePack } from '../../core/tables/model.ts';
import type { OriginFigure } from '../../core/tables/origin.ts';
import type { BookStore } from '../store/book-store.ts';

/** A figure as somebody keyed or imported it, with what was written beside its cell. */
export interface KeyedFigure extends OriginFigure {
  readonly note?: string;
}

/** Every keyed figure that some number of the pack stands on, once: unit by unit, sheet by sheet. */
export function keyedFigures(store: BookStore, pack: TablePack, unit: string | null): KeyedFigure[] {
  const { year } = pack;
  const used = new UsedFigures(pack);
  const units = store.units(year).map(({ code }) => code);
  const sheets = SHEETS.map(({ id }) => id);
  // the 差额表 is no unit of the list and comes last
  const place = (all: readonly string[], one: string) => (all.includes(one) ? all.indexOf(one) : all.length);
  const figures = store
    .figuresBehind(year, unit, used.wholeSheets())
    .filter((figure) => used.has(figure))
    .toSorted(
      (a, b) =>
        place(units, a.unit) - place(units, b.unit) || place(sheets, a.sheet) - place(sheets, b.sheet),
    );
  const notes = notesOf(store, year, figures, units);
  return figures.map((figure) => {
    const note = notes.get(addressKey(figure));
    return note === undefined ? figure : { ...figure, note };
  });
}

function notesOf(
  store: BookStore,
  year: number,
  figures: readonly OriginFigure[],
  units: readonly string[],
): Map<string, string> {
  const sheetsByUnit = new Map(units.map((unit) => [unit, new Set<string>()]));
  for (const { unit, sheet } of figures) sheetsByUnit.get(unit)?.add(sheet);
  const notes = [...sheetsByUnit].flatMap(([unit, sheets]) =>
    [...sheets].flatMap((sheet) =>
      store.sheet(year, unit, sheet).notes.map((note) => [addressKey({ ...note, unit }), note.body] as const),
    ),
  );
  return new Map(notes);
}

function addressKey({ unit, sheet, row, fund, column, measure }: FigureAddress): string {
  return JSON.stringify([unit, sheet, row, fund, column, measure]);
}

/** Which figures the numbers of a pack are made of. */
class UsedFigures {
  readonly #selections = new Map<string, FormulaTerm['select'][]>();
  readonly #sheets = new Map<string, FormulaTerm>();

  constructor({ tables }: TablePack) {
    const values = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells)));
    for (const term of values.flatMap(({ formula }) => formula.terms)) this.#add(term);
  }

  #add(term: FormulaTerm): void {
    const { sheet, measure } = term;
    const whole = this.#sheets.get(`${sheet} ${measure}`);
    this.#sheets.set(`${sheet} ${measure}`, {
      ...term,
      sign: 1,
      select: { under: '' },
      columns: [...new Set([...(whole?.columns ?? []), ...term.columns])],
      funds: [...new Set([...(whole?.funds ?? []), ...term.funds])],
    });
    for (const column of term.columns) {
      for (const fund of term.funds) {
        const key = JSON.stringify([sheet, measure, column, fund]);
        const selections = this.#selections.get(key);
        if (selections === undefined) this.#selections.set(key, [term.select]);
        else selections.push(term.select);
      }
    }
  }

  /** Terms that take at least all of them. */
  wholeSheets(): FormulaTerm[] {
    return [...this.#sheets.values()];
  }

  has({ sheet, measure, column, fund, row }: Omit<FigureAddress, 'unit'>): boolean {
    const selections = this.#selections.get(JSON.stringify([sheet, measure, column, fund])) ?? [];
    return selections.some((select) =>
      'under' in select ? row.startsWith(select.under) : select.rows.includes(row),
    );
  }
}
