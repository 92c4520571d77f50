import { describe, expect, it } from 'vitest';
import type { SummedFigure } from '../figures/figure.ts';
import { editionOf } from '../profiles/profile.ts';
import { tableOf } from '../testing/sample.ts';
import { changedProfile, spent, tablesOf } from '../testing/tables-of.ts';
import type { TableModel } from './model.ts';

/** 公用经费 in one group (shanghai) or in two (mof). */
function basic(profile: string, figures: readonly SummedFigure[]): TableModel {
  return tableOf(tablesOf({ profile: changedProfile(profile), figures }), 'general-basic');
}

const money = (row: string, wan: number) => spent('economic', row, 'amount', wan);

/** The keys of the columns that a cell of the last line covers, and its text, without the empty ones. */
function totalLine({ columns, body }: TableModel): [string, string][] {
  return (body.at(-1) ?? [])
    .filter(({ text }) => text !== '')
    .map(({ column, columnSpan, text }) => {
      const covered = columns.slice(column, column + columnSpan).map(({ key }) => key);
      return [covered.join(' '), text];
    });
}

/** The codes printed in one group, from the top. */
function codesIn({ columns, body }: TableModel, prefix: string): string[] {
  const at = columns.findIndex(({ key }) => key === `${prefix}_code`);
  return body
    .map((line) => line.find(({ column, kind }) => column === at && kind === 'code')?.text ?? '')
    .filter((text) => text !== '');
}

/** What is printed beside a code. */
function amountBeside({ columns, body }: TableModel, code: string): string | undefined {
  const line = body.find((cells) => cells.some(({ kind, text }) => kind === 'code' && text === code)) ?? [];
  const at = line.find(({ kind, text }) => kind === 'code' && text === code)?.column ?? 0;
  expect(columns[at + 2]?.key).toMatch(/_amount$/);
  return line.find(({ column }) => column === at + 2)?.text;
}

const sorted = (codes: readonly string[]) => codes.toSorted();

describe('基本支出 by economic classification', () => {
  const figures = [money('30101', 1), money('30201', 2), money('31002', 4)];

  it('adds 公用经费 up under its last amount, and the label covers all that stands before it', () => {
    expect(totalLine(basic('mof', figures))).toEqual([
      ['personnel_code personnel_label', '人员经费合计'],
      ['personnel_amount', '1.00'],
      ['public_code public_label public_amount public_2_code public_2_label', '公用经费合计'],
      ['public_2_amount', '6.00'],
    ]);
    expect(totalLine(basic('shanghai', figures))).toEqual([
      ['personnel_code personnel_label', '人员经费合计'],
      ['personnel_amount', '1.00'],
      ['public_code public_label', '公用经费合计'],
      ['public_amount', '6.00'],
    ]);
  });

  it.each([
    ['30188', 'personnel', '301'],
    ['30288', 'public', '302'],
    ['31088', 'public_2', '310'],
  ])('puts %s, which the layout lacks, into the group %s, at its place below %s', (code, home, heading) => {
    const table = basic('mof', [...figures, money(code, 8)]);
    for (const group of ['personnel', 'public', 'public_2']) {
      const codes = codesIn(table, group);
      expect(codes.includes(code), group).toBe(group === home);
      expect(codes).toEqual(sorted(codes));
      if (group === home) expect(codes).toContain(heading);
    }
    expect(amountBeside(table, code)).toBe('8.00');
  });

  it.each([
    ['mof', 'public_2'],
    ['shanghai', 'public'],
  ])('shows project money in the last group of 公用经费, and in no total (%s)', (profile, last) => {
    const table = basic(profile, [...figures, money('30902', 16), money('31101', 32)]);
    const added = ['309', '30902', '311', '31101'];
    const codes = codesIn(table, last);
    expect(codes.filter((code) => added.includes(code))).toEqual(added);
    expect(codes).toEqual(sorted(codes));
    expect(added.map((code) => amountBeside(table, code))).toEqual(['16.00', '16.00', '32.00', '32.00']);
    expect(totalLine(table).map(([, text]) => text)).toEqual([
      '人员经费合计',
      '1.00',
      '公用经费合计',
      '6.00',
    ]);
  });

  it('prints each 款 of the layout once in its group, whether or not it has money, and no other', () => {
    const profile = changedProfile('mof');
    const { tables } = editionOf(profile, 2024).edition;
    const layout = tables.find(({ id }) => id === 'general-basic')?.economicRows;
    expect(layout?.public).toHaveLength(2);
    const table = basic('mof', figures);
    expect(codesIn(table, 'personnel')).toEqual(layout?.personnel);
    expect(['public', 'public_2'].map((group) => codesIn(table, group))).toEqual(layout?.public);
  });
});
