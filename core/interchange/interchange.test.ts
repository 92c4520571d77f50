import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book, CellText } from '../figures/figure.ts';
import { BUILT_IN_PROFILES } from '../profiles/built-in.ts';
import type { Profile } from '../profiles/profile.ts';
import { copyProfile } from '../profiles/profile-file.ts';
import { addressOf, randomBook } from '../testing/random-book.ts';
import { SAMPLE_NAMES, sampleBook, sampleText } from '../testing/sample.ts';
import { readBook } from './read-book.ts';
import { writeBook } from './write-book.ts';

const textKey = ({ unit, sheet, row, column }: CellText) => JSON.stringify([unit, sheet, row, column]);

/** The order of figures in a book carries no meaning. */
function inOrder(book: Book): Book {
  const years = book.years.map((year) => ({
    ...year,
    figures: year.figures.toSorted((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1)),
    texts: year.texts.toSorted((a, b) => (a.unit + a.slot < b.unit + b.slot ? -1 : 1)),
    notes: (year.notes ?? []).toSorted((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1)),
    cellTexts: (year.cellTexts ?? []).toSorted((a, b) => (textKey(a) < textKey(b) ? -1 : 1)),
  }));
  const profiles = (book.profiles ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { ...book, profiles, years };
}

function reread(book: Book, money: 'wan' | 'yuan'): Book {
  const read = readBook(writeBook(book, money), 'book.json');
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

describe('interchange', () => {
  it('gives the same book out and in again, in 万元 and in 元', () => {
    fc.assert(
      fc.property(randomBook, fc.constantFrom('wan' as const, 'yuan' as const), (book, money) => {
        expect(inOrder(reread(book, money))).toEqual(inOrder(book));
      }),
    );
    for (const name of SAMPLE_NAMES) {
      const book = sampleBook(name);
      expect(inOrder(reread(book, 'yuan'))).toEqual(inOrder(book));
    }
  });

  it('writes equal books as equal texts, whatever the order of their figures', () => {
    fc.assert(
      fc.property(randomBook, (book) => {
        const years = book.years.map((year) => ({
          ...year,
          figures: year.figures.toReversed(),
          notes: (year.notes ?? []).toReversed(),
          cellTexts: (year.cellTexts ?? []).toReversed(),
        }));
        const profiles = (book.profiles ?? []).toReversed();
        expect(writeBook({ ...book, profiles, years }, 'wan')).toBe(writeBook(book, 'wan'));
      }),
    );
  });
});

/** A small valid file; each case changes one place of it. */
function file(): {
  [key: string]: unknown;
  years: { [key: string]: unknown; units: Record<string, unknown>[] }[];
} {
  return {
    format: 'mingzhang-book/1',
    money: 'wan',
    department: { name: '某局', region: '某区', profile: 'shanghai' },
    years: [
      {
        year: 2024,
        units: [
          {
            code: '001',
            name: '某局（本级）',
            kind: 'administrative',
            sheets: {
              expenditure: [
                { code: '2010301', fund: 'general', measure: 'actual', basic: '51.32', project: '0' },
              ],
            },
          },
        ],
      },
    ],
  };
}

function withSheets(sheets: Record<string, unknown>) {
  const changed = file();
  const unit = changed.years[0]?.units[0];
  if (unit !== undefined) unit['sheets'] = sheets;
  return changed;
}

const line = (change: Record<string, unknown>) =>
  withSheets({
    expenditure: [{ code: '2010301', fund: 'general', measure: 'actual', basic: '1', ...change }],
  });

const adjustment = (change: Record<string, unknown>) => {
  const changed = file();
  const whole = {
    sheet: 'income',
    code: '2010301',
    fund: 'other',
    measure: 'actual',
    superior: '-5',
    reason: '往来',
  };
  const [year] = changed.years;
  if (year !== undefined) year['adjustments'] = [{ ...whole, ...change }];
  return changed;
};

const control = (...lines: Record<string, unknown>[]) => {
  const changed = file();
  const [year] = changed.years;
  if (year !== undefined) {
    year['control'] = lines.map((each) => ({ item: 'income_total', measure: 'actual', ...each }));
  }
  return changed;
};

const balance = (...lines: Record<string, unknown>[]) =>
  withSheets({
    balance: lines.map((each) => ({ fund: 'general', measure: 'actual', last_closing: '1', ...each })),
  });

const notes = (...changes: Record<string, unknown>[]) => {
  const changed = file();
  const whole = {
    sheet: 'income',
    code: '2010301',
    fund: 'general',
    measure: 'actual',
    column: 'appropriation',
    note: '见批复',
  };
  const unit = changed.years[0]?.units[0];
  if (unit !== undefined) unit['notes'] = changes.map((change) => ({ ...whole, ...change }));
  return changed;
};

const SERVICE = { name: '养老服务', measure: 'actual', amount: '5.00' };

const services = (...changes: Record<string, unknown>[]) =>
  withSheets({ purchased_services: changes.map((change) => ({ ...SERVICE, ...change })) });

function twoUnits(...changes: [Record<string, unknown>, Record<string, unknown>]) {
  const changed = file();
  const unit = (code: string, change: Record<string, unknown>) => ({
    code,
    name: '甲',
    kind: 'institution',
    sheets: { purchased_services: [{ ...SERVICE, ...change }] },
  });
  return {
    ...changed,
    years: [{ year: 2024, units: changes.map((each, index) => unit(`00${index + 1}`, each)) }],
  };
}

function withProfiles(write: (own: Profile) => unknown[]): ReturnType<typeof file> {
  const [built] = BUILT_IN_PROFILES;
  if (built === undefined) throw new Error('there are built-in profiles');
  return { ...file(), profiles: write(copyProfile(built, 'own', '自有格式')) };
}

describe('rows of the clerk’s own', () => {
  function rowsOf(content: unknown): [unit: string, row: string, measure: string][] {
    const read = readBook(JSON.stringify(content), 'book.json');
    if (!read.ok) throw new Error(read.error.message);
    return (read.value.years[0]?.figures ?? []).map(({ unit, row, measure }) => [unit, row, measure]);
  }

  it('get ids where the file gives none: equal texts are one row, and no id is given twice', () => {
    const content = services(
      {},
      { measure: 'prior' },
      { name: '食堂服务' },
      { catalog: 'B0101' },
      { name: '物业服务', measure: 'prior' },
      { id: '001-002', name: '培训服务' },
      { id: 'p', name: '物业服务' },
    );
    expect(rowsOf(content)).toEqual([
      ['001', '001-001', 'actual'],
      ['001', '001-001', 'prior'],
      ['001', '001-003', 'actual'],
      ['001', '001-004', 'actual'],
      ['001', 'p', 'prior'],
      ['001', '001-002', 'actual'],
      ['001', 'p', 'actual'],
    ]);
  });

  it('of two units are two rows, however equal they are called', () => {
    expect(rowsOf(twoUnits({}, {}))).toEqual([
      ['001', '001-001', 'actual'],
      ['002', '002-001', 'actual'],
    ]);
    expect(rowsOf(twoUnits({}, { id: '001-001' }))).toEqual([
      ['001', '001-002', 'actual'],
      ['002', '001-001', 'actual'],
    ]);
  });
});

it('a department may be printed in a profile that the book brings, and in no other unknown one', () => {
  const own = withProfiles((profile) => [profile]);
  const printedIn = (profile: string) =>
    readBook(
      JSON.stringify({ ...own, department: { ...(own['department'] as object), profile } }),
      'book.json',
    );
  expect(printedIn('own')).toMatchObject({ ok: true, value: { profiles: [{ id: 'own' }] } });
  expect(printedIn('other')).toMatchObject({ ok: false, error: { code: 'unknown-word' } });
});

describe('bad interchange files are refused whole, with the place and what to do', () => {
  const cases: [string, unknown, string, RegExp][] = [
    ['not JSON', '{', 'not-json', /book\.json 不是有效的 JSON/],
    ['something else', { figures: [] }, 'not-interchange', /不是账簿交换文件/],
    [
      'a newer format',
      { ...file(), format: 'mingzhang-book/2' },
      'newer-interchange',
      /mingzhang-book\/2.*比本程序认识的/,
    ],
    [
      'a key twice',
      JSON.stringify(file()).replace('"basic"', '"basic":"9","basic"'),
      'duplicate-key',
      /^\$\.years\[0\]\.units\[0\]\.sheets\.expenditure\[0\] 里“basic”写了两次/,
    ],
    [
      'a note on no sheet',
      notes({ sheet: 'incomes' }),
      'unknown-word',
      /notes\[0\]\.sheet 的录入表“incomes”/,
    ],
    [
      'a note with a key too much',
      notes({ author: '甲' }),
      'unknown-key',
      /notes\[0\] 有不认识的项目“author”/,
    ],
    ['a note on no column', notes({ column: 'total' }), 'unknown-word', /notes\[0\]\.column 的列“total”/],
    ['a note on a 类', notes({ code: '201' }), 'not-an-item', /notes\[0\]\.code 的科目编码 201 是类级/],
    ['a note on a fund not taken', notes({ fund: 'other' }), 'fund-not-taken', /notes\[0\] 的“财政拨款收入”/],
    ['an empty note', notes({ note: ' ' }), 'wrong-type', /notes\[0\]\.note 应是一段文字/],
    [
      'two notes on a cell',
      notes({}, { note: '二' }),
      'duplicate-address',
      /notes\[1\] 与前面重复：.*已经有一个批注/,
    ],
    [
      'a row of the own without a name',
      services({ id: '001-001', name: undefined }),
      'missing-key',
      /purchased_services\[0\] 缺少“name”/,
    ],
    [
      'a name over two lines of a row',
      services({ name: '甲\n乙' }),
      'wrong-type',
      /purchased_services\[0\]\.name 应是一行能印出来的文字/,
    ],
    ['an id that is none', services({ id: '一' }), 'bad-row-id', /purchased_services\[0\]\.id 的行标识“一”/],
    [
      'a row with two names',
      services({ id: 'a' }, { id: 'a', name: '食堂服务', measure: 'prior' }),
      'row-with-two-texts',
      /purchased_services\[1\] 的行 a，项目名称前面是“养老服务”，这里是“食堂服务”/,
    ],
    [
      'a service twice',
      services({}, {}),
      'duplicate-address',
      /purchased_services\[1\] 与前面重复：001 政府购买服务 养老服务 金额/,
    ],
    [
      'a row of two units',
      twoUnits({ id: 'a' }, { id: 'a' }),
      'row-in-two-units',
      /units\[1\].*行标识 a .*001、002 两个单位/,
    ],
    [
      'a note on a row that is not there',
      notes({
        sheet: 'purchased_services',
        code: undefined,
        fund: undefined,
        id: '001-009',
        column: 'amount',
      }),
      'row-without-name',
      /notes\[0\] 里单位 001 没有标识为 001-009 的一行/,
    ],
    [
      'a profile under a built-in id',
      withProfiles((own) => [{ ...own, id: 'mof' }]),
      'built-in-profile',
      /^\$\.profiles\[0\] 的标识 mof 属于明账自带的报表格式/,
    ],
    [
      'two profiles under one id',
      withProfiles((own) => [own, own]),
      'duplicate-profile',
      /^\$\.profiles\[1\] 的标识 own /,
    ],
    [
      'a profile with a bad place in it',
      withProfiles((own) => [{ ...own, editions: own.editions.map((each) => ({ ...each, zero: '-' })) }]),
      'unknown-word',
      /^\$\.profiles\[0\]\.editions\[0\]\.zero 的取值“-”不认识，这里只能是 blank、0\.00、filled/,
    ],
    ['a 类 padded with zeros', line({ code: '2010000' }), 'not-an-item', /2010000 是类级/],
    ['a 款 padded with zeros', line({ code: '2010300' }), 'not-an-item', /2010300 是款级/],
    [
      'an economic 类 padded with zeros',
      withSheets({ economic: [{ code: '30200', fund: 'general', measure: 'actual', amount: '1' }] }),
      'not-an-item',
      /30200 是类级/,
    ],
    [
      'a name over two lines',
      { ...file(), department: { name: '某\n局', region: '某区', profile: 'shanghai' } },
      'wrong-type',
      /一行能印出来的文字/,
    ],
    ['an amount with a hidden character', line({ basic: '5\u200b' }), 'bad-amount', /“5\[U\+200B\]”/],
    ['an endless amount', line({ basic: '9'.repeat(5_000) }), 'bad-amount', /^.{1,250}$/],
    ['no year', { ...file(), years: [] }, 'wrong-type', /\$\.years 应是至少一个年度/],
    ['null for a sheet', withSheets(null as never), 'wrong-type', /sheets 应是一个对象/],
    ['an unknown key', { ...file(), moneyy: 'wan' }, 'unknown-key', /^\$ 有不认识的项目“moneyy”/],
    ['a missing key', { ...file(), money: undefined }, 'missing-key', /缺少“money”/],
    [
      'an unknown sheet',
      withSheets({ incomes: [] }),
      'unknown-key',
      /\$\.years\[0\]\.units\[0\]\.sheets 有不认识的项目“incomes”/,
    ],
    [
      'an unknown profile',
      { ...file(), department: { name: '甲', region: '乙', profile: 'mars' } },
      'unknown-word',
      /报表格式“mars”/,
    ],
    [
      'a code of six digits',
      line({ code: '201030' }),
      'malformed-code',
      /expenditure\[0\]\.code 的科目编码“201030”不是 7 位数字/,
    ],
    ['a code with a letter', line({ code: '201030A' }), 'malformed-code', /201030A/],
    ['a 类 as item', line({ code: '201' }), 'not-an-item', /201 是类级，这里要录到项级/],
    ['a 款 as item', line({ code: '20103' }), 'not-an-item', /20103 是款级/],
    ['an unknown 类', line({ code: '2990101' }), 'unknown-class', /类 299 不在科目表里/],
    [
      'a 类 of economic codes',
      withSheets({ economic: [{ code: '301', fund: 'general', measure: 'actual', amount: '1' }] }),
      'not-an-item',
      /301 是类级，这里要录到款级/,
    ],
    [
      'a code of the government budget',
      withSheets({ economic: [{ code: '50101', fund: 'general', measure: 'actual', amount: '1' }] }),
      'government-code',
      /政府预算经济分类/,
    ],
    [
      'a wrong grouping',
      line({ basic: '1,23.4' }),
      'bad-amount',
      /basic 的金额“1,23\.4”千分位逗号的位置不对/,
    ],
    ['too many decimals', line({ basic: '1.2345678' }), 'bad-amount', /小数位太多，万元最多 6 位/],
    ['too many decimals of 元', line({ basic: '1.234元' }), 'bad-amount', /元最多 2 位/],
    ['a number that is not text', line({ basic: 1.5 }), 'wrong-type', /应是写成文字的金额/],
    [
      'a fund that the column does not take',
      line({ fund: 'general', remit: '1' }),
      'fund-not-taken',
      /“上缴上级支出”不能用资金“一般公共预算”，只能是 非财政拨款/,
    ],
    [
      'three-public basic of the general fund',
      withSheets({ three_public: [{ item: 'reception', fund: 'general', measure: 'actual', basic: '1' }] }),
      'fund-not-taken',
      /从经济分类 30212/,
    ],
    [
      'a measure that the column has not',
      withSheets({
        three_public: [{ item: 'reception', fund: 'general', measure: 'initial', project: '1' }],
      }),
      'measure-not-taken',
      /没有“年初预算”/,
    ],
    ['an unknown fund', line({ fund: 'lottery' }), 'unknown-word', /资金“lottery”/],
    [
      'a duplicate',
      withSheets({
        counts: [
          { item: 'meetings', measure: 'actual', count: 1 },
          { item: 'meetings', measure: 'actual', count: 1 },
        ],
      }),
      'duplicate-address',
      /counts\[1\] 与前面重复：001 实物量 会议次数/,
    ],
    [
      'a count that is none',
      withSheets({ counts: [{ item: 'meetings', measure: 'actual', count: -1 }] }),
      'bad-count',
      /数量“-1”/,
    ],
    ['balances in both forms', balance({ code: '2010301' }, {}), 'balance-both', /两种只用一种/],
    [
      '财政拨款 in the 差额表',
      adjustment({ fund: 'general', superior: undefined, appropriation: '-5' }),
      'adjustment-fund',
      /差额表行用了财政拨款/,
    ],
    [
      'a control figure of the department for a measure that has none',
      control({ amount: '1' }, { measure: 'initial', amount: '1' }),
      'unknown-word',
      /control\[1\]\.measure/,
    ],
    [
      'a control figure of the department twice',
      control({ amount: '1' }, { amount: '2' }),
      'duplicate-address',
      /control\[1\] 与前面重复：部门 核对数 本年收入/,
    ],
    [
      'a control figure of the department with a reason',
      control({ amount: '1', reason: '往来' }),
      'unknown-key',
      /control\[0\]/,
    ],
    ['a 差额表 line without a reason', adjustment({ reason: ' ' }), 'adjustment-reason', /没有写原因/],
    [
      'a card without its day',
      {
        ...file(),
        years: [
          {
            year: 2024,
            units: [{ code: '001', name: '甲', kind: 'institution', registers: { vehicles: [{}] } }],
          },
        ],
      },
      'missing-key',
      /registers\.vehicles\[0\]/,
    ],
    ['a year of two digits', { ...file(), years: [{ year: 24, units: [] }] }, 'bad-year', /年度“24”/],
    [
      'a unit twice',
      {
        ...file(),
        years: [
          {
            year: 2024,
            units: [
              { code: '1', name: '甲', kind: 'institution' },
              { code: '1', name: '乙', kind: 'institution' },
            ],
          },
        ],
      },
      'duplicate-unit',
      /units\[1\]\.code/,
    ],
  ];

  it.each(cases)('%s', (_, content, code, sentence) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const read = readBook(text, 'book.json');
    expect(read).toMatchObject({ ok: false, error: { code } });
    if (!read.ok) {
      expect(read.error.message).toMatch(sentence);
      // one sentence, and it ends with what to do
      expect(read.error.message).toMatch(/^[^\n]+。$/);
    }
  });

  it('takes the few 项 that the list itself numbers 00', () => {
    expect(readBook(JSON.stringify(line({ code: '2121100' })), 'book.json')).toMatchObject({ ok: true });
  });

  it('takes a well-formed 项 of a known 类 that the list lacks, and blank cells as blank', () => {
    const read = readBook(JSON.stringify(line({ code: '2019876', project: '' })), 'book.json');
    expect(read).toMatchObject({
      ok: true,
      value: { years: [{ figures: [{ row: '2019876', column: 'basic' }] }] },
    });
  });

  it('never throws on a file cut or bent anywhere', () => {
    const whole = sampleText('example-street-2024');
    const noise = fc.constantFrom('', '"', '{', '[', ',', '-', '9', 'null', '1e400', '\\u0000', '。');
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(20), noise, (at, length, inserted) => {
        const bent = whole.slice(0, at) + inserted + whole.slice(at + length);
        expect(() => readBook(bent, 'book.json')).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
