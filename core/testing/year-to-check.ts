import type { YearToCheck } from '../checks/check-year.ts';
import type { Book, BookYear, SummedFigure } from '../figures/figure.ts';
import { builtInProfile } from '../profiles/built-in.ts';
import { figuresOfRegisters } from '../registers/book-figures.ts';
import { sumFigures } from './sample.ts';

/** A book's year as the checks see it; absent `year`: its newest. */
export function yearToCheck(
  book: Book,
  year = Math.max(...book.years.map((each) => each.year)),
): YearToCheck {
  const profile =
    builtInProfile(book.department.profile) ??
    book.profiles?.find(({ id }) => id === book.department.profile);
  const own = book.years.find((each) => each.year === year);
  const last = book.years.find((each) => each.year === year - 1);
  if (profile === undefined || own === undefined) throw new Error('the book has the year and its profile');
  return {
    year,
    name: book.department.name,
    profile,
    units: own.units,
    figures: figuresByUnit(withRegisters(book, own)),
    last: last === undefined ? null : figuresByUnit(withRegisters(book, last)),
    texts: own.texts,
    lastTexts: last?.texts ?? [],
    cellTexts: own.cellTexts ?? [],
  };
}

function withRegisters({ registers = [] }: Book, year: BookYear): BookYear {
  return { ...year, figures: [...year.figures, ...figuresOfRegisters(registers, year.year)] };
}

function figuresByUnit({ figures }: BookYear): Map<string, SummedFigure[]> {
  const codes = [...new Set(figures.map(({ unit }) => unit))];
  return new Map(codes.map((code) => [code, sumFigures(figures, code)]));
}
