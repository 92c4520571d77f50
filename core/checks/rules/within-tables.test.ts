import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packJson } from '../../printed/pack-json.ts';
import type { PrintedRow, PrintedTables } from '../../printed/printed-tables.ts';
import { readPrinted } from '../../printed/read-printed.ts';
import { TABLE_IDS } from '../../profiles/profile.ts';
import { TOTAL_RULES } from '../../tables/total.ts';
import { GOLDEN } from '../../testing/golden/golden.ts';
import { packOfBook, rowKey, sampleBook } from '../../testing/sample.ts';
import { changedProfile, spent, tablesOf } from '../../testing/tables-of.ts';
import { check } from '../check.ts';
import { documentFacts } from '../document-facts.ts';

type Row = PrintedRow;

function document(id: string, rows: readonly Row[], notes: readonly string[] = ['注：略。']): PrintedTables {
  return {
    profile: 'shanghai',
    year: 2024,
    money: 'wan',
    tables: [{ id, number: '', title: '某表', rows: [...rows], notes: [...notes] }],
  };
}

const ruleOf = (tables: PrintedTables, only = /^A/) =>
  check(documentFacts(tables)).flatMap(({ findings }) =>
    findings.flatMap(({ rule, difference }) => (only.test(rule) ? [`${rule} ${difference}`.trim()] : [])),
  );

const code = (row: string, cells: Row['cells']): Row => ({ kind: 'code', code: row, label: '', cells });
const total = (cells: Row['cells']): Row => ({ kind: 'total', label: '合计', cells });
const sums = new RegExp(`^(${TOTAL_RULES.join('|')})$`);

describe('what a table says by itself', () => {
  it('allows a printed sum what rounding leaves, and no more', () => {
    const expenditure = (whole: string) =>
      ruleOf(
        document('expenditure', [
          total({ total: whole }),
          code('201', { total: '0.33' }),
          code('208', { total: '0.33' }),
        ]),
        sums,
      );
    expect(expenditure('0.66')).toEqual([]);
    expect(expenditure('0.68')).toEqual([]);
    expect(expenditure('0.69')).toEqual(['A8 0.03']);
  });

  it('says nothing of sums whose parts are not printed, or cannot be read', () => {
    const amount = { amount: '9.00' };
    const onlyClasses = [code('301', amount), code('30101', {}), code('302', { amount: '1.00' })];
    expect(ruleOf(document('general-basic', onlyClasses), sums)).toEqual([]);
    const unreadable = [
      code('301', amount),
      code('30101', { amount: '八万' }),
      code('30102', { amount: '1.00' }),
    ];
    expect(ruleOf(document('general-basic', unreadable), sums)).toEqual([]);
  });

  it('takes a column that is left out for blank, so that a blank 合计 is seen', () => {
    const spentOn = { income: '5.00', total: '5.00', project: '5.00' };
    expect(ruleOf(document('gov-fund', [code('229', spentOn), total(spentOn)]), sums)).toEqual([]);
    expect(ruleOf(document('gov-fund', [code('229', spentOn), total({ income: '5.00' })]), sums)).toEqual([
      'A8 -5',
      'A8 -5',
      'A16 -5',
    ]);
  });

  it('does not ask for 结转和结余 of codes where they stand in 合计 alone', () => {
    const rows = [
      code('229', { income: '5.00', total: '6.00', project: '6.00' }),
      total({ opening: '3.00', income: '5.00', total: '6.00', project: '6.00', closing: '2.00' }),
    ];
    expect(ruleOf(document('gov-fund', rows), sums)).toEqual([]);
  });

  it('does not add a 其中 to the line that it is part of', () => {
    const line = (label: string, amount: string, kind = 'line'): Row => ({
      kind,
      side: 'income',
      label,
      cells: { amount },
    });
    const rows = [
      line('一、事业收入', '9.00'),
      line('其中：专户资金', '2.00'),
      line('本年收入合计', '9.00', 'total'),
    ];
    expect(ruleOf(document('summary', rows), sums)).toEqual([]);
    expect(ruleOf(document('summary', rows.slice(1)), sums)).toEqual([]);
  });

  it('holds names against codes by any name that documents print, and finds rows that are missing above', () => {
    const named = (label: string): Row => ({ ...code('20103', { total: '1.00' }), label });
    const rows = (label: string) => [
      { ...code('201', { total: '1.00' }), label: '一般公共服务支出' },
      named(label),
    ];
    const said = (all: readonly Row[]) =>
      check(documentFacts(document('expenditure', all))).flatMap(({ rule, findings }) =>
        rule === 'A19' ? findings.map(({ level, message }) => `${level} ${message}`) : [],
      );
    expect(said(rows('政府办公厅（室）及相关机构事务'))).toEqual([]);
    expect(said(rows('人大事务'))).toEqual([
      'hint 《某表》的科目名称与科目表不同：20103 印作“人大事务”，科目表是“政府办公厅（室）及相关机构事务”',
    ]);
    const item: Row = { ...code('2010301', { total: '1.00' }), label: '行政运行' };
    expect(said([...rows('政府办公厅（室）及相关机构事务').slice(0, 1), item])).toEqual([
      'error 《某表》没有 20103 这一级的行，下属的科目却在表里',
    ]);
    expect(said([item])).toEqual([]);
  });

  it('finds a line that is out of order, or printed twice', () => {
    const profile = changedProfile('beijing');
    const own = packJson(tablesOf({ profile, figures: [spent('income', '2010301', 'appropriation', 1)] }));
    expect(ruleOf(own)).toEqual([]);
    const [first, ...others] = own.tables;
    if (first === undefined) throw new Error('no table');
    const swapped = [...first.rows];
    const lines = swapped.flatMap(({ side, code: own }, index) =>
      side === 'expenditure' && own !== undefined ? [index] : [],
    );
    const [a = 0, b = 0] = lines;
    [swapped[a], swapped[b]] = [swapped[b] as Row, swapped[a] as Row];
    expect(ruleOf({ ...own, tables: [{ ...first, rows: swapped }, ...others] })).toEqual(['A20']);
    const twice = [...first.rows, ...first.rows.slice(b, b + 1)];
    expect(ruleOf({ ...own, tables: [{ ...first, rows: twice }, ...others] })).toEqual(['A20']);
  });

  it('finds a line that fell out by the gap in the numbers, whatever stands in the lines', () => {
    const line = (label: string): Row => ({ kind: 'line', side: 'expenditure', label, cells: {} });
    const said = (labels: readonly string[]) =>
      check(documentFacts(document('summary', labels.map(line)))).flatMap(({ rule, findings }) =>
        rule === 'A20' ? findings.map(({ message }) => message) : [],
      );
    const lines = ['一、一般公共服务支出', '二、外交支出', '三、国防支出', '结余分配'];
    expect(said(lines)).toEqual([]);
    expect(said(lines.map((label) => label.replace(/^.、/, '')))).toEqual([]);
    expect(said(lines.filter((_, index) => index !== 1))).toEqual([
      '《某表》“三、国防支出”是第 2 行，应编为“二、”：编号有误，或前面缺行、多行',
    ]);
  });

  it('finds in the published document of 普陀区财政局 the two tails between tables that it prints, and no error', () => {
    const sample = 'putuo-finance-bureau-2024';
    const golden = GOLDEN.find((each) => each.sample === sample);
    const own = packJson(packOfBook(sampleBook(sample)));
    const printedRow = (row: Row, cells: Readonly<Record<string, string>>): Row => {
      const key = `${rowKey(row)} `;
      const there = Object.entries(cells).filter(([name]) => name.startsWith(key));
      return {
        ...row,
        cells: Object.fromEntries(there.map(([name, text]) => [name.slice(key.length), text])),
      };
    };
    const published = own.tables.map((table) => {
      const known = TABLE_IDS.find((id) => id === table.id);
      const cells = (known && golden?.tables[known]) ?? {};
      return { ...table, rows: table.rows.map((row) => printedRow(row, cells)) };
    });
    const printed = published.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.keys(cells)));
    expect(printed).toHaveLength(
      Object.values(golden?.tables ?? {}).flatMap((cells) => Object.keys(cells)).length,
    );
    const said = check(documentFacts({ ...own, tables: published })).flatMap(({ findings }) =>
      findings.map(({ rule, level, difference }) => `${rule} ${level} ${difference}`),
    );
    // 208 is 326.71 in both summary tables and 326.72 elsewhere: domain/tables.md §13
    expect(said).toEqual(['B4 hint -0.01', 'B8 hint -0.01']);
  });

  it('finds in the published document of 宜川路街道 a 合计 that was left blank and a moved column, nothing else', () => {
    const file = new URL('../../../samples/yichuanlu-street-2025-printed.json', import.meta.url);
    const read = readPrinted(readFileSync(file, 'utf8'), '宜川路');
    if (!read.ok) throw new Error(read.error.message);
    const found = ruleOf(read.value, /./);
    expect(found).toEqual(['A8 -105', 'A8 -105', 'A16 -105', 'B10 105', 'M1']);
  });
});
