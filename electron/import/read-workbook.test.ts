import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { withBlanks } from '../testing/bomb.ts';
import { bookFolder } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { readWorkbook } from './read-workbook.ts';

const folder = bookFolder('workbook');

function fileOf(name: string, bytes: Uint8Array): string {
  const file = join(folder.path, name);
  writeFileSync(file, bytes);
  return file;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

/** A workbook of one worksheet as some programs write it: with prefixes, absolute targets, no addresses. */
function workbookOf(sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/s.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/t.xml" ContentType="${spreadsheet}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      '<?xml version="1.0"?><x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="甲&amp;乙" sheetId="9" r:id="r7"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r7', 'worksheet', 'worksheets/s.xml')}${relation('r8', 'sharedStrings', '/xl/t.xml')}</Relationships>`,
    'xl/t.xml':
      '<sst><si><t>本年</t></si><si><r><t>收入</t></r><r><t xml:space="preserve"> 合计</t></r><rPh sb="0" eb="1"><t>shou</t></rPh></si></sst>',
    'xl/worksheets/s.xml': sheet,
  };
  const bytes = Object.entries(parts).map(([name, text]): [string, Uint8Array] => [name, strToU8(text)]);
  return zipSync({ ...Object.fromEntries(bytes), ...more });
}

describe('reading a workbook', () => {
  it('keeps texts, numbers, cached values and merges, tells 0 from a formula without a value', async () => {
    const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
      <x:row r="2"><x:c r="B2" t="s"><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>行&#10;次</x:t></x:is></x:c></x:row>
      <x:row><x:c><x:v>-1.5E-3</x:v></x:c><x:c><x:f>A1*0</x:f><x:v>0</x:v></x:c><x:c><x:f>A1+1</x:f></x:c><x:c><x:f>A1+1</x:f><x:v></x:v></x:c>
      <x:c t="str"><x:f>""</x:f><x:v></x:v></x:c><x:c t="e"><x:f>A9</x:f><x:v>#REF!</x:v></x:c><x:c t="str"><x:v>a_x000D_b&gt;"</x:v></x:c></x:row>
      </x:sheetData><x:mergeCells><x:mergeCell ref="B2:D3"/></x:mergeCells></x:worksheet>`;
    const at = (row: number, column: number) => ({ row, column, rowSpan: 1, columnSpan: 1 });
    expect(await readWorkbook(fileOf('a.xlsx', workbookOf(sheet)))).toEqual([
      {
        name: '甲&乙',
        cells: [
          { row: 1, column: 1, rowSpan: 2, columnSpan: 3, text: '收入 合计', isNumber: false },
          { ...at(1, 2), text: '行\n次', isNumber: false },
          { ...at(2, 0), text: '-0.0015', isNumber: true },
          { ...at(2, 1), text: '0', isNumber: true },
          { ...at(2, 2), text: '', isNumber: false, fault: 'no-value' },
          { ...at(2, 3), text: '', isNumber: false, fault: 'no-value' },
          { ...at(2, 5), text: '#REF!', isNumber: false, fault: 'error' },
          { ...at(2, 6), text: 'a\rb>"', isNumber: false },
        ],
      },
    ]);
  });

  it('puts hidden worksheets behind those that are seen', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('备份', { state: 'hidden' }).addRow([1]);
    workbook.addWorksheet('公开').addRow([2]);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const sheets = await readWorkbook(fileOf('h.xlsx', bytes));
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['公开', undefined],
      ['备份', true],
    ]);
  });
});

describe('a file of another kind', () => {
  it.each(['xls', 'biff8', 'xlsb', 'ods'] as const)('is read as well: %s', async (bookType) => {
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([['收入', 12.34]]), '总表');
    const bytes = new Uint8Array(write(workbook, { type: 'array', bookType }) as ArrayBuffer);
    const [sheet] = await readWorkbook(fileOf(`old.${bookType}`, bytes));
    expect(sheet?.name).toBe('总表');
    expect(sheet?.cells.map(({ text, isNumber }) => [text, isNumber])).toEqual([
      ['收入', false],
      ['12.34', true],
    ]);
  });
});

describe('a file that is not to be opened', () => {
  const refused = (name: string, bytes: Uint8Array) => problemOf(() => readWorkbook(fileOf(name, bytes)));
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const small = workbookOf('<worksheet/>');

  it('is refused for what it is: text, old, encrypted, another document, cut off, missing', async () => {
    expect(await refused('a.xlsx', strToU8('科目,金额\n'))).toBe('not-a-workbook');
    expect(await refused('a.xlsx', new Uint8Array())).toBe('not-a-workbook');
    expect(await refused('a.xls', new Uint8Array([...compound, ...Array(600).fill(0)]))).toBe(
      'workbook-damaged',
    );
    const secret = new Uint8Array([...compound, ...Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refused('a.xlsx', secret)).toBe('workbook-encrypted');
    expect(await refused('a.docx', zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('not-a-workbook');
    expect(await refused('a.xlsx', small.slice(0, -100))).toBe('workbook-damaged');
    expect(
      await refused(
        'a.xlsx',
        small.map((byte, index) => (index === small.length - 30 ? 0 : byte)),
      ),
    ).not.toBe('internal');
    expect(await problemOf(() => readWorkbook(join(folder.path, 'none.xlsx')))).toBe('file-missing');
    expect(await problemOf(() => readWorkbook(folder.path))).toBe('cannot-read');
  });

  it('is refused when it is too large: as a file, or by what it unpacks to, whatever it states', async () => {
    const large = fileOf('large.xlsx', new Uint8Array());
    truncateSync(large, 50 * 1024 * 1024 + 1);
    expect(await problemOf(() => readWorkbook(large))).toBe('workbook-too-large');
    const part = 'xl/worksheets/blank.xml';
    const bomb = withBlanks(unzipSync(small), part, 201 * 1024 * 1024);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refused('b.xlsx', bomb)).toBe('workbook-too-large');
    // its directory states 10 bytes
    bomb.writeUInt32LE(10, bomb.lastIndexOf(part) - 46 + 24);
    expect(await refused('l.xlsx', bomb)).toBe('workbook-too-large');
  });
});
