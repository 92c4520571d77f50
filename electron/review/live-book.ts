import { LiveChecks, type YearChange } from '../../core/checks/live-checks.ts';
import { hasYearBefore, readYear } from '../desk/pack.ts';
import type { BookStore } from '../store/book-store.ts';
import type { SheetPlace } from '../store/changes-since.ts';

/** The checks of one year of a book, as they were at a step of its history. */
interface Kept {
  readonly file: string;
  readonly year: number;
  readonly step: string;
  readonly hasLast: boolean;
  readonly checks: LiveChecks;
}

/** Keeps the checks of the year that was asked about last, and brings them up to the book each time they are asked. */
export class LiveBook {
  #kept: Kept | null = null;

  checksOf(store: BookStore, year: number): LiveChecks {
    const step = store.lastStep();
    const kept = this.#kept;
    // what fails half way is not kept
    this.#kept = null;
    const followed =
      kept !== null && kept.file === store.file && kept.year === year && follow(store, kept, step);
    const checks = followed ? kept.checks : new LiveChecks(readYear(store, year));
    this.#kept = { file: store.file, year, step, hasLast: hasYearBefore(store, year), checks };
    return checks;
  }
}

/** Takes in what has changed. @returns false: the checks must begin anew */
function follow(store: BookStore, kept: Kept, step: string): boolean {
  if (kept.step === step) return true;
  const change = changeSince(store, kept);
  if (change === null) return false;
  kept.checks.update(change);
  return true;
}

function changeSince(store: BookStore, { step, year, hasLast }: Kept): YearChange | null {
  const changes = store.changesSince(step);
  if (changes === null || hasLast !== hasYearBefore(store, year)) return null;
  const last = hasLast ? year - 1 : null;
  const figuresOf = (of: number | null) =>
    changes.figures
      .filter((place) => place.year === of)
      .map((place) => ({ ...place, figures: store.unitSheet(place) }));
  const textsOf = (of: number | null) => {
    const units = changes.texts.filter((place) => place.year === of).map(({ unit }) => unit);
    return of === null || units.length === 0 ? null : { units, now: store.texts(of) };
  };
  return {
    figures: figuresOf(year),
    last: figuresOf(last),
    texts: textsOf(year),
    lastTexts: textsOf(last),
    cellTexts: cellTextsOf(
      store,
      year,
      changes.cellTexts.filter((place) => place.year === year),
    ),
  };
}

function cellTextsOf(
  store: BookStore,
  year: number,
  changed: readonly SheetPlace[],
): YearChange['cellTexts'] {
  if (changed.length === 0) return null;
  const units = [...new Set(changed.map(({ unit }) => unit))];
  const sheets = [...new Set(changed.map(({ sheet }) => sheet))];
  return { units, sheets, now: store.cellTexts(year, null) };
}
