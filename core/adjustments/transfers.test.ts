import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import { checkAdjustment } from '../entry/check-adjustment.ts';
import { checkEdit } from '../entry/check-edit.ts';
import { ADJUSTMENT_UNIT, type Figure } from '../figures/figure.ts';
import { addressOf } from '../testing/random-book.ts';
import { sampleBook, sumFigures } from '../testing/sample.ts';
import { proposedReason, proposeTransfers, type Transfer, transferKey, transferLines } from './transfers.ts';

const UNITS = ['001', '002', '003'];
const CELLS = [
  ['income', 'superior'],
  ['income', 'affiliate'],
  ['income', 'undertaking'],
  ['expenditure', 'subsidy'],
  ['expenditure', 'remit'],
  ['expenditure', 'project'],
  ['expenditure', 'basic'],
] as const;

// few rows and amounts, so that figures meet
const figure = (units: readonly string[], amount: fc.Arbitrary<number>): fc.Arbitrary<Figure> =>
  fc
    .record({
      unit: fc.constantFrom(...units),
      at: fc.constantFrom(...CELLS),
      row: fc.constantFrom('2010302', '2120199'),
      fund: fc.constantFrom('other', 'other', 'general'),
      measure: fc.constantFrom('actual', 'actual', 'actual', 'initial'),
      value: amount,
    } as const)
    .map(({ at: [sheet, column], ...rest }) => ({ ...rest, sheet, column }));

const year: fc.Arbitrary<Figure[]> = fc
  .tuple(
    fc.uniqueArray(figure(UNITS, fc.integer({ min: -4, max: 12 })), { maxLength: 24, selector: addressOf }),
    fc.uniqueArray(
      figure([ADJUSTMENT_UNIT], fc.integer({ min: -12, max: 3 })).map(
        (line): Figure => ({ ...line, fund: 'other', reason: '部门内部往来' }),
      ),
      { maxLength: 4, selector: addressOf },
    ),
  )
  .map(([own, lines]) => [...own, ...lines]);

const propose = (figures: readonly Figure[], declined: ReadonlySet<string> = new Set()) =>
  proposeTransfers({ figures, units: UNITS, measure: 'actual', declined });

/** The year after the clerk has taken these. */
function taking(figures: readonly Figure[], transfers: readonly Transfer[]): Figure[] {
  return transfers.reduce<Figure[]>(
    (before, transfer) => {
      const lines = transferLines(transfer, proposedReason(transfer), before);
      const isOther = (each: Figure) =>
        !lines.some((line) => addressOf({ ...line, unit: ADJUSTMENT_UNIT }) === addressOf(each));
      return [...before.filter(isOther), ...lines.map((line) => ({ ...line, unit: ADJUSTMENT_UNIT }))];
    },
    [...figures],
  );
}

describe('transfers between units', () => {
  it('are pairs of two units in fund other, each figure in one of them and never for more than it is', () => {
    fc.assert(
      fc.property(year, (figures) => {
        const found = propose(figures);
        const used = found.flatMap(({ income, expenditure }) => [income, expenditure]);
        expect(new Set(used).size).toBe(used.length);
        for (const { income, expenditure, amount } of found) {
          expect(income.unit).not.toBe(expenditure.unit);
          expect([income.sheet, expenditure.sheet]).toEqual(['income', 'expenditure']);
          for (const { unit, fund, measure, value } of [income, expenditure]) {
            expect([UNITS.includes(unit), fund, measure]).toEqual([true, 'other', 'actual']);
            expect(amount).toBeLessThanOrEqual(value);
          }
          expect(amount).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('all taken, leave no cell of the department below 0 that was not, and both sides of the 差额表 as far apart', () => {
    fc.assert(
      fc.property(year, (figures) => {
        const after = taking(figures, propose(figures));
        const cells = (all: readonly Figure[]) =>
          new Map(sumFigures(all).map(({ value, ...cell }) => [JSON.stringify(cell), value as number]));
        const before = cells(figures);
        for (const [cell, value] of cells(after)) {
          expect(value).toBeGreaterThanOrEqual(Math.min(0, before.get(cell) ?? 0));
        }
        const apart = (all: readonly Figure[]) =>
          all
            .filter(({ unit }) => unit === ADJUSTMENT_UNIT)
            .reduce((sum, { sheet, value }) => sum + (sheet === 'income' ? value : -value), 0);
        expect(apart(after)).toBe(apart(figures));
      }),
    );
  });

  it('are lines that the book takes; taken or declined again and again, they come to an end', () => {
    const classification = new Classification(2024);
    fc.assert(
      fc.property(year, fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), (given, answers) => {
        let figures = given;
        const declined = new Set<string>();
        for (let step = 0; ; step += 1) {
          expect(step).toBeLessThan(500);
          const [first] = propose(figures, declined);
          if (first === undefined) return;
          expect(declined.has(transferKey(first))).toBe(false);
          for (const line of transferLines(first, proposedReason(first), figures)) {
            expect(checkEdit(line, classification)).toBeNull();
            expect(checkAdjustment(ADJUSTMENT_UNIT, line, classification)).toBeNull();
          }
          if (answers[step % answers.length] === true) figures = taking(figures, [first]);
          else declined.add(transferKey(first));
        }
      }),
    );
  });
});

describe('the transfers of 示例街道', () => {
  const figures = sampleBook('example-street-2024').years[0]?.figures ?? [];
  const bare = figures.filter(({ unit }) => unit !== ADJUSTMENT_UNIT);

  it('are the pair that its 差额表 has, and none where it has it', () => {
    const found = propose(bare);
    expect(found).toHaveLength(1);
    expect(found.map(proposedReason)).toEqual(['001 拨给 003 的补助，部门内部往来']);
    const amounts = (all: readonly Figure[]) =>
      all
        .filter(({ unit }) => unit === ADJUSTMENT_UNIT)
        .map(({ reason: _, ...line }) => line)
        .toSorted((a, b) => (a.sheet < b.sheet ? 1 : -1));
    expect(amounts(taking(bare, found))).toEqual(amounts(figures));
    expect(propose(figures)).toEqual([]);
  });

  it('are not proposed again once declined', () => {
    expect(propose(bare, new Set(propose(bare).map(transferKey)))).toEqual([]);
  });
});

describe('what is likeliest', () => {
  const at = (unit: string, sheet: string, column: string, value: number, row = '2120199'): Figure => ({
    unit,
    sheet,
    row,
    fund: 'other',
    column,
    measure: 'actual',
    value,
  });
  const pairs = (...all: Figure[]) =>
    propose(all).map(({ income, expenditure, amount }) => [
      income.unit,
      expenditure.unit,
      expenditure.column,
      amount,
    ]);

  it.each([
    [
      'equal 对附属单位补助 before an equal 项目支出',
      [at('001', 'expenditure', 'project', 5), at('002', 'expenditure', 'subsidy', 5)],
      [['003', '002', 'subsidy', 5]],
    ],
    [
      'a larger 对附属单位补助 before an equal 基本支出',
      [at('001', 'expenditure', 'subsidy', 9), at('002', 'expenditure', 'basic', 5)],
      [['003', '001', 'subsidy', 5]],
    ],
    [
      'of 本级 the project that is the nearest above',
      [at('001', 'expenditure', 'project', 30), at('001', 'expenditure', 'project', 8, '2010302')],
      [['003', '001', 'project', 5]],
    ],
    ['no larger project of another unit', [at('002', 'expenditure', 'project', 8)], []],
    ['nothing of its own', [at('003', 'expenditure', 'project', 5)], []],
  ] as const)('is %s', (_, paid, expected) => {
    expect(pairs(at('003', 'income', 'superior', 5), ...paid)).toEqual(expected);
  });

  it('is 上缴上级 for 附属单位上缴收入, of several units one after another', () => {
    const year = [
      at('001', 'income', 'affiliate', 10),
      at('002', 'expenditure', 'remit', 4),
      at('003', 'expenditure', 'remit', 6),
    ];
    const first = propose(year);
    expect(first.map(({ expenditure, amount }) => [expenditure.unit, amount])).toEqual([['003', 6]]);
    const second = propose(taking(year, first));
    expect(second.map(({ expenditure, amount }) => [expenditure.unit, amount])).toEqual([['002', 4]]);
  });
});
