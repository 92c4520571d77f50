import { describe, expect, it } from 'vitest';
import { reportGrids } from '../testing/report-grids.ts';
import { PLAIN_STYLE } from '../testing/report-page.ts';
import {
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
  verdictOf,
  whole,
} from '../testing/report-street.ts';
import { byAddress } from '../testing/report-units.ts';

describe('a cell', () => {
  const row = rowOf('财决03', earned?.row ?? '');
  const amount = sheets
    .find(({ name }) => name.startsWith('Z03'))
    ?.cells.find((cell) => cell.row === row && cell.column === 11)?.text;

  it.each([
    ['text with commas and a currency sign', () => text(`￥${Number(amount).toLocaleString('en')}.00`)],
    [
      'full-width digits',
      () => text((amount ?? '').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
    ],
    ['noise of a binary number', () => ({ text: `${amount}.0000000001`, isNumber: true })],
  ])('%s is the same amount', (_, cell) => {
    expect(amount).toMatch(/^\d+$/);
    expect(read(changed('Z03', { [`${row} 11`]: cell() })).figures).toEqual(whole.figures);
  });

  it.each([
    ['a broken formula', { text: '#REF!', isNumber: false, fault: 'error' } as const, /公式出错（#REF!）/],
    ['a formula without a value', { text: '', isNumber: false, fault: 'no-value' } as const, /没有算出的值/],
    ['more than two decimals', { text: '12.345', isNumber: true }, /小数多于两位/],
    ['an amount in 万元', text('12万元'), /万元/],
    ['words', text('见附件'), /不是金额/],
  ])('%s refuses its row', (_, cell, sentence) => {
    const found = verdictOf(read(changed('Z03', { [`${row} 11`]: cell })), '财决03', row);
    expect(found?.verdict).toBe('refused');
    expect(found?.sentence).toMatch(sentence);
  });

  it('of 其中 is never added', () => {
    const reading = read(changed('Z03', { [`${row} 8`]: { text: '999', isNumber: true } }));
    expect(reading.figures).toEqual(whole.figures);
  });
});

describe('a code', () => {
  const row = rowOf('财决03', '2010301');
  it.each([
    ['2010301.0', 'taken', ''],
    [' 2010301 ', 'taken', ''],
    ['２０１０３０１', 'taken', ''],
    ['2010399', 'taken', ''],
    ['2019876', 'doubtful', '没有 2019876'],
    ['20706', 'refused', '款级'],
    ['9990101', 'refused', '不在科目表里'],
    ['20103', 'refused', '各项之和'],
    ['2010三01', 'refused', '读不出来'],
    ['', 'refused', '有金额，没有科目编码'],
  ])('“%s” is %s', (code, verdict, sentence) => {
    const found = verdictOf(read(changed('Z03', { [`${row} 0`]: text(code) })), '财决03', row);
    expect(found?.verdict).toBe(verdict);
    expect(found?.sentence).toContain(sentence);
  });

  it('of a 类 or 款 that is padded with zeros is a sum', () => {
    const padded = reportGrids(street, { ...PLAIN_STYLE, sums: true }).map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.column === 0 && /^\d{3}(\d\d)?$/.test(cell.text)
          ? { ...cell, text: cell.text.padEnd(7, '0') }
          : cell,
      ),
    }));
    const reading = read(padded);
    expect(rowsOf(reading, 'refused')).toEqual([]);
    expect(rowsOf(reading, 'compared').length).toBeGreaterThan(20);
    expect(byAddress(reading.figures)).toEqual(byAddress(whole.figures));
  });

  it('twice is refused, and a sum that is off by a 分', () => {
    const other = tableOf(whole, '财决03').rows.find(({ code }) => code.length === 7 && code !== '2010301');
    const twice = read(changed('Z03', { [`${(other?.row ?? 0) - 1} 0`]: text('2010301') }));
    expect(verdictOf(twice, '财决03', (other?.row ?? 0) - 1)?.sentence).toMatch(
      /2010301 在第 \d+ 行已有一行/,
    );
    const total = Number(
      sheets
        .find(({ name }) => name.startsWith('Z03'))
        ?.cells.find((cell) => cell.row === 6 && cell.column === 4)?.text,
    );
    const off = read(changed('Z03', { '6 4': { text: String((total * 100 + 1) / 100), isNumber: true } }));
    expect(verdictOf(off, '财决03', 6)?.sentence).toMatch(/差 0\.01 元/);
  });
});

describe('what the clerk does about it', () => {
  const row = rowOf('财决03', '2010301');
  const spent = rowOf('财决04', '2010301');
  const id = tableOf(whole, '财决03').id;

  it('mends two broken rows', () => {
    const bad = changed('Z03', { [`${row} 0`]: text('20103O1') }).map((sheet) =>
      sheet.name.startsWith('Z04')
        ? (changed('Z04', { [`${spent} 5`]: text('一千五百万') }).find(({ name }) => name === sheet.name) ??
          sheet)
        : sheet,
    );
    const before = read(bad);
    expect(rowsOf(before, 'refused').map((line) => line.slice(0, 7).trim())).toEqual([
      `财决03 ${row + 1}`.slice(0, 7).trim(),
      `财决04 ${spent + 1}`.slice(0, 7).trim(),
    ]);
    const good =
      sheets
        .find(({ name }) => name.startsWith('Z04'))
        ?.cells.find((cell) => cell.row === spent && cell.column === 5)?.text ?? '';
    const { codeColumn } = tableOf(before, '财决03');
    const mended = [
      { table: id, row: row + 1, column: codeColumn ?? -1, text: '2010301' },
      { table: tableOf(before, '财决04').id, row: spent + 1, column: 5, text: good },
    ];
    const after = read(bad, { mended });
    expect(rowsOf(after, 'refused')).toEqual([]);
    expect(after.figures).toEqual(whole.figures);
    expect(after.tables.map((table) => table.id)).toEqual(whole.tables.map((table) => table.id));
    const cells = tableOf(after, '财决04').rows.find((each) => each.row === spent + 1)?.cells;
    expect(cells?.filter(({ isMended }) => isMended).map(({ column }) => column)).toEqual([5]);
  });

  it('leaves a row or a table out', () => {
    const reading = read(sheets, { leftRows: [{ table: id, row: row + 1 }] });
    expect(verdictOf(reading, '财决03', row)?.verdict).toBe('left');
    expect(verdictOf(reading, '财决03', 6)?.verdict).toBe('doubtful');
    expect(
      reading.figures.filter(({ source, row: code }) => source === '财决03' && code === '2010301'),
    ).toEqual([]);
    const less = read(sheets, { leftTables: [id] });
    expect(less.figures.filter(({ source }) => source === '财决03')).toEqual([]);
  });

  it('says what a renamed column means, once for later files', () => {
    const renamed = changed('Z03', { '3 11': text('其他各项') });
    const before = read(renamed);
    expect(faults(before)).toEqual(['没有找到“其他收入”栏，在栏目对照里指定是哪一栏。']);
    const choice = { path: '其他各项', meaning: 'other' };
    const after = read(renamed, { meanings: [{ table: id, ...choice }] });
    expect(faults(after)).toEqual([]);
    expect(byAddress(after.figures)).toEqual(byAddress(whole.figures));
    const later = read(renamed, {}, { remembered: [{ report: '财决03', ...choice }] });
    expect(byAddress(later.figures)).toEqual(byAddress(whole.figures));
    expect(
      tableOf(later, '财决03')
        .columns.filter(({ isChosen }) => isChosen)
        .map(({ path }) => path),
    ).toEqual(['其他各项']);
  });

  it('sees a column that was moved for what it is, and two alike as a question', () => {
    const moved = sheets.map((sheet) =>
      sheet.name.startsWith('Z04')
        ? {
            ...sheet,
            cells: sheet.cells.map((cell) =>
              cell.row > 2 && cell.column > 4 && cell.column < 7
                ? { ...cell, column: 11 - cell.column }
                : cell,
            ),
          }
        : sheet,
    );
    expect(byAddress(read(moved).figures)).toEqual(byAddress(whole.figures));
    expect(faults(read(changed('Z04', { '3 6': text('基本支出') })))[0]).toMatch(
      /都像“基本支出”.*没有找到“项目支出”/,
    );
  });
});
