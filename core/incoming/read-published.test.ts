import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import type { GridCell, SheetGrid } from '../recognition/grid.ts';
import { noChoices } from './choices.ts';
import { readPublished } from './read-published.ts';

function cell(row: number, column: number, text: string, isNumber = false): GridCell {
  return { row, column, rowSpan: 1, columnSpan: 1, text, isNumber };
}

const SPENDING = [
  '科目编码',
  '科目名称',
  '本年支出合计',
  '基本支出',
  '项目支出',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
];

/** 公开03 of one 项, and 5 万元 of 基本支出. */
function spending(year: string): SheetGrid {
  return {
    name: '公开03',
    cells: [
      cell(0, 0, '支出决算表'),
      cell(1, 7, '公开03表'),
      cell(2, 0, '部门：示例街道办事处'),
      cell(2, 4, year),
      cell(2, 7, '单位：万元'),
      ...SPENDING.map((text, column) => cell(3, column, text)),
      cell(4, 0, '2010301'),
      cell(4, 1, '行政运行'),
      cell(4, 2, '5', true),
      cell(4, 3, '5', true),
    ],
  };
}

function read(sheets: readonly SheetGrid[], unitCount = 1) {
  const choices = noChoices(2024, '001');
  return readPublished(sheets, { choices, classification: new Classification(2024), unitCount });
}

describe('last year’s published tables', () => {
  it('say whose they are and when; of another year nothing is read', () => {
    expect(read([spending('2023年度')])).toMatchObject({
      stated: { unit: '示例街道办事处', year: 2023 },
      tables: [{ fault: '' }],
    });
    const { tables, figures } = read([spending('2021年度')]);
    expect(tables.map(({ fault }) => fault)).toEqual([
      expect.stringMatching(/2021 年度，上年应是 2023 年度/),
    ]);
    expect(figures).toEqual([]);
    expect(read([spending('')]).stated.year).toBeNull();
  });

  it('tell no 非财政拨款 where a table of 财政拨款 is missing', () => {
    const { figures, remarks } = read([spending('2023年度')]);
    expect(figures.filter(({ fund }) => fund === 'other')).toEqual([]);
    expect(remarks.join()).toMatch(/没有读到一般公共预算财政拨款支出决算表、.*，分不出非财政拨款/);
  });

  it('are those of the whole department, which is said where it has several units', () => {
    const about = (unitCount: number) => {
      const income: SheetGrid = {
        name: '公开02',
        cells: [
          cell(0, 0, '收入决算表'),
          ...[
            '科目编码',
            '科目名称',
            '本年收入合计',
            '财政拨款收入',
            '上级补助收入',
            '事业收入',
            '经营收入',
            '附属单位上缴收入',
            '其他收入',
          ].map((text, column) => cell(1, column, text)),
          cell(2, 0, '2010301'),
          cell(2, 1, '行政运行'),
          cell(2, 2, '5', true),
          cell(2, 8, '5', true),
        ],
      };
      const reading = read([income], unitCount);
      expect(reading.figures).toHaveLength(1);
      return reading.remarks.join();
    };
    expect(about(3)).toMatch(/账簿有 3 个单位/);
    expect(about(1)).not.toMatch(/个单位/);
  });
});
