import { expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import { noChoices } from '../incoming/choices.ts';
import { compareWithBook } from '../incoming/compare.ts';
import { readPublished } from '../incoming/read-published.ts';
import { readTables } from '../incoming/read-table.ts';
import { textGrid } from '../incoming/text-grid.ts';
import { reportGrids } from '../testing/report-grids.ts';
import { PLAIN_STYLE } from '../testing/report-page.ts';
import { changed, faults, read, rowOf, rowsOf, sheets, street, tableOf, text, whole } from '../testing/report-street.ts';
const blank = { texts: [], cellTexts: [], notes: [] };
const wording = { classification: new Classification(2024), money: 'yuan' as const, kept: [] };
const tables = (lines: string[], ch: object = {}, named: any[] = []) => readTables([textGrid('粘贴', lines.join('\n'))], { choices: { ...noChoices(2024, '001'), ...ch }, classification: new Classification(2024), named, remembered: [], source: '粘贴' });
const HEAD = '科目编码\t科目名称\t资金\t口径\t基本支出\t项目支出';
it('1 a corrected file does not leave worked-out money behind unsaid', () => {
  const fixed = { ...street, figures: street.figures.filter((f) => !(f.sheet === 'expenditure' && f.fund === 'other')) };
  const r = read(reportGrids(fixed, PLAIN_STYLE));
  const said = compareWithBook(r, { figures: whole.figures, ...blank }, wording).changes.map(({ address }) => address).join();
  expect(said + r.remarks.join()).toMatch(/支出 2010302/);
});
it('2 free rows are known again', () => {
  const lines = ['单位：元', '项目名称\t指导性目录\t决算数', '城市  管理\tA01\t100'];
  const one = tables(lines, { sheet: 'purchased_services' });
  const two = tables(lines, { sheet: 'purchased_services' }, one.cellTexts.map((t) => ({ ...t, unit: '001' })));
  expect(two.figures[0]?.row).toBe(one.figures[0]?.row);
});
it('3 a row of 财决07 left out does not become other money', () => {
  const row = rowOf('财决07', '2010301');
  const r = read(changed('Z07', { [`${row} 0`]: text('20I0301') }), { leftRows: [{ table: tableOf(whole, '财决07').id, row: row + 1 }] });
  expect(r.figures.filter((f) => f.row === '2010301' && f.fund === 'other' && f.sheet === 'expenditure')).toEqual([]);
});
it('4 two units of money are asked about', () => {
  const a = tables(['单位：万元', `${HEAD}\t人均（元）`, '2010301\t行政运行\t一般公共预算\t决算\t1500\t2\t33']);
  const b = tables(['科目编码\t科目名称\t资金\t口径\t基本支出（万元）\t项目支出（元）', '2010301\t行政运行\t一般公共预算\t决算\t1500\t2000']);
  expect.soft(a.tables[0]?.fault === '' ? a.figures[0]?.value : 1_500_000_000).toBe(1_500_000_000);
  expect.soft(b.tables[0]?.fault === '' ? b.figures[0]?.value : 1_500_000_000).toBe(1_500_000_000);
});
it('4b reports with 万元 in the headings', () => {
  const z = changed('Z03', { '2 11': null }).map((s) => s.name.startsWith('Z03') ? { ...s, cells: s.cells.map((c) => /收入(合计)?$/.test(c.text) ? { ...c, text: `${c.text}（万元）` } : c) } : s);
  expect(faults(read(z)).join()).toMatch(/万元/);
});
it('5 a heading of another year', () => {
  const r = tables(['单位：元', '科目编码\t科目名称\t2023年决算数', '30101\t基本工资\t100'], { fund: 'general' });
  expect(r.figures.filter((f) => f.measure === 'actual')).toEqual([]);
});
it('6 no adjustments: 上年末 of the book is not replaced beside its adjustments', () => {
  const r = read(sheets.filter((s) => !s.name.startsWith('年初')));
  const c = compareWithBook(r, { figures: whole.figures, ...blank }, wording);
  expect(c.taking.figures.filter((f) => f.column === 'last_closing')).toEqual([]);
});
it('7 published: only 公开03, of 2021, is no 非财政拨款 of 2023', () => {
  const c = (row: number, column: number, t: string, isNumber = false) => ({ row, column, rowSpan: 1, columnSpan: 1, text: t, isNumber });
  const heads = ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
  const sheet = { name: '公开03', cells: [c(0, 0, '支出决算表'), c(1, 7, '公开03表'), c(2, 0, '部门：别的部门'), c(2, 4, '2021年度'), c(2, 7, '单位：万元'), ...heads.map((h, i) => c(3, i, h)), c(4, 0, '2010301'), c(4, 1, '行政运行'), c(4, 2, '5', true), c(4, 3, '5', true)] };
  const r = readPublished([sheet], { choices: noChoices(2024, '001'), classification: new Classification(2024) });
  expect.soft(r.stated.year).not.toBe(2023);
  expect.soft(r.figures.filter((f) => f.fund === 'other')).toEqual([]);
});
it('8 汇总 is said', () => {
  const s = sheets.map((sh) => ({ ...sh, cells: sh.cells.map((x) => ({ ...x, text: x.text.replace('（本级）', '（汇总）') })) }));
  const r = read(s);
  expect(r.remarks.join() + r.stated.unit + faults(r).join()).toMatch(/汇总/);
});
it('9 sub-columns that are not known', () => {
  const r = tables(['单位：元', '科目编码\t科目名称\t资金\t口径\t基本支出\t\t项目支出', '\t\t\t\t人员经费\t公用经费\t', '2010301\t行政运行\t一般公共预算\t决算\t1000\t500\t0'], { leftRows: [{ table: '粘贴', row: 3 }] });
  expect(r.figures.find((f) => f.column === 'basic')?.value ?? 150_000).toBe(150_000);
});
it('10 the clerk outranks the title', () => {
  const r = tables(['2024年非财政拨款支出（不含一般公共预算）', '单位：元', '科目编码\t科目名称\t口径\t基本支出\t项目支出', '2010301\t行政运行\t决算\t1500\t'], { fund: 'other' });
  expect(r.figures[0]?.fund).toBe('other');
});
