import { expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import { FunctionSearch } from '../classification/search.ts';
import { type Fund, findSheet } from '../figures/sheets.ts';
import { suggestRows } from './suggest-rows.ts';

const classification = new Classification(2024);
const search = new FunctionSearch(classification);

it.each([
  ['expenditure', 'general', '2010301', ['2010301 行政运行 ']],
  ['expenditure', 'general', 'xfsw', ['2014099 其他信访事务支出 ']],
  ['expenditure', 'general', '2296002', ['2296002 用于社会福利的彩票公益金支出 属政府性基金']],
  ['expenditure', 'other', '2296002', ['2296002 用于社会福利的彩票公益金支出 ']],
  ['expenditure', 'general', '2019898', ['2019898 （科目名称待补） 科目表里没有，按编码加入']],
  // a 类 or 款 padded with zeros, a 类 that does not exist, and nothing at all
  ['expenditure', 'general', '2010000', []],
  ['expenditure', 'general', '9990101', []],
  ['expenditure', 'general', ' ', []],
  ['economic', 'general', '30201', ['30201 办公费 ']],
  ['economic', 'general', 'gwjdf', ['30217 公务接待费 ']],
  // a 款 of one 项, as imports bring it
  ['economic', 'general', '30217/2010301', ['30217 公务接待费（2010301 行政运行） ']],
  ['economic', 'general', '接待', ['30217 公务接待费 ']],
] as const)('in %s, fund %s, %j offers %j', (id, fund, query, expected) => {
  const sheet = findSheet(id);
  if (sheet === undefined) throw new Error(id);
  const found = suggestRows(sheet, fund as Fund, query, classification, search);
  expect(found.map(({ code, name, remark }) => `${code} ${name} ${remark}`)).toEqual(expected);
});

it.each(['', '不分项', 'bf'])('in 结转结余 one line may stand for all 项: %j offers it', (query) => {
  const sheet = findSheet('balance');
  if (sheet === undefined) throw new Error('balance');
  const found = suggestRows(sheet, 'general', query, classification, search);
  expect(found.map(({ row, name }) => `${row} ${name}`)).toEqual([' 不分项']);
});
