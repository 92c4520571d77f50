import type { BookYear, CellText, Figure, SummedFigure } from '../figures/figure.ts';
import { matchingRows, type RowHere } from '../figures/matching-rows.ts';
import { findSheet } from '../figures/sheets.ts';
import { fen } from '../money/fen.ts';
import { FigureSums } from '../tables/sums.ts';
import { carriedRow, type Renaming, renamingOf } from './carried-codes.ts';
import { carriedTexts } from './carried-texts.ts';
import { closingsOf } from './closings.ts';
import { copiedPriors, threePublicPriors } from './priors.ts';
import type { NewYear } from './setting-up.ts';

/**
 * The new year as it begins: units as they are, texts that describe them, 年末 as 上年末 with blank adjustments, last
 * year's 决算 frozen as 上年决算. Registers have no sheet yet. What the clerk has set up in the year already stays.
 */
export function carriedYear(last: BookYear, next: BookYear | null, choice: NewYear): BookYear {
  const rowOf = rowsOf(last, next);
  const isFree = ({ sheet }: Pick<Figure, 'sheet'>) => findSheet(sheet)?.rows.kind === 'free';
  const figures = carriedFigures(last, renamingOf(choice)).map((figure) =>
    isFree(figure) ? { ...figure, row: rowOf(figure) } : figure,
  );
  const units = [...(next?.units ?? []), ...last.units.filter((unit) => !hasUnit(next, unit.code))];
  const isThere = new Set(next?.texts.map(({ unit, slot }) => JSON.stringify([unit, slot])));
  const texts = carriedTexts(last.texts).filter(
    // a pseudo-unit is not described
    ({ unit, slot }) => hasUnit(last, unit) && !isThere.has(JSON.stringify([unit, slot])),
  );
  const names = (last.cellTexts ?? []).map((text) => ({ ...text, row: rowOf(text) }));
  return { year: choice.to, units, figures, texts, cellTexts: carriedNames(names, figures, next) };
}

function hasUnit(year: BookYear | null, code: string): boolean {
  return year?.units.some((unit) => unit.code === code) ?? false;
}

/** 上年末 and 上年决算, codes renamed. */
export function carriedFigures(last: BookYear, renaming: Renaming): Figure[] {
  const carried = [...sumsByUnit(last)].flatMap(([unit, sums]) => [
    ...closingsOf(unit, sums),
    ...threePublicPriors(unit, sums),
  ]);
  return addedUp(
    [...carried, ...copiedPriors(last.figures)].map((figure) => ({
      ...figure,
      row: carriedRow(figure.sheet, figure.row, renaming),
    })),
  );
}

/** Of the real units: the lines of the 差额表 have no balance of their own. */
function sumsByUnit({ units, figures }: BookYear): Map<string, FigureSums> {
  const own = new Map(units.map(({ code }): [string, SummedFigure[]] => [code, []]));
  for (const figure of figures) own.get(figure.unit)?.push({ ...figure, value: fen(figure.value) });
  return new Map([...own].map(([code, each]) => [code, new FigureSums(each)]));
}

/** Two codes that become one add up; of lines of the 差额表 both reasons stay. */
function addedUp(figures: readonly Figure[]): Figure[] {
  const cells = new Map<string, Figure>();
  for (const figure of figures) {
    const { unit, sheet, row, fund, column, measure } = figure;
    const key = JSON.stringify([unit, sheet, row, fund, column, measure]);
    const there = cells.get(key);
    cells.set(key, there === undefined ? figure : joined(there, figure));
  }
  return [...cells.values()];
}

function joined(one: Figure, other: Figure): Figure {
  const reasons = [...new Set([one.reason, other.reason].filter((reason) => reason !== undefined))];
  return {
    ...one,
    value: one.value + other.value,
    ...(reasons.length === 0 ? {} : { reason: reasons.join('；') }),
  };
}

/** Which row of the new year a row of the clerk's own goes on as. */
function rowsOf(
  last: BookYear,
  next: BookYear | null,
): (cell: Pick<CellText, 'unit' | 'sheet' | 'row'>) => string {
  const rows = new Map(
    last.units.map(({ code: unit }): [string, RowHere] => {
      const theirs = (last.cellTexts ?? []).filter((text) => text.unit === unit);
      return [unit, matchingRows({ theirs, unit, here: next?.cellTexts ?? [], isRenamed: () => false })];
    }),
  );
  return ({ unit, sheet, row }) => rows.get(unit)?.(sheet, row) ?? row;
}

/** What the clerk's own rows are called, of those that go on with a number and have no such text yet. */
function carriedNames(
  texts: readonly CellText[],
  figures: readonly Figure[],
  next: BookYear | null,
): CellText[] {
  const key = ({ unit, sheet, row }: Pick<CellText, 'unit' | 'sheet' | 'row'>) =>
    JSON.stringify([unit, sheet, row]);
  const going = new Set(figures.map(key));
  const there = new Set(next?.cellTexts?.map((text) => `${key(text)}${text.column}`) ?? []);
  return texts.filter((text) => going.has(key(text)) && !there.has(`${key(text)}${text.column}`));
}
