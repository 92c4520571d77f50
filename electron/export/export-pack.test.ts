import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Book } from '../../core/figures/figure.ts';
import type { PrintedTables } from '../../core/printed/printed-tables.ts';
import { packOf, packToExport } from '../desk/pack.ts';
import { BookStore } from '../store/book-store.ts';
import { bookFolder, MIGRATIONS, street } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { EXPORT_FORMATS, type ExportFormat, exportPacks } from './export-pack.ts';

const folder = bookFolder('packs');

/** Exports the department and each of its units. @returns the folder */
async function exportAll(
  book: string,
  to: string,
  formats: readonly ExportFormat[] = EXPORT_FORMATS,
): Promise<string> {
  const store = await BookStore.open(book, { migrations: MIGRATIONS, now: () => new Date() });
  const out = join(folder.path, to);
  try {
    const packs = [null, ...store.units(2024).map(({ code }) => code)].map((unit) => {
      const pack = packOf(store, { year: 2024, unit });
      return packToExport(store, pack, { unit, withFigures: true });
    });
    await exportPacks(packs, formats, out);
  } finally {
    store.close();
  }
  return out;
}

/** The bytes of every file below a folder, by its path. */
function filesBelow(root: string): Map<string, Buffer> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    paths.flatMap((path) => {
      const file = join(root, path);
      return statSync(file).isDirectory() ? [] : [[path, readFileSync(file)]];
    }),
  );
}

describe('the packs of a department and its units', () => {
  it('are whole each, in the wording of a 部门 or 单位, with the 差额表 in the department alone', async () => {
    const out = await exportAll(await folder.newBook(), 'out');
    expect(readdirSync(out).sort()).toEqual(
      [
        '示例街道办事处2024年度部门决算',
        '示例街道办事处（本级）2024年度单位决算',
        '示例街道社区事务受理服务中心2024年度单位决算',
        '示例街道市政管理服务中心2024年度单位决算',
      ]
        .flatMap((title) =>
          ['公开表.xlsx', '核对底稿.xlsx', '公开表.json', '公开表-csv'].map((end) => title + end),
        )
        .sort(),
    );
    const tables = (title: string) =>
      (JSON.parse(readFileSync(join(out, `${title}公开表.json`), 'utf8')) as PrintedTables).tables;
    const department = tables('示例街道办事处2024年度部门决算');
    const unit = tables('示例街道市政管理服务中心2024年度单位决算');
    expect(department[0]?.notes).toEqual(['注：本表反映部门本年度的总收支和年末结转结余情况。']);
    expect(unit[0]?.notes).toEqual(['注：本表反映单位本年度的总收支和年末结转结余情况。']);
    expect(unit.flatMap(({ notes }) => notes).join()).toContain('示例街道市政管理服务中心本年度没有');
    // 003 received 5 万元 of 001, which the 差额表 takes off in the department
    const superior = (of: typeof department) =>
      of[1]?.rows.find(({ kind }) => kind === 'total')?.cells['superior'];
    expect([superior(department), superior(unit)]).toEqual([undefined, '5.00']);
    expect(readdirSync(join(out, '示例街道市政管理服务中心2024年度单位决算公开表-csv')).sort()[1]).toBe(
      '02 收入决算表.csv',
    );
  });

  it('tell units of one name apart by their codes', async () => {
    const [year] = street.years;
    if (year === undefined) throw new Error('the sample is empty');
    const units = year.units.map((unit) => (unit.code === '001' ? unit : { ...unit, name: '事务/中心' }));
    const book: Book = { ...street, years: [{ ...year, units }] };
    const out = await exportAll(await folder.newBook(book), 'out', ['json']);
    expect(readdirSync(out).sort()).toEqual(
      [
        '002 事务_中心2024年度单位决算公开表.json',
        '003 事务_中心2024年度单位决算公开表.json',
        '示例街道办事处2024年度部门决算公开表.json',
        '示例街道办事处（本级）2024年度单位决算公开表.json',
      ].sort(),
    );
  });

  it('are written all or none', async () => {
    const book = await folder.newBook();
    const out = join(folder.path, 'out');
    const inTheWay = join(out, '示例街道市政管理服务中心2024年度单位决算核对底稿.xlsx');
    mkdirSync(inTheWay, { recursive: true });
    expect(await problemOf(() => exportAll(book, 'out'))).toBe('cannot-write');
    expect(readdirSync(out, { recursive: true })).toEqual([inTheWay.slice(out.length + 1)]);
  });
});

describe('equal books', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it('give equal bytes in every format, at whatever hour and in whatever time zone they are exported', async () => {
    const book = await folder.newBook();
    const exports: Map<string, Buffer>[] = [];
    for (const [clock, zone, offset] of [
      ['2025-08-20T02:00:00Z', 'Asia/Shanghai', -480],
      ['2031-01-31T23:59:59Z', 'America/New_York', 300],
    ] as const) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(clock) });
      vi.stubEnv('TZ', zone);
      // or the test would say nothing
      expect([new Date().toISOString(), new Date().getTimezoneOffset()]).toEqual([
        clock.replace('Z', '.000Z'),
        offset,
      ]);
      exports.push(filesBelow(await exportAll(book, zone.replace('/', '-'))));
    }
    const [first, second] = exports;
    // four packs of two workbooks, one JSON file and nine tables as csv
    expect([...(first?.keys() ?? [])]).toHaveLength(4 * (2 + 1 + 9));
    expect([...(second?.keys() ?? [])]).toEqual([...(first?.keys() ?? [])]);
    for (const [path, bytes] of first ?? []) expect(second?.get(path)?.equals(bytes), path).toBe(true);
  });
});
