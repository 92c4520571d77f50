import type { BookStore } from '../store/book-store.ts';

interface Kept {
  readonly file: string;
  readonly year: number;
  readonly step: string;
  /** by sheet, then by unit; ISO 8601, UTC */
  readonly times: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Remembers when each sheet was last changed, so that a long history is walked once. */
export class ChangeTimes {
  #kept: Kept | null = null;

  /** When figures of each sheet last changed, of one unit or (`null`) of any, the department and the 差额表 too. */
  of(store: BookStore, year: number, unit: string | null): Map<string, string> {
    const { times } = this.#upToDate(store, year);
    const own = [...times].flatMap(([sheet, byUnit]): [string, string][] => {
      const at = unit === null ? [...byUnit.values()].sort().at(-1) : byUnit.get(unit);
      return at === undefined ? [] : [[sheet, at]];
    });
    return new Map(own);
  }

  #upToDate(store: BookStore, year: number): Kept {
    const step = store.lastStep();
    const kept = this.#isOf(store, year) ? this.#kept : null;
    if (kept?.step === step) return kept;
    const times = new Map([...(kept?.times ?? [])].map(([sheet, byUnit]) => [sheet, new Map(byUnit)]));
    for (const { sheet, unit, at } of store.lastChanges(year, kept?.step ?? null)) {
      times.set(sheet, (times.get(sheet) ?? new Map<string, string>()).set(unit, at));
    }
    this.#kept = { file: store.file, year, step, times };
    return this.#kept;
  }

  /** A copy that took the place of the book has another history. */
  #isOf(store: BookStore, year: number): boolean {
    const kept = this.#kept;
    return kept !== null && kept.file === store.file && kept.year === year && store.hasStep(kept.step);
  }
}
