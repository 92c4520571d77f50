import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Book } from '../../core/figures/figure.ts';
import { noChoices } from '../../core/incoming/choices.ts';
import type { ImportKind } from '../../core/incoming/incoming.ts';
import { figureKey } from '../../core/incoming/own-year.ts';
import { writeBook } from '../../core/interchange/write-book.ts';
import type { BookRegister } from '../../core/registers/book-register.ts';
import { isCountedVehicle } from '../../core/registers/totals.ts';
import { packOfBook } from '../../core/testing/sample.ts';
import { publishedWorkbook } from '../export/published-workbook.ts';
import type { BookStore } from '../store/book-store.ts';
import { BY, bookFolder, CELL, KEPT_VEHICLES, openToWrite, street, withServices } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { Imports } from './imports.ts';

const folder = bookFolder('imports');
const scope = { year: 2024, unit: '001' };
const choices = noChoices(2024, '001');
let store: BookStore;
let imports: Imports;
beforeEach(async () => {
  store = await openToWrite(await folder.newBook());
  imports = new Imports({
    root: join(import.meta.dirname, '../..'),
    readingScript: new URL('../import/reading-worker.ts', import.meta.url),
  });
});
afterEach(() => store.close());

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder.path, name);
  writeFileSync(file, content);
  return file;
}
const begin = (kind: ImportKind, file: string) => imports.begin(store, { kind, file, ...scope });

const LINES = [
  ['单位：元'],
  ['科目编码', '科目名称', '资金', '口径', '基本支出', '项目支出'],
  ['2010301', '行政运行', '一般公共预算', '决算', 15_000_000, 12.5],
  ['2010303', '机关服务', '一般公共预算', '决算', null, 99],
  ['合计', null, null, null, 15_000_000, 111.5],
];

async function workbookOf(
  lines: readonly (readonly unknown[])[],
  state: 'visible' | 'hidden' | 'veryHidden' = 'visible',
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('说明');
  const sheet = workbook.addWorksheet('支出', { state });
  for (const line of lines) sheet.addRow([...line]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
const csv = LINES.map((line) => line.map((cell) => cell ?? '').join(',')).join('\r\n');
/** 项目 in GBK, and what else of the lines is no ASCII, by hand: Node writes no GBK. */
const GBK = new Map<string, number>();
const decoder = new TextDecoder('gbk');
for (let high = 0xb0; high <= 0xf7; high += 1) {
  for (let low = 0xa1; low <= 0xfe; low += 1)
    GBK.set(decoder.decode(new Uint8Array([high, low])), high * 256 + low);
}
GBK.set('：', 0xa3ba);
const gbk = (text: string) =>
  new Uint8Array(
    [...text].flatMap((character) => {
      const code = GBK.get(character);
      return code === undefined ? [character.charCodeAt(0)] : [code >> 8, code & 255];
    }),
  );

describe('a table', () => {
  it.each([
    ['xlsx', () => workbookOf(LINES)],
    ['csv', () => csv],
    ['csv in GBK', () => gbk(csv)],
    ['a text parted by tabs under another name', () => csv.replaceAll(',', '\t')],
  ])('in %s goes into the book with what differs, and says where it came from', async (kind, content) => {
    const file = fileOf(kind === 'xlsx' ? '支出.xlsx' : '支出.csv', await content());
    const preview = await begin('table', file);
    expect(preview).toMatchObject({ obstacle: null, counts: { added: 2, equal: 1, changed: 0, refused: 0 } });
    expect(imports.take(store, { id: preview.id, choices, by: BY })).toMatchObject({ added: 2, changed: 0 });
    const figures = store.sheet(2024, '001', 'expenditure').figures;
    const sourced = figures.filter(({ source }) => source !== undefined);
    expect(sourced.map(({ row, column, value }) => [row, column, value])).toEqual([
      ['2010301', 'basic', 1_500_000_000],
      ['2010301', 'project', 1250],
      ['2010303', 'project', 9900],
    ]);
    expect(sourced[1]?.source).toMatch(/^表格 · 支出!F3，2010301 行政运行，项目支出（支出\.(xlsx|csv)）$/);
    // the file is forgotten
    expect(await problemOf(() => imports.preview(store, preview.id, choices))).toBe('unknown-import');
  });

  it.each(['hidden', 'veryHidden'] as const)('in a %s worksheet is named', async (state) => {
    const { remarks } = await begin('table', fileOf('h.xlsx', await workbookOf(LINES, state)));
    expect(remarks).toEqual(['“支出”在隐藏的工作表里，也读入了，核对是不是要用的表，不用的整张不取。']);
  });

  it('that was pasted is shown with its differences, of which some are kept', async () => {
    const text = csv.replaceAll(',', '\t').replace('15000000', '7').replace('机关服务', '机关服 务');
    const preview = imports.paste(store, { text, ...scope });
    expect(preview.changes).toEqual([
      {
        key: expect.stringContaining('2010301'),
        address: '支出 2010301 行政运行 基本支出（一般公共预算，决算）',
        mine: '1,500.00',
        theirs: '0.0007',
        place: '粘贴!E3，2010301 行政运行，基本支出',
        isTaken: true,
      },
    ]);
    const kept = { ...choices, kept: preview.changes.map(({ key }) => key) };
    expect(imports.preview(store, preview.id, kept).changes[0]?.isTaken).toBe(false);
    expect(imports.take(store, { id: preview.id, choices: kept, by: BY })).toMatchObject({
      added: 2,
      changed: 0,
    });
    const basic = store
      .sheet(2024, '001', 'expenditure')
      .figures.find(({ row, column }) => row === '2010301' && column === 'basic');
    expect([basic?.value, basic?.source]).toEqual([1_500_000_000, undefined]);
  });

  it('with bad rows is not taken in before they are mended', async () => {
    const before = JSON.stringify(store.export());
    const preview = imports.paste(store, {
      text: csv.replaceAll(',', '\t').replace('2010303', '20I0303'),
      ...scope,
    });
    expect(preview).toMatchObject({ counts: { refused: 1 }, obstacle: '有 1 行要先改正，或不取。' });
    const by = { id: preview.id, by: BY };
    expect(await problemOf(() => imports.take(store, { ...by, choices }))).toBe('import-not-ready');
    expect(JSON.stringify(store.export())).toBe(before);
    const mended = [{ table: '粘贴', row: 4, column: 0, text: '2010303' }];
    const decided = { ...choices, mended };
    // nobody has looked at what would become of the book
    expect(await problemOf(() => imports.take(store, { ...by, choices: decided }))).toBe('import-changed');
    imports.preview(store, preview.id, decided);
    expect(imports.take(store, { ...by, choices: decided }).added).toBe(2);
  });

  it('writes nothing over what was keyed after its differences were seen', async () => {
    const { id } = imports.paste(store, { text: csv.replaceAll(',', '\t'), ...scope });
    const key = (row: string, value: number) =>
      store.commit({ ...scope, kind: 'key', edits: [{ ...CELL, row, column: 'project', value }] }, BY);
    const project = () =>
      new Map(
        store
          .sheet(2024, '001', 'expenditure')
          .figures.filter(({ column, fund }) => column === 'project' && fund === 'general')
          .map(({ row, value }) => [row, value]),
      ).get('2010303');
    key('2010303', 4242);
    expect(await problemOf(() => imports.take(store, { id, choices, by: BY }))).toBe('import-changed');
    expect(project()).toBe(4242);
    const { changes } = imports.preview(store, id, choices);
    expect(changes.map(({ mine, theirs }) => [mine, theirs])).toEqual([['0.004242', '0.0099']]);
    // what the file does not touch may change meanwhile
    key('2010399', 1);
    imports.take(store, { id, choices, by: BY });
    expect(project()).toBe(9900);
  });

  it.each([
    [
      'balance',
      '科目编码,科目名称,资金,口径,上年末结转和结余',
      [',不分项,一般公共预算,决算,5', '2010301,行政运行,一般公共预算,决算,5'],
      '一般公共预算的结转结余既有不分项的数（粘贴!E3',
    ],
    [
      'economic',
      '科目编码,科目名称,所属项,资金,口径,金额',
      ['30101,基本工资,,一般公共预算,决算,5', '30101,基本工资,2010301,一般公共预算,决算,5'],
      '一般公共预算基本支出的经济分类 30101 既有不分项的数（粘贴!F3',
    ],
  ])('that states %s whole and by 项 stops before it is taken', (sheet, head, lines, sentence) => {
    const asked = { ...choices, sheet };
    const show = (shown: readonly string[]) => {
      const text = ['单位：元', head, ...shown].join('\n').replaceAll(',', '\t');
      return imports.preview(store, imports.paste(store, { text, ...scope }).id, asked);
    };
    expect(show(lines).obstacle).toContain(sentence);
    for (const line of lines) expect(show([line]).obstacle).toBeNull();
  });
});

/** What was keyed or taken in, without what the register of vehicles says. */
function keyed(store: BookStore, year: number) {
  return store.unitYear(year, '001').figures.filter((figure) => !isCountedVehicle(figure));
}

const ofUnit = (registers: readonly BookRegister[]) =>
  new Map(registers.filter(({ unit }) => unit === '001').map((each) => [each.register, each]));

/** Registers one more car. */
function openCar(book: BookStore): BookStore {
  const fields = { number: '沪A10003', name: '别克', use: 'other', value: 1, way: 'bought' };
  const event = { date: '2025-03-01', kind: 'add' as const, fields, reason: null, replaces: null };
  const recorded = { register: 'vehicles' as const, unit: '001', year: 2024, card: null, event };
  book.unlockYear({ year: 2024, reason: '补登记' }, BY);
  book.recordEvent(recorded, { by: BY, today: '2026-11-22', newId: 'car' });
  return book;
}

describe('one unit of another book', () => {
  const other: Book = {
    ...withServices([{ unit: '001', row: '001-001', name: '保洁' }]),
    department: { ...street.department, name: '别的街道' },
  };

  it.each(['json', 'mzb'])('from %s is merged after its differences were seen', async (kind) => {
    const changed: Book = {
      ...other,
      years: other.years.map((year) => ({
        ...year,
        figures: year.figures.map((figure) =>
          figure.unit === '001' && figure.row === '2010301' ? { ...figure, value: figure.value + 1 } : figure,
        ),
      })),
    };
    const file =
      kind === 'json'
        ? fileOf('单位.json', writeBook(changed, 'yuan'))
        : await folder.newBook(changed, 'other.mzb');
    const bytes = readFileSync(file);
    const preview = await begin('book', file);
    expect(preview.offered.map(({ code, year }) => `${year} ${code}`)).toEqual([
      '2024 001',
      '2024 002',
      '2024 003',
    ]);
    expect(preview.choices.from).toEqual(scope);
    expect(preview.remarks[0]).toContain('别的街道');
    expect(preview.counts.added).toBe(2);
    expect(preview.counts.changed).toBeGreaterThan(0);
    imports.take(store, { id: preview.id, choices, by: BY });
    const figures = new Map(keyed(store, 2024).map((figure) => [figureKey(figure), figure.value]));
    const theirs = (changed.years[0]?.figures ?? []).filter(({ unit }) => unit === '001');
    expect(figures).toEqual(new Map(theirs.map((figure) => [figureKey(figure), figure.value])));
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('brings its registers, which say from then on what was keyed, also of a year that the unit has locked', async () => {
    store.close();
    const bare = { ...street, registers: (street.registers ?? []).filter(({ unit }) => unit !== '001') };
    store = await openToWrite(await folder.newBook(bare, 'bare.mzb'));
    store.commit({ ...scope, kind: 'key', edits: [{ ...KEPT_VEHICLES, value: 5 }] }, BY);
    const units = street.years[0]?.units ?? [];
    store.openYear({ year: 2025, units, figures: [], texts: [] }, BY);
    const later = [{ ...KEPT_VEHICLES, value: 7 }];
    store.commit({ year: 2025, unit: '001', kind: 'key', edits: later }, BY);
    const file = await folder.newBook(street, 'of-the-unit.mzb');
    const unit = await openToWrite(file);
    unit.lockYear(2024, BY);
    unit.close();

    const preview = await begin('book', file);
    expect(preview.remarks).toContainEqual(expect.stringContaining('随同并入“公务用车”登记簿，2 辆'));
    expect(preview.remarks).toContainEqual(
      expect.stringContaining('2024 年度的公务用车保有量由登记簿计算，是 1，账簿里录的 5 不再用'),
    );
    expect(preview.remarks).toContainEqual(
      expect.stringContaining('2025 年度的公务用车保有量由登记簿计算，是 1，账簿里录的 7'),
    );
    imports.take(store, { id: preview.id, choices, by: BY });
    const said = (row: string) => store.sums(2024, '001').find((figure) => figure.row === row)?.value;
    expect([said('vehicles_kept'), said('vehicles_total'), said('equipment_large')]).toEqual([1, 2, 1]);
    expect(ofUnit(store.registers())).toEqual(ofUnit(street.registers ?? []));

    // once more nothing is new; a register that has become another one stays
    expect((await begin('book', file)).remarks.join()).not.toContain('登记簿');
    const other = openCar(await openToWrite(file));
    other.close();
    const again = await begin('book', file);
    expect(again.remarks).toContainEqual(expect.stringContaining('“公务用车”登记簿与账簿里的不同'));
    imports.take(store, { id: again.id, choices, by: BY });
    expect(ofUnit(store.registers())).toEqual(ofUnit(street.registers ?? []));
  });

  it('is asked for where the file has several and none fits', async () => {
    const units = [
      { code: '101', name: '甲', kind: 'institution' as const },
      { code: '102', name: '乙', kind: 'institution' as const },
    ];
    const book = {
      department: street.department,
      years: [{ year: 2023, units, figures: [], texts: [{ unit: '102', slot: 'duties', body: '职责' }] }],
    };
    const preview = await begin('book', fileOf('x.json', writeBook(book, 'wan')));
    expect(preview.obstacle).toContain('选定');
    const chosen = { ...choices, from: { year: 2023, unit: '102' } };
    expect(imports.preview(store, preview.id, chosen)).toMatchObject({
      obstacle: null,
      counts: { added: 1 },
    });
  });
});

it('last year’s published workbook becomes 上年决算 as it is printed', async () => {
  const pack = packOfBook(street, '001', 'mof');
  const bytes = await publishedWorkbook(pack, { author: '示例', title: '公开表', at: new Date(0) });
  const units = street.years[0]?.units ?? [];
  store.openYear({ year: 2025, units, figures: [], texts: [] }, BY);
  const file = fileOf('2024 公开表.xlsx', bytes);
  const preview = await imports.begin(store, { kind: 'published', file, year: 2025, unit: '001' });
  expect(preview.obstacle).toBeNull();
  expect(preview.tables.flatMap(({ rows }) => rows).filter(({ verdict }) => verdict === 'doubtful')).toEqual(
    [],
  );
  imports.take(store, { id: preview.id, choices: noChoices(2025, '001'), by: BY });
  const printed = (value: number) => Math.round(value / 10_000) * 10_000;
  const last = (street.years[0]?.figures ?? []).filter(
    ({ unit, sheet, measure, value }) =>
      unit === '001' &&
      ['income', 'expenditure', 'economic'].includes(sheet) &&
      measure === 'actual' &&
      printed(value) !== 0,
  );
  const prior = keyed(store, 2025);
  const own = prior.filter(({ sheet }) => sheet !== 'three_public');
  expect(new Map(own.map((figure) => [figureKey(figure), figure.value]))).toEqual(
    new Map(
      last.map((figure) => [
        figureKey({ ...figure, measure: 'prior', row: figure.row.split('/')[0] ?? '' }),
        printed(figure.value),
      ]),
    ),
  );
  expect(last.length).toBeGreaterThan(5);
  const table = pack.tables.find(({ id }) => id === 'three-public');
  const threePublic = prior.filter(({ sheet }) => sheet === 'three_public');
  expect(threePublic.map(({ row, value }) => [row, value])).toEqual(
    (table?.rows ?? []).flatMap(({ item, cells }) => {
      const amount = printed(cells['actual']?.exact ?? 0);
      return item === undefined || /total/.test(item) || amount === 0 ? [] : [[item, amount]];
    }),
  );
});

describe('a file that is not to be trusted', () => {
  it('is refused with one sentence, and the book stays as it is', async () => {
    const before = store.lastStep();
    const large = fileOf('large.xlsx', '');
    truncateSync(large, 500 * 1024 * 1024);
    const folderAsFile = join(folder.path, 'folder.xlsx');
    mkdirSync(folderAsFile);
    const good = await workbookOf(LINES);
    const codes = [
      ['table', large],
      ['reports', fileOf('text.xlsx', '科目,金额')],
      ['table', fileOf('picture.csv', new Uint8Array([0x89, 0x50, 0, 0, 1, 0xff, 0xfe]))],
      ['published', fileOf('cut.xlsx', good.slice(0, -200))],
      ['table', join(folder.path, 'none.csv')],
      ['book', fileOf('none.mzb', 'no book')],
      ['book', fileOf('none.json', '{')],
      ['table', folderAsFile],
    ] as const;
    const found = await Promise.all(codes.map(([kind, file]) => problemOf(() => begin(kind, file))));
    expect(found).toEqual([
      'workbook-too-large',
      'not-a-workbook',
      'not-a-workbook',
      'workbook-damaged',
      'file-missing',
      'not-a-book',
      'not-json',
      'cannot-read',
    ]);
    expect(store.lastStep()).toBe(before);
  });

  it('has its formulas read as values, its errors refused', async () => {
    const lines: unknown[][] = LINES.map((line) => [...line]);
    const [, , first = [], second = []] = lines;
    first[5] = { formula: '[1]别处!A1', result: 12.5 };
    second[5] = { error: '#REF!' };
    const preview = await begin('table', fileOf('f.xlsx', await workbookOf(lines)));
    expect(preview.remarks).toEqual([
      '文件里有指向别的工作簿的链接，没有打开，照文件里存着的值读入。',
      '文件里有 1 格是公式，照文件里存着的值读入，没有重新计算。',
    ]);
    expect(preview.tables[0]?.rows.map(({ verdict }) => verdict)).toEqual(['taken', 'refused', 'doubtful']);
    expect(preview.tables[0]?.rows[1]?.sentence).toContain('#REF!');
  });
});
