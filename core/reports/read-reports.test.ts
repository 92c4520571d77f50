import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../figures/figure.ts';
import { type ReportedYear, reportGrids } from '../testing/report-grids.ts';
import { PLAIN_STYLE, type ReportStyle } from '../testing/report-page.ts';
import {
  broken,
  changed,
  earned,
  faults,
  read,
  rowOf,
  rowsOf,
  sheets,
  street,
  tableOf,
  text,
  units,
  verdictOf,
  whole,
} from '../testing/report-street.ts';
import { byAddress, carriedFigures, reportedUnit, reportStyle } from '../testing/report-units.ts';

function expectCarried(unit: ReportedYear, style: ReportStyle) {
  const reading = read(reportGrids(unit, style), {}, { year: unit.year });
  expect(faults(reading)).toEqual([]);
  expect(rowsOf(reading, 'refused')).toEqual([]);
  expect(broken(reading)).toEqual([]);
  expect(byAddress(reading.figures)).toEqual(carriedFigures(unit, style));
  return reading;
}

describe('the reports of a consistent unit', () => {
  it('give exactly the figures that they carry, whatever the habits of the place', () => {
    fc.assert(
      fc.property(reportedUnit, reportStyle, (unit, style) => {
        expectCarried(unit, style);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it.each(units)('of the sample: $unit', (unit) => {
    const reading = expectCarried(unit, PLAIN_STYLE);
    expect(reading.figures.length).toBeGreaterThan(20);
    expect(reading.ties.length).toBeGreaterThan(10);
    expect(reading.remarks).toEqual(['财决报表的版式没有官方文件可以证实，核对取数结果后再并入。']);
  });

  it('say whom and when they are about, and what is not read', () => {
    expect(whole.stated).toEqual({ unit: '示例街道办事处', year: 2024 });
    expect(whole.unread).toEqual([
      { sheet: 'Z05 支出决算明细表(财决05表)', reason: '财决05表，不用取数' },
      { sheet: 'GK02 收入决算表', reason: '是公开表（万元），不是财决表，不取数' },
    ]);
  });

  it('name the place of each figure, of a worked out one all its cells', () => {
    expect(Object.keys(byAddress(whole.figures)).length).toBe(whole.figures.length);
    expect(earned?.source).toBe('财决03');
    expect(earned?.place).toMatch(/^Z03 收入决算表\(财决03表\)!L\d+，\d{7} .+，其他收入（栏次 8）$/);
    // beside 财政拨款 nothing is left of most 项, which is no figure of its own
    const none = whole.figures.filter(
      ({ sheet, fund, value }) => sheet === 'expenditure' && fund === 'other' && value === 0,
    );
    expect(none).toEqual([]);
    const rest = whole.figures.find(
      ({ sheet, fund, column }) => sheet === 'expenditure' && fund === 'other' && column === 'project',
    );
    expect(rest?.source).toBe('财决04');
  });

  it('the form of 2017, and its order of worksheets turned round', () => {
    const old = {
      ...street,
      year: 2017,
      figures: street.figures.filter(
        ({ sheet, fund, measure }) =>
          sheet !== 'procurement' && fund !== 'state_capital' && measure !== 'final',
      ),
    };
    const reading = read(reportGrids(old, PLAIN_STYLE).toReversed(), {}, { year: 2017 });
    expect(rowsOf(reading, 'refused')).toEqual([]);
    const expected = carriedFigures(old, PLAIN_STYLE);
    const state = Object.keys(expected).filter((key) => key.includes('state_capital'));
    expect(state).toEqual([]);
    expect(byAddress(reading.figures)).toEqual(expected);
    expect(reading.unread.map(({ reason }) => reason)).toContain(
      '表号是财决11，标题“国有资本经营预算财政拨款收入支出决算表”却不是 2017 年的那张表，不取数',
    );
  });
});

describe('which table a worksheet is', () => {
  it.each([
    ['another title under the number', '0 0', '事业收入决算表', /表号是财决03，标题“事业收入决算表”却不是/],
    ['another number under the title', '1 11', '财决06表', /标题是“收入决算表”，表号却是财决06，两者不符/],
    ['a monthly look-alike', '2 6', '报表期间：2024年6月', /月报或期中报表/],
    ['a public mark', '1 11', '公开03表', /公开表/],
  ])('%s is not read', (_, place, said, reason) => {
    const reading = read(changed('Z03', { [place]: text(said) }));
    expect(reading.tables.map(({ report }) => report)).not.toContain('财决03');
    expect(reading.unread.find(({ sheet }) => sheet.startsWith('Z03'))?.reason).toMatch(reason);
  });

  it('the table of 财政专户 that 财决11 once was is told', () => {
    const reading = read(changed('Z11', { '0 0': text('财政专户管理资金收入支出决算表') }));
    expect(reading.unread.find(({ sheet }) => sheet.startsWith('Z11'))?.reason).toMatch(/财政专户/);
  });

  it('in 万元, or of another year, is refused with a sentence', () => {
    expect(faults(read(changed('Z03', { '2 11': text('金额单位：万元') })))).toEqual([
      '金额单位是万元，财决报表按元填列，不换算，改用以元为单位的文件。',
    ]);
    expect(faults(read(changed('Z03', { '2 6': text('2023年度') })))).toEqual([
      '是 2023 年度的表，现在导入的是 2024 年度，换文件或换年度。',
    ]);
  });

  it.each([
    ['in the line of the year', { '2 6': text('报表年度：2023年') }, /2023 年度的表/],
    ['in the title', { '0 0': text('二〇二三年度收入决算表'), '2 6': null }, /2023 年度的表/],
    ['behind the title', { '0 0': text('收入决算表（2023年度）'), '2 6': null }, /2023 年度的表/],
    ['in brackets of its own', { '2 6': text('（2023年度）') }, /2023 年度的表/],
    ['over a column', { '3 11': text('2023年其他收入') }, /栏写的是 2023 年/],
    ['behind its label', { '2 6': text('会计年度'), '2 7': text('2023') }, /2023 年度的表/],
    ['with 决算', { '2 6': text('2023年度（决算）') }, /2023 年度的表/],
    ['over a column, as 万元', { '2 11': null, '3 11': text('其他收入（万元）') }, /栏写的是万元/],
    ['over a column against the line 元', { '3 11': text('其他收入（万元）') }, /栏写的是万元/],
    [
      'in the line against the columns',
      { '2 11': text('单位：万元'), '3 11': text('其他收入（元）') },
      /是万元/,
    ],
    ['behind its label, as 万元', { '2 10': text('金额单位：'), '2 11': text('万元') }, /金额单位是万元/],
    ['alone', { '2 11': text('（千元）') }, /表头写着千元/],
  ])('of another year or in 万元, said %s, is refused', (_, cells, fault) => {
    expect(faults(read(changed('Z03', cells)))).toEqual([expect.stringMatching(fault)]);
  });

  it.each([
    ['万元', '其他各项（万元）', /栏写的是万元/],
    ['another year', '2023年其他各项', /栏写的是 2023 年/],
  ])('of %s is refused although the meaning of the column is remembered', (_, said, fault) => {
    const choice = { path: '其他各项', meaning: 'other' };
    const renamed = changed('Z03', { '3 11': text(said) });
    const later = read(renamed, {}, { remembered: [{ report: '财决03', ...choice }] });
    expect(faults(later)).toEqual([expect.stringMatching(fault)]);
  });

  it.each([
    ['a date', { '1 0': text('填报日期：2025年3月1日') }],
    ['a column that is not taken', { '3 12': text('2023年决算数（万元）') }],
    ['a note', { '30 0': text('注：2023年度数见上年报表。') }],
    ['a note on the unit', { '1 0': text('单价50万元以上设备见附表') }],
  ])('%s says neither year nor unit', (_, cells) => {
    const reading = read(changed('Z03', cells));
    expect(faults(reading)).toEqual([]);
    expect(reading.figures).toEqual(whole.figures);
  });

  it('an amount that looks like a year is none', () => {
    const reading = read(changed('Z03', { '6 4': { text: '2050', isNumber: true } }));
    expect(tableOf(reading, '财决03')).toMatchObject({ fault: '', rows: { length: 5 } });
    expect(verdictOf(reading, '财决03', 6)?.sentence).toMatch(/本年收入合计 2,050\.00 元/);
  });

  it('of several units together is told, by its cover or its name', () => {
    const cover = (kind: string) => {
      const cells = ['报表小类', kind].map((said, column) => ({
        ...{ row: 5, column, rowSpan: 1, columnSpan: 1, isNumber: false },
        text: said,
      }));
      return read([{ name: '封面', cells }, ...sheets]).remarks.join();
    };
    expect(cover('叠加汇总表')).toMatch(/“叠加汇总表”，是几个单位加起来的数/);
    expect(cover('经费差额表')).toMatch(/不是一个单位的数/);
    for (const kind of ['单户表', '行政单位汇总录入表']) expect(cover(kind)).not.toMatch(/小类/);
    const named = sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => ({ ...cell, text: cell.text.replace('（本级）', '（汇总）') })),
    }));
    expect(read(named).stated.unit).toMatch(/汇总/);
    expect(read(named).remarks.join()).toMatch(/几个单位加起来的数/);
    const centre = changed('Z03', { '2 0': text('编制单位：信息汇总中心') });
    expect(read(centre).remarks.join()).not.toMatch(/加起来/);
  });

  it('without a unit of money is read in 元, its 合计 to be looked at', () => {
    const reading = read(changed('Z03', { '2 11': null }));
    expect(verdictOf(reading, '财决03', 6)?.verdict).toBe('doubtful');
    expect(byAddress(reading.figures)).toEqual(byAddress(whole.figures));
  });

  it('in 万元 and without a number is a public table', () => {
    const cells = { '1 11': null, '2 11': text('单位：万元') };
    const named = changed('Z03', cells).map((sheet) =>
      sheet.name.startsWith('Z03') ? { ...sheet, name: '收入' } : sheet,
    );
    expect(read(named).unread.find(({ sheet }) => sheet === '收入')?.reason).toMatch(/像公开表/);
  });

  it('twice in a file: neither goes in until one is left out', () => {
    const copy = sheets
      .filter(({ name }) => name.startsWith('Z03'))
      .map((sheet) => ({ ...sheet, name: '备份' }));
    const reading = read([...sheets, ...copy]);
    expect(faults(reading)).toHaveLength(2);
    const left = read([...sheets, ...copy], { leftTables: ['财决03 备份'] });
    expect(faults(left)).toEqual([]);
    expect(left.figures).toEqual(whole.figures);
  });
});

describe('the tables of one file', () => {
  it('are tied to the 分, with both places', () => {
    const cells = sheets.find(({ name }) => name.startsWith('Z01 '))?.cells ?? [];
    const total = cells.find(({ column, text: said }) => column === 4 && said === amountOf('income_total'));
    expect(total).toBeDefined();
    const reading = read(changed('Z01 ', { [`${total?.row} 4`]: { text: '1', isNumber: true } }));
    expect(broken(reading)).toEqual(['财决01 本年收入 ＝ 财决03 本年收入合计']);
    expect(reading.ties.find(({ isHeld }) => !isHeld)?.sentence).toMatch(
      /Z01 .*1\.00 元；右边 Z03 .*；差 -[\d,.]+ 元。/,
    );
  });

  it('without the table of adjustments: 年初 is taken for 上年末, and said', () => {
    const reading = read(sheets.filter(({ name }) => !name.startsWith('年初')));
    expect(rowsOf(reading, 'doubtful').join()).toMatch(/没有年初结转和结余调整情况表/);
    expect(byAddress(reading.figures)).toEqual(
      carriedFigures(street, { ...PLAIN_STYLE, adjustments: false }),
    );
  });

  it('a number under 基本建设 in 基本支出, and a table without 合计, are to be looked at', () => {
    const odd: Figure = {
      unit: '001',
      sheet: 'economic',
      row: '30902/2010301',
      fund: 'general',
      column: 'amount',
      measure: 'actual',
      value: 1,
    };
    const reading = read(reportGrids({ ...street, figures: [...street.figures, odd] }, PLAIN_STYLE));
    expect(rowsOf(reading, 'doubtful').join()).toMatch(/30902 一般不在基本支出里列支/);
    expect(broken(reading)).toEqual([
      '财决08-1 合计 2010301 ＝ 财决07 基本支出',
      '财决08-1 其余各类 2010301 ＝ 财决07 公用经费',
    ]);
    const bare = sheets.map((sheet) =>
      sheet.name.startsWith('Z03')
        ? { ...sheet, cells: sheet.cells.filter((cell) => cell.row !== 6) }
        : sheet,
    );
    expect(rowsOf(read(bare), 'doubtful').join()).toMatch(/财决03 8 这张表没有合计行/);
  });

  it('with columns that do not add up, or less spent than the funds gave, are told', () => {
    const one = { text: '1', isNumber: true };
    const row = rowOf('财决03', '2010301');
    expect(verdictOf(read(changed('Z03', { [`${row} 6`]: one })), '财决03', row)?.sentence).toMatch(
      /各栏之和/,
    );
    const spent = rowOf('财决04', '2010301');
    const less = read(changed('Z04', { [`${spent} 4`]: one, [`${spent} 5`]: one, [`${spent} 6`]: null }));
    expect(verdictOf(less, '财决04', spent)?.sentence).toMatch(/小于财政拨款各表之和/);
    expect(broken(less).join()).toMatch(/财决04 基本支出 2010301 行政运行 ≥/);
  });

  it('without 财决07 money is not guessed to be 非财政拨款', () => {
    const reading = read(sheets.filter(({ name }) => !name.startsWith('Z07')));
    expect(
      reading.figures.filter(({ sheet, column }) => sheet === 'expenditure' && column === 'basic'),
    ).toEqual([]);
    expect(rowsOf(reading, 'doubtful').join()).toMatch(/没有财决07/);
    expect(rowsOf(reading, 'refused')).toEqual([]);
  });

  it('whose adjustments lead to no 年初 are refused', () => {
    const table = tableOf(whole, '年初结转和结余调整情况表');
    const line = table.rows.find(({ code }) => code.length === 7);
    const cell = line?.cells.find(({ text: said }) => said !== '' && said !== '0');
    const reading = read(
      changed('年初', { [`${(line?.row ?? 0) - 1} ${cell?.column}`]: { text: '123.45', isNumber: true } }),
    );
    expect(rowsOf(reading, 'refused').join()).toMatch(/不论归集调出和上缴的正负都不相等/);
  });
});

function amountOf(row: string): string {
  const figure = whole.figures.find(
    ({ sheet, row: own, fund }) => sheet === 'control' && own === row && fund === '',
  );
  return String((figure?.value ?? 0) / 100);
}
