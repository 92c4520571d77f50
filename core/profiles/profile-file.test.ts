import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_PROFILES, builtInProfile } from './built-in.ts';
import { type Profile, profileSchema } from './profile.ts';
import { copyProfile, draftOf, numberedCopy, readProfileFile, writeProfileFile } from './profile-file.ts';

const [FIRST] = BUILT_IN_PROFILES;
if (FIRST === undefined) throw new Error('there are built-in profiles');
const PROFILE: Profile = FIRST;

const isName = (text: string) => text.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(text);

/** A built-in profile with what a person may change in it. */
const changed = fc
  .record({
    profile: fc.constantFrom(...BUILT_IN_PROFILES),
    id: fc.stringMatching(/^[0-9a-z][0-9a-z-]{0,39}$/),
    name: fc.string({ minLength: 1, maxLength: 60 }).filter(isName),
    title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).filter(isName),
    notes: fc.array(fc.string({ maxLength: 300 }), { maxLength: 3 }),
    size: fc.double({ min: 5, max: 40, noNaN: true }),
    isTurned: fc.boolean(),
  })
  .map(({ profile, id, name, title, notes, size, isTurned }) => ({
    ...copyProfile(profile, id, name),
    editions: profile.editions.map((edition) => ({
      ...edition,
      fonts: { ...edition.fonts, title: { ...edition.fonts.title, size } },
      tables: (isTurned ? edition.tables.toReversed() : edition.tables).map((table) => ({
        ...table,
        title,
        notes,
      })),
    })),
  }));

/** The same, with the keys of every object in another order. */
function turned<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(turned) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, turned(each)])
      .toReversed(),
  ) as Value;
}

describe('a profile as a file', () => {
  it('gives the same profile out and in again, and equal profiles as equal texts', () => {
    fc.assert(
      fc.property(changed, (profile) => {
        const text = writeProfileFile(profile);
        expect(readProfileFile(text, 'p.json')).toEqual({ ok: true, value: profile });
        expect(writeProfileFile(turned(profile))).toBe(text);
        expect(text).toMatch(/^\{\n {2}"format": "mingzhang-profile\/1",\n.*\n\}\n$/s);
      }),
    );
  });

  it('never throws on a file cut or bent anywhere', () => {
    const whole = writeProfileFile(PROFILE);
    const noise = fc.constantFrom('', '"', '{', '[', ',', '-', '9', 'null', '1e400', '\\u0000', '。');
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(20), noise, (at, length, inserted) => {
        const bent = whole.slice(0, at) + inserted + whole.slice(at + length);
        expect(() => readProfileFile(bent, 'p.json')).not.toThrow();
      }),
    );
  });

  const whole = { format: 'mingzhang-profile/1', ...PROFILE };
  const [edition] = PROFILE.editions;
  const editionWith = (change: object) => ({ ...whole, editions: [{ ...edition, ...change }] });
  /** the second edition: from a year up to 2024 */
  const twoEditions = (since: number, until: number, second: number) => ({
    ...whole,
    editions: [
      { ...edition, since, until },
      { ...edition, since: second, until: 2024 },
    ],
  });
  const [table] = edition?.tables ?? [];
  const tableWith = (change: object) => editionWith({ tables: [{ ...table, ...change }] });
  const leaf = { title: '项目', key: 'income_label', width: 20 };
  const nested = (depth: number, inner: object): object =>
    depth === 0 ? inner : nested(depth - 1, { title: '', columns: [inner] });
  const basic = builtInProfile('shanghai')?.editions[0]?.tables.find(({ id }) => id === 'general-basic');

  it.each<[string, unknown, string, RegExp]>([
    ['not JSON', '{', 'not-json', /^p\.json 不是有效的 JSON/],
    ['a list', [], 'not-profile-file', /^p\.json 不是报表格式文件/],
    ['a book', { format: 'mingzhang-book/1' }, 'not-profile-file', /不是报表格式文件/],
    ['a newer format', { format: 'mingzhang-profile/2' }, 'newer-profile-file', /mingzhang-profile\/2.*新/],
    [
      'a key twice',
      JSON.stringify(whole).replace('"id"', '"id":"x","id"'),
      'duplicate-key',
      /^\$ 里“id”写了两次/,
    ],
    ['a key too much', { ...whole, colour: 'red' }, 'profile-unknown-key', /^\$ 有不认识的项目“colour”/],
    [
      'a key too much deep inside',
      tableWith({ colour: 1 }),
      'profile-unknown-key',
      /^\$\.editions\[0\]\.tables\[0\] 有不认识的项目“colour”/,
    ],
    ['a missing key', editionWith({ unitLine: undefined }), 'missing-key', /editions\[0\] 缺少“unitLine”/],
    ['no list', { ...whole, editions: {} }, 'wrong-type', /^\$\.editions 应是一个列表/],
    ['an empty list', { ...whole, editions: [] }, 'wrong-type', /^\$\.editions 应是至少 1 项的列表/],
    ['a bad id', { ...whole, id: 'Own' }, 'wrong-type', /^\$\.id 应是小写字母、数字和短横/],
    ['a long name', { ...whole, name: '名'.repeat(61) }, 'wrong-type', /\$\.name 应是至多 60 个字的文字/],
    ['a year far off', editionWith({ since: 1999 }), 'wrong-type', /\.since 应是不小于 2000 的数/],
    ['half a year', editionWith({ since: 2024.5 }), 'wrong-type', /\.since 应是一个整数/],
    [
      'a word that is none',
      tableWith({ total: 'middle' }),
      'unknown-word',
      /\.total 的取值“middle”.*first、last/,
    ],
    [
      'a bad 类',
      editionWith({ functionLines: ['20x'] }),
      'wrong-type',
      /functionLines\[0\] 应是 3 位数字的类级/,
    ],
    [
      'a column too narrow',
      tableWith({ columns: [{ ...leaf, width: 1 }] }),
      'wrong-type',
      /columns\[0\]\.width 应是不小于 4 的数/,
    ],
    [
      'a bad column in a group',
      tableWith({ columns: [{ title: '收入', columns: [{ ...leaf, key: 7 }] }] }),
      'wrong-type',
      /columns\[0\]\.columns\[0\]\.key 应是一段文字/,
    ],
    [
      'a column that the table cannot fill',
      tableWith({ id: 'income', columns: [{ ...leaf, key: 'pony' }] }),
      'profile-rule',
      /tables\[0\]\.columns 不对：“.*”没有 pony 这一栏，可用的有 code、name、total、.*other，改正后再导入。$/,
    ],
    [
      'amounts in another unit than those printed',
      editionWith({ unitLine: '单位：元' }),
      'profile-rule',
      /\.unitLine 不对：公开表一律以万元列示/,
    ],
    ['a hundred times the unit', editionWith({ unitLine: '单位：百万元' }), 'profile-rule', /一律以万元列示/],
    [
      'a table without its totals, which would pass for empty',
      tableWith({ columns: [leaf, { ...leaf, key: 'expenditure_label' }] }),
      'profile-rule',
      /“.*”缺少 income_amount 栏/,
    ],
    [
      'headings too deep',
      tableWith({ columns: [nested(200, leaf)] }),
      'profile-rule',
      /columns(\[0\](\.columns)?)+ 不对：栏目标题至多四层/,
    ],
    [
      '款 of 人员经费 among those of 公用经费',
      editionWith({
        tables: [{ ...basic, economicRows: { personnel: ['301'], public: [['302', '30101']] } }],
      }),
      'profile-rule',
      /economicRows 不对：科目 30101 不属于公用经费/,
    ],
    [
      'a 款 in both groups',
      editionWith({ tables: [{ ...basic, economicRows: { personnel: ['301', '301'], public: [['302']] } }] }),
      'profile-rule',
      /科目 301 列了两次/,
    ],
    ['a blank title', tableWith({ title: '   ' }), 'profile-rule', /tables\[0\]\.title 不对：不能空着/],
    ['a bell', tableWith({ title: '总\u0007表' }), 'profile-rule', /title 不对：含有换行或不能印的控制字符/],
    ['half a character', editionWith({ nameLine: '\ud800' }), 'profile-rule', /nameLine 不对：含有/],
    [
      'two lines of one name',
      editionWith({ labels: { ...edition?.labels, distribution: '年末结转和结余' } }),
      'profile-rule',
      /labels 不对：总表里有两行的字样相同/,
    ],
    ['two editions of one year', twoEditions(2020, 2022, 2022), 'profile-rule', /2022 年度在两个版本里都有/],
    ['a year within another edition', twoEditions(2020, 2025, 2023), 'profile-rule', /2023 年度在两个版本里/],
    ['a later edition first', twoEditions(2023, 2024, 2020), 'profile-rule', /2023 年度在两个版本里都有/],
    ['a file too large', `"${'x'.repeat(1_000_001)}"`, 'wrong-type', /不到 100 万字/],
  ])('is refused with the place and what to do: %s', (_, content, code, sentence) => {
    const read = readProfileFile(typeof content === 'string' ? content : JSON.stringify(content), 'p.json');
    expect(read).toMatchObject({ ok: false, error: { code } });
    if (!read.ok) {
      expect(read.error.message).toMatch(sentence);
      expect(read.error.message).toMatch(/^[^\n]+。$/);
    }
  });
});

it('takes editions that follow each other, in any order, each year in one of them', () => {
  const [edition] = PROFILE.editions;
  const of = (since: number, until: number) => ({ ...edition, since, until });
  const editions = [of(2022, 2024), of(2019, 2020), of(2021, 2021)];
  expect(profileSchema.safeParse({ ...PROFILE, editions }).success).toBe(true);
});

it('says of a draft, in each edition, that nobody has seen what will be changed in it', () => {
  const shanghai = builtInProfile('shanghai');
  if (shanghai === undefined) throw new Error('built in');
  const draft = draftOf(shanghai, 'own-1', '本区格式');
  expect(draft.editions.map(({ unconfirmed }) => unconfirmed)).toEqual(
    shanghai.editions.map(() => ['复制自“上海市区级（普陀区模板）”，改动的地方没有样张证实']),
  );
  expect(profileSchema.safeParse(draft).success).toBe(true);
});

it('numbers copies, within what an id and a name may be', () => {
  expect(numberedCopy(PROFILE, 2)).toEqual({
    ...PROFILE,
    id: `${PROFILE.id}-2`,
    name: `${PROFILE.name}（2）`,
  });
  const long = copyProfile(PROFILE, 'a'.repeat(40), '名'.repeat(60));
  expect(profileSchema.safeParse(numberedCopy(long, 12)).success).toBe(true);
});
