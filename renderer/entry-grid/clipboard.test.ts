import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOneLine, parseTsv, toHtml, toTsv } from './clipboard.ts';

describe('a block from the clipboard', () => {
  it.each<[string, string[][]]>([
    ['', []],
    ['1', [['1']]],
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1\r2\r', [['1'], ['2']]],
    ['\r\n', [['']]],
    ['1\r\n\r\n2', [['1'], [''], ['2']]],
    ['\t\r\n', [['', '']]],
    ['1\t', [['1', '']]],
    [
      '"a\tb"\t"c\nd"\r\n"say ""ah"""\t',
      [
        ['a\tb', 'c\nd'],
        ['say "ah"', ''],
      ],
    ],
    // a quote that is part of the text
    ['12" 屏\t"开头', [['12" 屏', '"开头']]],
    ['"引"言', [['"引"言']]],
  ])('%j is %j', (text, cells) => {
    expect(parseTsv(text)).toEqual(cells);
  });

  it('comes back the same, whatever is in its cells', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', '1') });
    const width = fc.integer({ min: 1, max: 4 });
    const block = width.chain((columns) =>
      fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(block, (cells) => {
        expect(parseTsv(toTsv(cells))).toEqual(cells);
      }),
    );
  });

  it('goes out as a table too, with nothing in it taken for markup', () => {
    expect(toHtml([['a<b>&c', '1\n2'], ['']])).toBe(
      '<table><tr><td>a&lt;b&gt;&amp;c</td><td>1<br style="mso-data-placement:same-cell">2</td></tr><tr><td></td></tr></table>',
    );
  });
});

describe('a text for a single line of input', () => {
  it('loses the line break that Excel puts behind a copied cell', () => {
    expect(inOneLine('1,500.00\r\n')).toBe('1,500.00');
    expect(inOneLine('一\r\n二\t三')).toBe('一 二 三');
  });
});
