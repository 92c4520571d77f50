import { describe, expect, it } from 'vitest';
import type { Book, CellText, Figure } from '../figures/figure.ts';
import { noChoices } from './choices.ts';
import { readUnit } from './one-unit.ts';

const SHEET = 'purchased_services';
const UNITS = [{ code: '001', name: '示例街道办事处（本级）', kind: 'administrative' as const }];

function named(row: string, body: string): CellText {
  return { unit: '001', sheet: SHEET, row, column: 'name', body };
}

function amount(row: string, value: number): Figure {
  return { unit: '001', sheet: SHEET, row, fund: '', column: 'amount', measure: 'actual', value };
}

function bookOf(year: number, figures: readonly Figure[], cellTexts: readonly CellText[]): Book {
  return {
    department: { name: '示例街道', region: '', profile: 'ministry-2023' },
    years: [{ year, units: UNITS, figures, texts: [], cellTexts }],
  };
}

function read(
  theirs: Book,
  mine: { readonly figures?: readonly Figure[]; readonly named?: readonly CellText[] } = {},
) {
  const { figures = [], named: texts = [] } = mine;
  return readUnit(theirs, {
    choices: noChoices(2024, '001'),
    department: '示例街道',
    units: UNITS,
    named: texts,
    figures,
  });
}

describe('one unit’s year of another book', () => {
  it('never takes a row for one of another name, though every book counts its rows from 001-001', () => {
    const theirs = bookOf(2024, [amount('001-001', 500)], [named('001-001', '保洁')]);
    const { reading } = read(theirs, {
      figures: [amount('001-001', 900)],
      named: [named('001-001', '绿化')],
    });
    expect(reading.figures.map(({ row }) => row)).not.toEqual(['001-001']);
    expect(reading.cellTexts.map(({ row }) => row)).toEqual(reading.figures.map(({ row }) => row));
  });

  it('knows a row again that was only renamed, by its amount', () => {
    const theirs = bookOf(2024, [amount('001-001', 500)], [named('001-001', '保洁服务')]);
    const { reading } = read(theirs, {
      figures: [amount('001-001', 500)],
      named: [named('001-001', '保洁')],
    });
    expect(reading.figures.map(({ row }) => row)).toEqual(['001-001']);
  });

  it('is never guessed to be of another year', () => {
    const { from, offered } = read(bookOf(2023, [], []));
    expect(from).toBeNull();
    expect(offered.map(({ year }) => year)).toEqual([2023]);
  });
});
