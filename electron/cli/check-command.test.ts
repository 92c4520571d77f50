import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import type { Finding } from '../../core/checks/finding.ts';
import { packOfBook } from '../../core/testing/sample.ts';
import { publishedWorkbook } from '../export/published-workbook.ts';
import { bookFolder, street } from '../testing/books.ts';
import { type Ended, mz } from '../testing/command-line.ts';
import { checkText } from './check-text.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = bookFolder('check');
const printed = join(root, 'samples/yichuanlu-street-2025-printed.json');

function check(...args: string[]): Promise<Ended> {
  return mz(folder.path, 'check', ...args);
}

it('checks a document that was kept as a file, and names the column that stands one row too high', async () => {
  const told = await check(printed, '--year', '2025');
  expect(told).toMatchObject({ code: 1, error: '' });
  expect(told.out).toMatch(/^错误　《一般公共预算财政拨款基本支出决算表》\n　　M1 一栏像是整列错了一行/m);
  expect(told.out).toMatch(/先看：.*30231.*81.11.*19.56；下移一行后就是 19.56/);
  expect(told.out).toMatch(/\n检查 \d+ 条规则，\d+ 处错误，\d+ 处待说明，\d+ 处提示\n$/);
  expect(told.out).not.toContain('未核对');
  // known by what it begins with, too
  writeFileSync(join(folder.path, '公开表'), readFileSync(printed));
  expect(await check('公开表')).toEqual(told);
  const json = await check(printed, '--json');
  const findings = JSON.parse(json.out) as Finding[];
  expect(findings.find(({ rule }) => rule === 'M1')).toMatchObject({
    level: 'error',
    scope: null,
    left: null,
  });
});

it('checks the public tables in a workbook', async () => {
  const bytes = await publishedWorkbook(packOfBook(street, null, 'shanghai'), {
    author: '甲',
    title: '表',
    at: new Date('2025-08-20T02:00:00Z'),
  });
  const file = join(folder.path, '公开表.xlsx');
  writeFileSync(file, bytes);
  expect(await check(file, '--year', '2024')).toMatchObject({
    code: 0,
    error: '',
    // 三公 was spent without a budget in print, which is to be explained
    out: expect.stringMatching(/B17[\s\S]*，0 处错误，1 处待说明/),
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const sheet = book.getWorksheet('03 支出决算表');
  if (sheet !== undefined) sheet.getCell('C5').value = 3_196.5;
  await book.xlsx.writeFile(file);
  const told = await check(file, '--year', '2024', '--json');
  expect(told.code).toBe(1);
  expect((JSON.parse(told.out) as Finding[]).map(({ rule }) => rule)).toContain('B3');
});

it('checks one unit of a book', async () => {
  const book = await folder.newBook();
  const told = await check(book, '--year', '2024', '--unit', '002', '--json');
  expect(told.code).toBe(0);
  expect((JSON.parse(told.out) as Finding[]).every(({ scope }) => scope === '002')).toBe(true);
});

it.each([
  [[printed, '--unit', '001'], '--unit 只用于账簿'],
  [[printed, '--year', '2024'], '是 2025 年度的，不是 2024 年度'],
  [['没有.xlsx'], '要用 --year 说明年度'],
  [['没有.json'], '没有.json'],
  [['没有.mzb', '--year', '2024'], '没有.mzb'],
] as const)('refuses %j in one sentence', async (args, sentence) => {
  const told = await check(...args);
  expect(told).toMatchObject({ code: 2, out: '', error: expect.stringContaining(sentence) });
  expect(told.error.trim().split('\n')).toHaveLength(1);
});

it('says what became of each explanation, and which units nothing was compared for', () => {
  const finding = (verdict: 'missing' | 'refused' | 'accepted', remarks: readonly string[]): Finding => ({
    key: verdict,
    rule: 'B17',
    name: '三公决算大于预算',
    level: 'verify',
    message: '要说明原因',
    left: { name: '决算', amount: '6', parts: [], partCount: 0 },
    right: { name: '预算', amount: '', parts: [], partCount: 0 },
    must: '≤',
    difference: '6',
    unit: '万元',
    lookFirst: [],
    where: '001 本级',
    scope: '001',
    sheets: ['three_public'],
    places: [],
    explanation: {
      slot: 'explain.B17',
      text: '',
      verdict,
      remarks,
      asks: { stake: 6, sides: [], lastText: '' },
    },
  });
  const said = (findings: readonly Finding[]) =>
    checkText({ findings, tally: [], uncontrolled: ['甲所', '乙所'], titleOf: String }).split('\n');
  expect(
    said([finding('missing', []), finding('refused', ['没有写出原因']), finding('accepted', [])]),
  ).toEqual([
    '核实　录入表：“三公”经费',
    '　　B17 三公决算大于预算（001 本级）',
    '　　　　要说明原因',
    '　　　　决算 6，预算 空，差 6 万元',
    '　　　　待说明',
    '　　B17 三公决算大于预算（001 本级）',
    '　　　　要说明原因',
    '　　　　决算 6，预算 空，差 6 万元',
    '　　　　说明没有接受：没有写出原因',
    '　　B17 三公决算大于预算（001 本级）',
    '　　　　要说明原因',
    '　　　　决算 6，预算 空，差 6 万元',
    '　　　　已说明',
    '检查 0 条规则，0 处错误，2 处待说明，1 处已说明，0 处提示',
    '未核对：甲所、乙所',
  ]);
  expect(said([finding('accepted', [])])[0]).toBe('没有发现不一致，未核对');
});
