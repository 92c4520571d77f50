import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { withBlanks } from '../testing/bomb.ts';
import { bookFolder } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { readInThread } from './reading-thread.ts';

const folder = bookFolder('reading');
const MB = 1024 * 1024;
const SCRIPT = new URL('reading-worker.ts', import.meta.url);

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder.path, name);
  writeFileSync(file, content);
  return file;
}

const script = (source: string) => fileOf(`thread-${source.length}.mjs`, source);
const LIMITS = { memory: 64, time: 20_000 };

it('gives up a bomb', async () => {
  const bomb = withBlanks({ '[Content_Types].xml': strToU8('<Types/>') }, 'xl/workbook.xml', 201 * MB);
  const file = fileOf('bomb.xlsx', bomb);
  expect(await problemOf(() => readInThread(SCRIPT, 'workbook', { file }))).toBe('workbook-too-large');
});

it.each([
  [
    'takes more memory than it may',
    'const all = []; for (;;) all.push(new Array(1e5).fill(all.length));',
    'workbook-too-large',
  ],
  ['never answers', 'setInterval(() => undefined, 1000);', 'workbook-too-large'],
  ['breaks', 'throw new Error("broken");', 'workbook-damaged'],
  ['ends without an answer', 'process.exit(0);', 'workbook-damaged'],
])('tells it of a thread that %s', async (name, source, code) => {
  const limits = name === 'never answers' ? { ...LIMITS, time: 200 } : LIMITS;
  const read = () => readInThread(script(source), 'workbook', { file: join(folder.path, 'x.xlsx') }, limits);
  expect(await problemOf(read)).toBe(code);
});

it('hears of macros and links, and runs and follows none', async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('支出').addRow(['科目编码', 5]);
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const bytes = zipSync({
    ...parts,
    'xl/vbaProject.bin': strToU8('Sub Auto_Open()'),
    'xl/externalLinks/externalLink1.xml': strToU8('<externalLink/>'),
  });
  const read = await readInThread(SCRIPT, 'workbook', { file: fileOf('m.xlsm', bytes) });
  expect(read.remarks).toEqual([
    '文件里有宏，没有运行。',
    '文件里有指向别的工作簿的链接，没有打开，照文件里存着的值读入。',
  ]);
  expect(read.sheets[0]?.cells.map(({ text }) => text)).toEqual(['科目编码', '5']);
});
