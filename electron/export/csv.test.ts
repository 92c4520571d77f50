import { describe, expect, it } from 'vitest';
import { packOfBook, sampleBook, tableOf } from '../../core/testing/sample.ts';
import { tableCsv } from './csv.ts';

const pack = packOfBook(sampleBook('example-street-2024'));

describe('a table as csv', () => {
  it('is its page: text of merged heads once, numbers as printed without separators, blanks blank', () => {
    const bytes = tableCsv(tableOf(pack, 'expenditure'));
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines.slice(0, 6)).toEqual([
      '支出决算表,,,,,,,',
      '单位：万元,,,,,,,',
      '项目,,本年支出合计,基本支出,项目支出,上缴上级支出,经营支出,对附属单位补助支出',
      '功能分类科目编码,科目名称,,,,,,',
      '合计,,3169.50,2068.00,1101.50,,,',
      '201,一般公共服务支出,2708.00,1925.00,783.00,,,',
    ]);
    expect(lines.at(-2)).toMatch(/^注：/);
    expect(lines.at(-1)).toBe('');
  });

  it('quotes what needs it, and lets no text pass for a formula; a negative number stays a number', () => {
    const table = tableOf(pack, 'summary');
    const texts = ['=1+1', '+1', '-1', '@x', '甲,乙', '说"好"'];
    const body = table.body
      .slice(0, texts.length)
      .map((cells, line) =>
        cells.map((cell) => (cell.column === 0 ? { ...cell, text: texts[line] ?? '' } : cell)),
      );
    const rows = table.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([column, cell]) => [
          column,
          { ...cell, exact: -12_345_678_900 as never, printed: '-12,345.68' },
        ]),
      ),
    }));
    const lines = new TextDecoder().decode(tableCsv({ ...table, body, rows })).split('\r\n');
    const fields = lines
      .slice(4, 4 + texts.length)
      .map((line) => /^("(?:[^"]|"")*"|[^,]*),([^,]*)/.exec(line));
    expect(fields.map((found) => found?.[1])).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@x",
      '"甲,乙"',
      '"说""好"""',
    ]);
    expect(new Set(fields.map((found) => found?.[2]))).toEqual(new Set(['-12345.68']));
  });
});
