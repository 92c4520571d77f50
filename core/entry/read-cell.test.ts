import { describe, expect, it } from 'vitest';
import { readCell } from './read-cell.ts';
import { refusalOf, refusalSentence } from './refusal.ts';

describe('what is typed into a cell', () => {
  it.each([
    ['1,234.5', 'fen', 1_234_500_000],
    ['（5。6）', 'fen', -5_600_000],
    ['=1200+350.5', 'fen', 1_550_500_000],
    ['', 'fen', null],
    ['0', 'fen', 0],
    ['１２', 'count', 12],
    ['1,200', 'count', 1200],
    ['3.0', 'count', 3],
    [' ', 'count', null],
  ] as const)('%j in a column of %s is %s', (text, kind, value) => {
    expect(readCell(text, kind, 'wan')).toEqual({ ok: true, value });
  });

  it.each([
    ['3.5', 'count'],
    ['-1', 'count'],
    ['12,34', 'count'],
    ['1234567890', 'count'],
    ['=1+', 'fen'],
    ['abc', 'fen'],
    ['0.0000001', 'fen'],
  ] as const)('%j in a column of %s is refused', (text, kind) => {
    expect(readCell(text, kind, 'wan').ok).toBe(false);
  });

  it.each([
    ['1,23.4', '“1,23.4”没有存入：千分位的位置不对。应是 123.4，还是 1,234？改好后再按回车。'],
    ['12,34', '“12,34”没有存入：千分位的位置不对。应是 1234？改好后再按回车。'],
    ['--5', '“--5”没有存入：有两个正负号。应是 5，还是 -5？改好后再按回车。'],
    ['0201', '“0201”没有存入：以 0 开头，像编码不像金额。应是 201？改好后再按回车。'],
    ['1 234', '“1 234”没有存入：数字中间有空格。应是 1234？改好后再按回车。'],
    ['1.2345678', '“1.2345678”没有存入：小数位太多，万元最多 6 位，程序不替你舍去。改好后再按回车。'],
    ['1e9', '“1e9”没有存入：不是金额，只能有数字、一个小数点和千分位逗号。改好后再按回车。'],
    ['9999999999', '“9999999999”没有存入：超过 10 万亿元。核对单位是元还是万元，改好后再按回车。'],
  ])('%j is refused with its reason and the likely readings', (text, sentence) => {
    const read = readCell(text, 'fen', 'wan');
    if (read.ok) throw new Error('it was taken');
    expect(refusalSentence(refusalOf(text, read.error, 'wan'))).toBe(sentence);
  });
});
