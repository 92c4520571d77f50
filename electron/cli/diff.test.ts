import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import type { Comparison } from '../../core/comparison/comparison.ts';
import { packOfBook } from '../../core/testing/sample.ts';
import { publishedWorkbook } from '../export/published-workbook.ts';
import { bookFolder, street } from '../testing/books.ts';
import { type Ended, mz } from '../testing/command-line.ts';

const folder = bookFolder('diff');

function diff(...args: string[]): Promise<Ended> {
  return mz(folder.path, 'diff', ...args);
}

async function workbook(edit: (book: ExcelJS.Workbook) => void): Promise<string> {
  const properties = { author: '甲', title: '表', at: new Date('2025-08-20T02:00:00Z') };
  const bytes = await publishedWorkbook(packOfBook(street, null, 'shanghai'), properties);
  const edited = new ExcelJS.Workbook();
  await edited.xlsx.load(bytes.buffer as ArrayBuffer);
  edit(edited);
  const file = join(folder.path, '批复.xlsx');
  await edited.xlsx.writeFile(file);
  return file;
}

it('mz diff tells each differing cell in one line and ends with 1; nothing differing ends with 0, bad input with 2', async () => {
  const book = await folder.newBook();
  const same = await diff(book, await workbook(() => undefined), '--year', '2024');
  expect(same).toMatchObject({ code: 0, error: '' });
  expect(same.out).toMatch(/^与 批复.xlsx 核对：没有不同：9 张表，\d+ 格有数的都一致$/m);
  const other = await workbook((edited) => {
    const sheet = edited.getWorksheet('03 支出决算表');
    if (sheet !== undefined) sheet.getCell('D5').value = 1999.98;
    edited.getWorksheet('09 国有资本经营预算财政拨款收入支出决算表')?.destroy();
    edited.addWorksheet('说明').addRow(['见附件']);
  });
  const told = await diff(book, other, '--year', '2024', '--profile', 'shanghai');
  expect(told).toMatchObject({ code: 1, error: '' });
  expect(told.out).toContain('1 处不同');
  expect(told.out).toContain(
    '不同　支出决算表 › 合计 › 基本支出：我方 2,068.00，对方 1,999.98，相差 68.02（03 支出决算表!D5）',
  );
  expect(told.out).toContain('提示　工作表“说明”：没有找到公开表的标题和表头');
  const json = await diff(book, other, '--year', '2024', '--json');
  const comparison = JSON.parse(json.out) as Comparison;
  expect(comparison).toMatchObject({
    file: '批复.xlsx',
    differences: [{ table: 'expenditure', column: 'basic' }],
  });
  const single = await workbook((edited) => {
    for (const sheet of edited.worksheets) if (!sheet.name.startsWith('03')) sheet.destroy();
  });
  const partly = await diff(book, single, '--year', '2024', '--profile', 'shanghai');
  expect(partly).toMatchObject({ code: 1, error: '' });
  expect(partly.out).toMatch(/^与 批复.xlsx 核对：核对过的没有不同（1 张表，36 格），有 8 张表没有核对$/m);
  const text = join(folder.path, '数.xlsx');
  writeFileSync(text, '1,2');
  expect(await diff(book, text, '--year', '2024')).toMatchObject({
    code: 2,
    out: '',
    error: '数.xlsx 不是 Excel 或 WPS 工作簿，没有核对，看看是否选错了文件。\n',
  });
}, 30_000);
