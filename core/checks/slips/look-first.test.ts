import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atMost, type Claim, compared, equal, type Operand } from '../claim.ts';
import type { Place } from '../finding.ts';
import { findSlips, type Slip } from './find-slips.ts';
import { lookFirst } from './look-first.ts';
import type { SlipKind } from './mendings.ts';

const WAN = 1_000_000;

const cell: Place = { kind: 'cell', table: 'expenditure', row: 0, column: 'total' };
const figure: Place = {
  kind: 'figure',
  year: 2024,
  unit: '001',
  sheet: 'expenditure',
  row: '2010302',
  fund: 'general',
  column: 'project',
  measure: 'actual',
};

function side(name: string, amounts: readonly number[], place = figure): Operand {
  const parts = amounts.map((amount, index) => ({ name: `${name}${index}`, amount, place }));
  return { name, amount: amounts.reduce((sum, amount) => sum + amount, 0), parts: () => parts };
}

const blank = (name: string): Operand => ({ name, amount: null, parts: () => [] });
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const replaced = (amounts: readonly number[], at: number, by: number) =>
  amounts.map((amount, index) => (index === at ? by : amount));

/** As keyed: mostly in whole 0.01 万元, some to the 分. */
const amount = fc.oneof(
  fc.integer({ min: 1, max: 500_000 }).map((hundredths) => hundredths * 10_000),
  fc.integer({ min: 1, max: 5_000_000_000 }),
);
const count = fc.integer({ min: 1, max: 900 });

/** Two neighbouring digits changed, as a hand does it: on the text. */
function swapped(text: string, at: number): string {
  const digits = [...text];
  const places = digits.flatMap((sign, index) => (/\d/.test(sign) ? [index] : []));
  const first = places[at % (places.length - 1)] ?? 0;
  const second = places[(at % (places.length - 1)) + 1] ?? 0;
  [digits[first], digits[second]] = [digits[second] ?? '', digits[first] ?? ''];
  return digits.join('');
}

const yuan = (fenAmount: number) =>
  `${Math.floor(fenAmount / 100)}.${String(fenAmount % 100).padStart(2, '0')}`;

const SLIPPED: readonly (readonly [SlipKind, (amount: number, at: number) => number])[] = [
  ['transposed', (value, at) => Number(swapped(yuan(value), at).replace('.', ''))],
  ['tenfold', (value) => value * 10],
  ['tenfold', (value) => value / 10],
  ['unit', (value) => value * 10_000],
  ['unit', (value) => value / 10_000],
  ['sign', (value) => -value],
];

/** The claim as it is after the slip was mended. */
function mendedClaim(claim: Claim, { side: name, suspect, mended }: Slip, tail: number): Claim {
  const left = claim.left?.amount ?? 0;
  const right = claim.right?.amount ?? 0;
  const change = mended - suspect.amount;
  const sides = name === 'left' ? ([left + change, right] as const) : ([left, right + change] as const);
  const make = claim.must === '≤' ? atMost : equal;
  return make('', side('l', [sides[0]]), side('r', [sides[1]]), { tail });
}

describe('where to look first', () => {
  const kinds = fc.constantFrom(...SLIPPED);

  it('names the part with the slip, whichever of the two sides it stands on', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 2, maxLength: 12 }),
        fc.nat(11),
        fc.nat(8),
        kinds,
        fc.boolean(),
        (amounts, index, at, [kind, slip], onLeft) => {
          const place = index % amounts.length;
          const right = amounts[place] ?? 0;
          const wrong = slip(right, at);
          fc.pre(Number.isInteger(wrong) && wrong !== right);
          // nobody writes a zero in front of 10.00 万元 and more
          fc.pre(kind !== 'transposed' || right < 10 * WAN || String(wrong).length === String(right).length);
          // a change of places that multiplies by ten is told as that
          fc.pre(kind !== 'transposed' || (wrong !== right * 10 && wrong * 10 !== right));
          const keyed = side('数', replaced(amounts, place, wrong));
          const total = side('核对数', [sum(amounts)]);
          const claim = onLeft ? equal('', keyed, total) : equal('', total, keyed);
          const found = findSlips(claim).slips.filter((each) => each.kind === kind);
          expect(found.map(({ suspect, mended }) => [suspect.name, mended])).toContainEqual([
            `数${place}`,
            right,
          ]);
          const earlier = new Set(findSlips(claim).slips.map((each) => each.kind)).size;
          if (found.length <= 2 && earlier <= 3)
            expect(lookFirst(claim).sentences.join('\n')).toContain(`数${place} `);
        },
      ),
    );
  });

  it('names the figure that is counted twice, or that the other side lacks', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 3, maxLength: 12 }),
        fc.nat(11),
        fc.boolean(),
        (amounts, index, twice) => {
          const place = index % amounts.length;
          const extra = amounts[place] ?? 0;
          const claim = twice
            ? equal('', side('账', [...amounts, extra]), side('核对数', [sum(amounts)]))
            : equal('', side('账', amounts), side('表', replaced(amounts, place, 0)));
          const found = findSlips(claim).slips.filter(({ kind }) => kind === 'figure');
          expect(found.map(({ suspect }) => suspect.name)).toContain(`账${place}`);
          if (found.length <= 2)
            expect(lookFirst(claim).sentences.join('\n')).toMatch(/正好等于.*看是否漏录、重复/);
        },
      ),
    );
  });

  it('is true whenever it says something: mended, the claim holds', () => {
    const small = fc.integer({ min: 1, max: 60 }).map((hundredths) => hundredths * 10_000);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(amount, small), { minLength: 1, maxLength: 12 }),
        fc.array(fc.oneof(amount, small), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0, 10_000, 30_000),
        fc.boolean(),
        fc.boolean(),
        (left, right, tail, isPrint, isBound) => {
          const place = isPrint ? cell : figure;
          const printed = (amounts: readonly number[]) =>
            isPrint ? amounts.map((each) => Math.ceil(each / 10_000) * 10_000) : amounts;
          const make = isBound ? atMost : equal;
          const claim = make('', side('左', printed(left), place), side('右', printed(right), place), {
            tail,
          });
          if (claim.holds) return;
          const { slips, pair } = findSlips(claim);
          for (const slip of slips) {
            expect(mendedClaim(claim, slip, tail).holds).toBe(true);
            if (isPrint) expect(Math.abs(slip.mended % 10_000)).toBe(0);
          }
          if (pair !== null)
            expect(Math.abs(pair[0].amount + pair[1].amount)).toBe(Math.abs(claim.difference ?? 0));
          expect(lookFirst(claim).sentences.length).toBeLessThanOrEqual(3);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('knows counts, which have no 万元 to be mistaken in', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 2, maxLength: 6 }), fc.nat(5), (counts, index) => {
        const place = index % counts.length;
        const keyed = side('批次', replaced(counts, place, (counts[place] ?? 0) * 10));
        const claim = equal('', keyed, side('登记簿', [sum(counts)]), { unit: '个' });
        const { slips } = findSlips(claim);
        expect(slips.map(({ kind, suspect }) => [kind, suspect.name])).toContainEqual([
          'tenfold',
          `批次${place}`,
        ]);
        expect(slips.filter(({ kind }) => kind === 'unit')).toEqual([]);
        expect(lookFirst(claim).sentences.join('')).not.toContain('小数点');
      }),
    );
  });

  const operand = (name: string, ...wan: readonly (readonly [string, number])[]): Operand => ({
    name,
    amount: Math.round(sum(wan.map(([, value]) => value)) * WAN),
    parts: () => wan.map(([part, value]) => ({ name: part, amount: Math.round(value * WAN), place: figure })),
  });
  const control = (value: number) => operand('核对数', ['核对数 项目支出', value]);
  const book = operand('账簿算得', ['2010302', 780], ['2013299', 6.5], ['2080505', 20]);

  it.each([
    [
      'two places changed',
      equal('', book, control(805.6)),
      ['差额能被 9 整除，像是相邻两位写颠倒：806.50 与 805.60，或 2013299 6.50（改为 5.60 就符合）'],
    ],
    [
      'the figure that one side lacks',
      equal('', book, control(800)),
      ['差额正好等于 2013299 6.50，看是否漏录、重复，或录到了别处'],
    ],
    [
      'two amounts, one ten times the other',
      equal('', control(12.5), operand('附03', ['接待费', 125])),
      ['像是漏了一个 0，或多了一个 0，或小数点错一位：12.50 与 125.00'],
    ],
    [
      'yuan in the place of 万元',
      equal('', operand('甲', ['2010302', 7_800_000], ['2013299', 6.5]), control(786.5)),
      ['像是把元录成了万元：2010302 7,800,000.00（改为 780.00 就符合）'],
    ],
    [
      'a sign',
      equal('', operand('甲', ['2010302', -3], ['2013299', 16.5]), control(19.5)),
      ['像是正负号相反，差额是它的 2 倍：2010302 -3.00（改为 3.00 就符合）'],
    ],
    [
      'several figures of that amount',
      equal('', operand('甲', ['一', 2.2], ['二', 2.2], ['三', 2.2], ['四', 800]), control(804.4)),
      ['差额正好等于 一 2.20，或 二 2.20，另有 1 个，看是否漏录、重复，或录到了别处'],
    ],
    [
      'two figures together',
      equal('', operand('甲', ['一', 2.2], ['二', 5.01], ['三', 77]), control(77)),
      ['差额正好是 一 2.20 与 二 5.01 之和，看是否漏录、重复，或录到了别处'],
    ],
    ['an empty side', equal('', book, blank('核对数')), ['“核对数”这一边还没有录入']],
    ['an empty bound', atMost('', book, blank('全年预算')), ['“全年预算”这一边还没有录入']],
    [
      'a bound in the other unit',
      atMost('', operand('决算', ['决算', 3_500_000]), operand('全年预算', ['全年预算', 400])),
      [
        '像是把万元录成了元，或把元录成了万元：决算 3,500,000.00（改为 350.00 就符合），或 全年预算 400.00（改为 4,000,000.00 就符合）',
      ],
    ],
    ['more than the bound', atMost('', operand('决算', ['甲', 5], ['乙', 7]), control(7)), []],
    ['an unrelated difference', equal('', book, control(713.37)), []],
    ['no law between the sides', compared('', book, blank('上年'), { holds: false }), []],
  ])('in words: %s', (_, claim, sentences) => {
    expect(lookFirst(claim).sentences).toEqual(sentences);
  });

  it('tells of a print what a print can tell', () => {
    const printed = (name: string, ...wan: readonly number[]) =>
      side(
        name,
        wan.map((value) => Math.round(value * WAN)),
        cell,
      );
    const tail = 20_000;
    expect(
      lookFirst(equal('', printed('行', 12.36, 5.1, 7), printed('合计', 135.71), { tail })).sentences,
    ).toEqual(['像是漏了一个 0，或小数点错一位：行0 12.36（改为 123.60 就符合）']);
    expect(
      lookFirst(equal('', printed('行', 2.3, 5.1, 7), printed('合计', 9.29), { tail })).sentences,
    ).toContain('差额与 行1 5.10 只差尾数，看是否漏录、重复，或录到了别处');
    expect(
      lookFirst(equal('', printed('行', 12.36, 5.1), printed('合计', 17.5), { tail: 30_000 })).sentences,
    ).toEqual([]);
    expect(lookFirst(equal('', printed('行', 5.1), blank('合计'))).sentences).toEqual(['“合计”这一边是空的']);
  });

  it('leaves sides of very many figures alone, and takes a side as one amount that is no sum of its parts', () => {
    const many = side(
      '数',
      Array.from({ length: 20_001 }, () => 10_000),
    );
    expect(lookFirst(equal('', many, control(200))).sentences).toEqual([]);
    const chance = side('数', [...Array.from({ length: 21 }, () => 10_000), 7]);
    expect(lookFirst(equal('', chance, side('核对数', [200_007]))).sentences).toEqual([]);
    const rate: Operand = { ...book, amount: 805_600_000 };
    expect(findSlips(equal('', rate, control(806.5))).slips.map(({ suspect }) => suspect.name)).toContain(
      '账簿算得',
    );
  });
});
