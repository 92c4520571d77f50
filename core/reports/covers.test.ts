import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import type { CellAddress } from '../entry/edit.ts';
import { compareWithBook } from '../incoming/compare.ts';
import type { ImportReading, IncomingFigure } from '../incoming/incoming.ts';
import { figureKey, type OwnYear } from '../incoming/own-year.ts';
import type { SheetGrid } from '../recognition/grid.ts';
import { reportGrids } from '../testing/report-grids.ts';
import { PLAIN_STYLE } from '../testing/report-page.ts';
import {
  changed,
  read,
  rowOf,
  rowsOf,
  sheets,
  street,
  tableOf,
  text,
  whole,
} from '../testing/report-street.ts';
import { reportedUnit, reportStyle } from '../testing/report-units.ts';

/** What a file would take out of a book. */
function gone(reading: ImportReading, figures: OwnYear['figures']): string[] {
  const own = { figures, texts: [], cellTexts: [], notes: [] };
  const wording = { classification: new Classification(2024), money: 'yuan', kept: [] } as const;
  return compareWithBook(reading, own, wording).changes.flatMap(({ key, theirs }) =>
    theirs === '' ? [key] : [],
  );
}

describe('of what money a file says all', () => {
  it('is never more than it carries', () => {
    fc.assert(
      fc.property(reportedUnit, reportStyle, (unit, style) => {
        const reading = read(reportGrids(unit, style), {}, { year: unit.year });
        expect(gone(reading, unit.figures)).toEqual([]);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('is nothing of what was left out, which changes no other figure', () => {
    const gave = (figures: readonly IncomingFigure[]) =>
      new Map(figures.map((figure) => [figureKey(figure), figure.value]));
    fc.assert(
      fc.property(reportedUnit, reportStyle, fc.gen(), (unit, style, draw) => {
        const grids = reportGrids(unit, style);
        const all = read(grids, {}, { year: unit.year });
        const lines = all.tables.flatMap(({ id: table, rows, codeColumn }) =>
          rows
            .filter(({ verdict }) => verdict !== 'left')
            .map((line) => ({ ...line, table, codeColumn, rows })),
        );
        const chosen = draw(fc.subarray, lines, { minLength: 1, maxLength: 3 });
        // some of them for their codes: unreadable ones, those of another line or of no table
        const mended = chosen.flatMap(({ table, row, code, codeColumn: column, rows }, index) => {
          const codes = rows.filter((line) => line.code.length === 7 && line.code !== code);
          const text = draw(fc.constantFrom, '20I0301', `206980${index}`, ...codes.map((line) => line.code));
          return column === undefined || code.length < 7 || draw(fc.boolean)
            ? []
            : [{ table, row, column, text }];
        });
        const ids = all.tables.map(({ id }) => id);
        const leftTables = draw(fc.subarray, ids, { minLength: 0, maxLength: 1 });
        const less = read(grids, { leftRows: chosen, mended, leftTables }, { year: unit.year });
        expect(gone(less, unit.figures)).toEqual([]);
        const known = gave(all.figures);
        // 年初 in the place of 上年末 is said to be unsure
        const sure = less.figures.filter(({ value, onlyIfBlank }) => value !== 0 && onlyIfBlank !== true);
        for (const [key, value] of gave(sure)) expect(value, key).toBe(known.get(key));
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('is all that its tables print: what a corrected file no longer has goes out of the book', () => {
    const placeOf = ({ sheet, fund, column, measure }: CellAddress) =>
      [sheet, fund, column, measure].join(' ');
    // 核对数 and counts stand alone: another file may say them
    const kept = (figure: IncomingFigure) => figure.sheet !== 'control' && figure.sheet !== 'counts';
    const figures = whole.figures.filter((figure) => kept(figure) && figure.value !== 0);
    const places = new Set(figures.map(placeOf));
    expect(places.size).toBeGreaterThan(10);
    for (const place of places) {
      const keys = figures.filter((figure) => placeOf(figure) === place).map(figureKey);
      const corrected = street.figures.filter((figure) => !keys.includes(figureKey(figure)));
      const reading = read(reportGrids({ ...street, figures: corrected }, PLAIN_STYLE));
      expect(gone(reading, whole.figures), place).toEqual(expect.arrayContaining(keys));
    }
  });

  it('is nothing where a line of it was left out', () => {
    const table = tableOf(whole, '财决07');
    const row = rowOf('财决07', '2010301') + 1;
    const { covers = [] } = read(sheets, { leftRows: [{ table: table.id, row }] });
    const said = covers.map(({ sheet, fund, columns }) => `${sheet} ${fund} ${columns}`);
    const all = (whole.covers ?? []).map(({ sheet, fund, columns }) => `${sheet} ${fund} ${columns}`);
    const lost = all
      .filter((each) => !said.includes(each))
      .map((each) => each.split(' ').slice(0, 2).join(' '));
    expect([...new Set(lost)].sort()).toEqual([
      'balance general',
      'balance gov_fund',
      'balance other',
      'balance state_capital',
      'expenditure general',
      'expenditure other',
      'income general',
    ]);
  });
});

describe('money that is no 财政拨款', () => {
  const others = ({ figures }: ImportReading) =>
    figures.filter(({ sheet, fund }) => fund === 'other' && sheet !== 'income').map(figureKey);
  // the table of adjustments names the fund of each balance itself
  const unadjusted = (grids: readonly SheetGrid[]) => grids.filter(({ name }) => !name.startsWith('年初'));
  const row = rowOf('财决07', '2010301');
  const leftOut = { leftRows: [{ table: tableOf(whole, '财决07').id, row: row + 1 }] };

  it('is not what a row of 财决07 held that was left out, with its code or with none', () => {
    const readable = read(sheets, leftOut);
    expect(others(readable).filter((key) => key.includes('2010301'))).toEqual([]);
    expect(rowsOf(readable, 'doubtful').join()).toMatch(/2010301 一行没有取，分不出非财政拨款/);
    const nameless = read(unadjusted(changed('Z07', { [`${row} 0`]: text('20I0301') })), leftOut);
    expect(others(nameless)).toEqual([]);
    expect(rowsOf(nameless, 'doubtful').join()).toMatch(/科目编码不能用，分不出非财政拨款/);
  });

  it('is not what a second row of a code held', () => {
    const other = tableOf(whole, '财决07').rows.find(({ code }) => code.length === 7 && code !== '2010301');
    if (other === undefined) throw new Error('the table has two rows');
    const left = { leftRows: [{ table: tableOf(whole, '财决07').id, row: other.row }] };
    const reading = read(unadjusted(changed('Z07', { [`${other.row - 1} 0`]: text('2010301') })), left);
    expect(others(reading)).toEqual([]);
    expect(rowsOf(reading, 'doubtful').join()).toMatch(
      /科目编码与别的行重复或与别的表对不上，分不出非财政拨款/,
    );
  });

  it('is not all that a table of adjustments says which does not part the funds', () => {
    const bare = sheets
      .filter(({ name }) => name.startsWith('年初'))
      .map((sheet) => ({
        ...sheet,
        cells: sheet.cells.filter((cell) => !/预算财政拨款$/.test(cell.text)),
      }));
    const reading = read(bare);
    expect(reading.figures).toEqual([]);
    expect(rowsOf(reading, 'doubtful').join()).toMatch(/没有分资金的栏/);
  });

  it('is all that stands beside a row of dashes, which holds no money', () => {
    const columns =
      sheets.find(({ name }) => name.startsWith('Z07'))?.cells.filter((cell) => cell.row === row) ?? [];
    const dashes = Object.fromEntries(
      columns.filter(({ column }) => column > 3).map(({ column }) => [`${row} ${column}`, text('-')]),
    );
    const reading = read(changed('Z07', dashes));
    expect(rowsOf(reading, 'doubtful').join()).not.toMatch(/一行没有取/);
    expect(others(reading).filter((key) => key.includes('2010301')).length).toBeGreaterThan(0);
  });

  it('is not what belongs to a fund whose table the file lacks', () => {
    const without = sheets.filter(({ name }) => !name.startsWith('Z09'));
    const reading = read(unadjusted(without));
    expect(others(reading)).toEqual([]);
    expect(rowsOf(reading, 'doubtful').join()).toMatch(/没有取财决09，而文件里有政府性基金.*的数/);
  });
});

describe('a row that stands twice', () => {
  it('is one row once the other is left out', () => {
    const at = rowOf('财决03', '2010301');
    const other = tableOf(whole, '财决03').rows.find(({ code, row }) => code.length === 7 && row > at + 1);
    if (other === undefined) throw new Error('the table has two rows');
    const grids = changed('Z03', { [`${other.row - 1} 0`]: text('2010301') });
    const twice = read(grids);
    expect(rowsOf(twice, 'refused').join()).toMatch(/2010301/);
    const left = { leftRows: [{ table: tableOf(twice, '财决03').id, row: at + 1 }] };
    expect(rowsOf(read(grids, left), 'refused')).toEqual([]);
  });
});
