import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lockForWriting, type WriterLock } from '../store/writer-lock.ts';
import { type Ended, mzProcess, mz as runHere } from '../testing/command-line.ts';
import { tellProgress } from './progress.ts';

const root = resolve(import.meta.dirname, '../..');
const sample = join(root, 'samples', 'example-street-2024.json');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-cli-'));
});
const locks: WriterLock[] = [];
afterAll(() => {
  for (const lock of locks) lock.release();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command in the test's folder. */
function mz(...args: string[]): Promise<Ended> {
  return runHere(folder, ...args);
}

let made: Promise<Ended> | undefined;

/** A copy of one book that the command made from the sample. */
async function book(name: string): Promise<string> {
  made ??= mz('import', sample, '--to', 'made.mzb');
  expect(await made).toMatchObject({ code: 0, error: '' });
  copyFileSync(join(folder, 'made.mzb'), join(folder, name));
  return name;
}

const tablesSchema = z.strictObject({
  profile: z.string(),
  year: z.number(),
  money: z.literal('wan'),
  tables: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      rows: z.array(
        z.strictObject({
          kind: z.string(),
          side: z.enum(['income', 'expenditure']).optional(),
          code: z.string().optional(),
          item: z.string().optional(),
          label: z.string(),
          cells: z.record(z.string(), z.string().min(1)),
        }),
      ),
      notes: z.array(z.string()),
    }),
  ),
});

describe('mz', () => {
  it('is a process that ends with the code, says data on standard output and what is wrong on standard error', async () => {
    expect(await mzProcess(folder, 'import', sample, '--to', 'process.mzb')).toMatchObject({ code: 0 });
    const asked = ['tables', 'process.mzb', '--year', '2024', '--json'];
    // nothing about steps: how fast the machine is
    const { code, out } = await mzProcess(folder, ...asked);
    expect({ code, out }).toEqual({ code: 0, out: (await mz(...asked)).out });
    expect(await mzProcess(folder, 'check', 'missing.mzb')).toEqual(await mz('check', 'missing.mzb'));
    expect(await mzProcess(folder, 'publish')).toEqual(await mz('publish'));
    expect(await mzProcess(folder)).toEqual(await mz());
  });

  it('brings a file in, says its tables as data, and exports the workbook that holds the same numbers', async () => {
    const file = await book('journey.mzb');
    const printed = await mz('tables', file, '--year', '2024', '--json');
    const { tables, year } = tablesSchema.parse(JSON.parse(printed.out));
    expect(year).toBe(2024);
    const summary = tables.find((table) => table.id === 'summary');
    const total = summary?.rows.filter((row) => row.label === '总计');
    expect(total?.map((row) => row.cells)).toEqual([{ amount: '3,324.71' }, { amount: '3,324.71' }]);
    const threePublic = tables.find((table) => table.id === 'three-public');
    expect(threePublic?.rows.map((row) => [row.item, row.cells['actual'] ?? ''])).toEqual([
      ['total', '2.01'],
      ['abroad', ''],
      ['vehicle_total', '2.01'],
      ['vehicle_purchase', ''],
      ['vehicle_operation', '2.01'],
      ['reception', ''],
    ]);

    expect(
      await mz('export', file, '--year', '2024', '--out', 'out/pack', '--formats', 'xlsx,json'),
    ).toMatchObject({ code: 0 });
    const written = readdirSync(join(folder, 'out/pack')).sort();
    expect(written).toEqual([
      '示例街道办事处2024年度部门决算公开表.json',
      '示例街道办事处2024年度部门决算公开表.xlsx',
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(folder, 'out/pack', written[1] ?? ''));
    expect(workbook.worksheets.length).toBe(tables.length);
    const numbers = workbook.worksheets.map((sheet) => {
      const found: number[] = [];
      sheet.eachRow((row) =>
        row.eachCell((cell) => (typeof cell.value === 'number' ? found.push(cell.value) : 0)),
      );
      return found.sort((a, b) => a - b);
    });
    const expected = tables.map((table) =>
      table.rows
        .flatMap((row) => Object.values(row.cells).map((text) => Number(text.replaceAll(',', ''))))
        .sort((a, b) => a - b),
    );
    expect(numbers).toEqual(expected);
  });

  it('makes tables and exports for one unit, in its wording', async () => {
    const file = await book('unit.mzb');
    const printed = await mz('tables', file, '--year', '2024', '--unit', '002');
    expect(printed.out).toContain('注：本表反映单位本年度取得的各项收入情况。');
    await mz('export', file, '--year', '2024', '--unit', '002', '--out', 'unit-out');
    expect(readdirSync(join(folder, 'unit-out'))).toEqual([
      '示例街道社区事务受理服务中心2024年度单位决算公开表.xlsx',
    ]);
  });

  it('exports the department and all its units at once, in every format', async () => {
    const file = await book('all-units.mzb');
    const all = ['--out', 'all', '--all-units', '--formats', 'xlsx,working,json,csv'];
    const { code, out } = await mz('export', file, '--year', '2024', ...all);
    expect(code).toBe(0);
    const written = out.split('\n').filter((line) => line.startsWith('已导出'));
    expect(written).toHaveLength(4 * 4);
    expect(out).toContain('已导出 9 张表：all/示例街道办事处（本级）2024年度单位决算公开表-csv');
    expect(readdirSync(join(folder, 'all'))).toHaveLength(4 * 4);
  });

  it('carries a 报表格式 as a file, and prints tables in it', async () => {
    const file = await book('profiles.mzb');
    expect(await mz('profile', 'mof', '--to', 'own.json')).toMatchObject({ code: 0, error: '' });
    const path = join(folder, 'own.json');
    const own = { ...JSON.parse(readFileSync(path, 'utf8')), id: 'own', name: '自有格式' };
    writeFileSync(path, JSON.stringify(own));
    const { out } = await mz('tables', file, '--year', '2024', '--profile', 'own.json', '--json');
    expect(JSON.parse(out)).toMatchObject({ profile: 'own' });
    // a book that brings the profile, and is printed in it
    const { format, ...profile } = own;
    const brought = JSON.parse(readFileSync(sample, 'utf8'));
    const department = { ...brought.department, profile: 'own' };
    writeFileSync(
      join(folder, 'brought.json'),
      JSON.stringify({ ...brought, department, profiles: [profile] }),
    );
    expect(format).toBe('mingzhang-profile/1');
    expect(await mz('import', 'brought.json', '--to', 'brought.mzb')).toMatchObject({ code: 0, error: '' });
    expect(await mz('profile', 'own', '--book', 'brought.mzb', '--to', 'again.json')).toMatchObject({
      code: 0,
    });
    expect(JSON.parse(readFileSync(join(folder, 'again.json'), 'utf8'))).toEqual(own);
    const tables = await mz('tables', 'brought.mzb', '--year', '2024', '--json');
    expect(JSON.parse(tables.out)).toMatchObject({ profile: 'own' });
  });

  it('checks: 0 when nothing is wrong, 1 and both sides when a figure breaks a law', async () => {
    expect(await mz('check', await book('fine.mzb'), '--year', '2024')).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^没有发现不一致，录入的核对数都相符\n提示　001 .*22960[^\n]*\n检查 \d+ 条规则，0 处错误，0 处待说明，1 处提示\n$/,
      ),
    });
    writeFileSync(
      join(folder, 'broken.json'),
      readFileSync(sample, 'utf8').replace('"amount": "60.59"', '"amount": "60.95"'),
    );
    await mz('import', 'broken.json', '--to', 'broken.mzb');
    const checked = await mz('check', 'broken.mzb', '--year', '2024', '--json');
    expect(checked.code).toBe(1);
    const errors = (JSON.parse(checked.out) as { level: string }[]).filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([
      {
        rule: 'B9',
        level: 'error',
        left: { amount: '1600' },
        right: { amount: '1600.36' },
        difference: '-0.36',
      },
      { rule: 'K09', scope: '001', left: { amount: '240.36' }, right: { amount: '240' } },
      { rule: 'K09', scope: null, left: { amount: '240.36' }, right: { amount: '240' } },
    ]);
  });

  it('writes the book out as the file it came from, in either unit of money', async () => {
    const file = await book('out.mzb');
    for (const money of ['wan', 'yuan']) {
      expect(await mz('book', file, '--to', `${money}.json`, '--money', money)).toMatchObject({ code: 0 });
      expect(await mz('import', `${money}.json`, '--to', `${money}.mzb`)).toMatchObject({ code: 0 });
      const mine = await mz('tables', file, '--year', '2024', '--json');
      const theirs = await mz('tables', `${money}.mzb`, '--year', '2024', '--json');
      expect(mine.out).toBe(theirs.out);
    }
  });

  it('exports all files of a pack or none', async () => {
    const file = await book('pack.mzb');
    mkdirSync(join(folder, 'taken/示例街道办事处2024年度部门决算公开表.xlsx'), { recursive: true });
    const ended = await mz('export', file, '--year', '2024', '--out', 'taken', '--formats', 'json,xlsx');
    expect(ended.code).toBe(2);
    expect(readdirSync(join(folder, 'taken'))).toEqual(['示例街道办事处2024年度部门决算公开表.xlsx']);
  });

  it('says which names are missing and which layout no document confirms, and goes on', async () => {
    const text = readFileSync(sample, 'utf8')
      .replaceAll('2080505', '2089876')
      .replace('"year": 2024', '"year": 2021');
    writeFileSync(join(folder, 'hints.json'), text);
    const imported = await mz('import', 'hints.json', '--to', 'hints.mzb');
    expect(imported).toMatchObject({ code: 0, error: '' });
    expect(imported.out).toContain('提示：2021 年度科目 20898、2089876 不在本程序的科目表里');
    const exported = await mz('export', 'hints.mzb', '--year', '2021', '--out', 'hints-out');
    expect(exported.out).toContain('提示：2021 年度的版式未经样张证实，公布前须核对');
    expect(exported.out).not.toContain('未核对');
    writeFileSync(join(folder, 'bare.json'), text.replaceAll(/"control": \[[^\]]*\]/g, '"control": []'));
    await mz('import', 'bare.json', '--to', 'bare.mzb');
    const bare = await mz('export', 'bare.mzb', '--year', '2021', '--out', 'bare-out');
    expect(bare).toMatchObject({ code: 0 });
    expect(bare.out).toContain('提示：2021 年度未核对，没有可比的核对数：示例街道办事处（本级）、');
  });

  it('shows the whole way with demo, also a second time', async () => {
    for (let time = 0; time < 2; time += 1) {
      const shown = await mz('demo');
      expect(shown).toMatchObject({ code: 0, error: '' });
      expect(shown.out).toContain('没有发现不一致，录入的核对数都相符');
    }
    expect(readdirSync(join(folder, 'demo-output')).sort()).toEqual([
      '示例街道.mzb',
      '示例街道办事处2024年度部门决算公开表-csv',
      '示例街道办事处2024年度部门决算公开表.json',
      '示例街道办事处2024年度部门决算公开表.xlsx',
      '示例街道办事处2024年度部门决算核对底稿.xlsx',
    ]);
  });
});

describe('bad input ends with one sentence on standard error, exit 2, and nothing written', () => {
  const changed = (name: string, from: string, to: string) => () => {
    const text = readFileSync(sample, 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, name), text.replace(from, to));
    return ['import', name, '--to', 'never.mzb'];
  };
  const onBook =
    (spoil: (file: string) => void, ...args: string[]) =>
    async () => {
      const name = `spoilt-${args.join('').replace(/\W/g, '')}-${readdirSync(folder).length}.mzb`;
      await book(name);
      spoil(join(folder, name));
      return [args[0] ?? 'tables', name, ...args.slice(1)];
    };
  const untouched = () => undefined;

  const cases: [string, () => string[] | Promise<string[]>, RegExp][] = [
    ['not a book', () => ['tables', sample, '--year', '2024'], /不是明账的账簿/],
    ['a missing file', () => ['tables', 'missing.mzb', '--year', '2024'], /^找不到文件 missing\.mzb/],
    ['a damaged book', onBook((file) => truncateSync(file, 40_000), 'tables', '--year', '2024'), /已损坏/],
    [
      'a newer book',
      onBook((file) => new Sqlite(file).exec('PRAGMA user_version = 99').close(), 'tables', '--year', '2024'),
      /由较新版本的明账写成/,
    ],
    [
      'a newer interchange file',
      changed('newer.json', 'mingzhang-book/1', 'mingzhang-book/9'),
      /mingzhang-book\/9/,
    ],
    [
      'a malformed code',
      changed('code.json', '"2010301"', '"20103O1"'),
      /^\$\.years\[0\]\.units\[0\]\.sheets\.income\[0\]\.code 的科目编码“20103O1”不是 7 位数字/,
    ],
    ['a 类 as item', changed('class.json', '"2010301"', '"201"'), /201 是类级，这里要录到项级/],
    ['a wrong grouping', changed('grouping.json', '"1500"', '"1,23.4"'), /“1,23\.4”千分位逗号的位置不对/],
    ['too many decimals', changed('decimals.json', '"1500"', '"1500.0000001"'), /小数位太多/],
    [
      'a fund that the column does not take',
      changed(
        'fund.json',
        '"fund": "general", "measure": "actual", "appropriation": "1500"',
        '"fund": "other", "measure": "actual", "appropriation": "1500"',
      ),
      /“财政拨款收入”不能用资金“非财政拨款”/,
    ],
    [
      'a duplicate',
      changed(
        'twice.json',
        '"2010302", "fund": "general", "measure": "actual", "appropriation"',
        '"2010301", "fund": "general", "measure": "actual", "appropriation"',
      ),
      /income\[1\] 与前面重复/,
    ],
    [
      'a year without figures',
      onBook(untouched, 'tables', '--year', '2019'),
      /2019 年度没有数，有数的年度是 2024/,
    ],
    [
      'an unknown unit',
      onBook(untouched, 'tables', '--year', '2024', '--unit', '77'),
      /没有单位 77，有的单位是 001、002、003/,
    ],
    [
      'an unknown profile',
      onBook(untouched, 'tables', '--year', '2024', '--profile', 'mars'),
      /没有报表格式“mars”/,
    ],
    [
      'an output that cannot be written',
      onBook(untouched, 'export', '--year', '2024', '--out', 'blocked/out'),
      /^写不进 blocked\/out/,
    ],
    [
      'a book that cannot be written',
      () => ['import', sample, '--to', 'no-folder/never.mzb'],
      /^写不进 no-folder\/never\.mzb（没有这个文件夹）/,
    ],
    [
      'an unknown format',
      onBook(untouched, 'export', '--year', '2024', '--out', 'never', '--formats', 'xlsx,exe'),
      /不认识导出格式“exe”/,
    ],
    [
      'a key twice in one object',
      changed(
        'key.json',
        '"measure": "actual", "appropriation": "1500"',
        '"measure": "actual", "appropriation": "1", "appropriation": "1500"',
      ),
      /里“appropriation”写了两次/,
    ],
    [
      'a file that is not UTF-8',
      () => {
        writeFileSync(
          join(folder, 'gbk.json'),
          Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xca, 0xbe, 0xc0, 0xfd]), Buffer.from('"}')]),
        );
        return ['import', 'gbk.json', '--to', 'never.mzb'];
      },
      /^gbk\.json 不是 UTF-8 编码/,
    ],
    [
      'a UTF-16 file',
      () => {
        writeFileSync(join(folder, 'wide.json'), Buffer.from('{}', 'utf16le'));
        return ['import', 'wide.json', '--to', 'never.mzb'];
      },
      /^wide\.json /,
    ],
    [
      'an output that is a file',
      onBook(untouched, 'export', '--year', '2024', '--out', 'blocked'),
      /^写不进 blocked（已有同名的文件）/,
    ],
    [
      'a place that takes no folders',
      onBook(
        untouched,
        'export',
        '--year',
        '2024',
        '--out',
        process.platform === 'linux' ? '/proc/never/out' : 'blocked/x',
      ),
      /^写不进/,
    ],
    [
      'one unit and all of them',
      onBook(untouched, 'export', '--year', '2024', '--out', 'never', '--unit', '001', '--all-units'),
      /^--unit 和 --all-units 只能用一个/,
    ],
    ['a profile that only a book has', () => ['profile', 'own', '--to', 'never.json'], /没有报表格式“own”/],
    [
      'a profile file that is none',
      onBook(untouched, 'tables', '--year', '2024', '--profile', sample),
      /不是报表格式文件/,
    ],
    ['an empty output', onBook(untouched, 'export', '--year', '2024', '--out', ''), /要用 --out 说明文件夹/],
    ['a name of JavaScript as command', () => ['constructor'], /没有命令“constructor”/],
    [
      'a book written over itself',
      onBook(untouched, 'book', '--to', 'made.mzb'),
      /^made\.mzb 是账簿的文件名/,
    ],
    [
      'a book that another window may write',
      async () => {
        const name = await book('in-use.mzb');
        locks.push(lockForWriting(join(folder, name)));
        return ['import', sample, '--to', name];
      },
      /^账簿 in-use\.mzb 正在另一个明账窗口里打开/,
    ],
    ['an unknown command', () => ['publish'], /没有命令“publish”/],
    ['an unknown option', () => ['tables', 'x.mzb', '--jahr', '2024'], /用法：mz tables/],
  ];

  it.each(cases)('%s', async (_, prepare, sentence) => {
    writeFileSync(join(folder, 'blocked'), '');
    const args = await prepare();
    const before = readdirSync(folder).sort();
    const ended = await mz(...args);
    expect(ended.error).toMatch(sentence);
    expect(ended.error).toMatch(/^[^\n]+\n$/);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(existsSync(join(folder, 'never.mzb'))).toBe(false);
  });
});

describe('progress', () => {
  it('is silent for a second, then told now and then', () => {
    let time = 0;
    const told: string[] = [];
    const progress = tellProgress('导入', { write: (text) => told.push(text) }, () => time);
    for (time = 0; time <= 2_000; time += 100) progress(time, 2_000);
    expect(told).toEqual(['导入 1000/2000（50%）\n', '导入 1500/2000（75%）\n', '导入 2000/2000（100%）\n']);
  });
});
