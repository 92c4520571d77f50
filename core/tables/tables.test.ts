import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book, Figure } from '../figures/figure.ts';
import { FUNDS, type Fund } from '../figures/sheets.ts';
import { type Fen, fen, sumFen } from '../money/fen.ts';
import { BUILT_IN_PROFILES } from '../profiles/built-in.ts';
import { randomBook } from '../testing/random-book.ts';
import { packOfBook, printedCells, sampleBook, sumFigures, tableOf } from '../testing/sample.ts';
import { closingTerms, type FormulaTerm, openingTerms } from './formula.ts';
import type { TableModel, TablePack, TableRow } from './model.ts';
import { FigureSums } from './sums.ts';

const exact = (row: TableRow | undefined, column: string): Fen => row?.cells[column]?.exact ?? fen(0);

function rowBy(table: TableModel, match: Partial<TableRow>): TableRow | undefined {
  return table.rows.find((row) =>
    Object.entries(match).every(([key, value]) => row[key as keyof TableRow] === value),
  );
}

function grandTotals(pack: TablePack, id: string, column: string): [Fen, Fen] {
  const table = tableOf(pack, id);
  const total = (side: 'income' | 'expenditure', name: string) =>
    exact(rowBy(table, { side, label: '总计' }), name);
  return [total('income', 'amount'), total('expenditure', column)];
}

const layout = fc.record({
  profile: fc.constantFrom(...BUILT_IN_PROFILES.map(({ id }) => id)),
  year: fc.integer({ min: 2019, max: 2026 }),
});

/** Every book, however its figures were keyed, must obey what holds by construction, in every layout. */
function forRandomBooks(
  check: (pack: TablePack, sums: FigureSums, figures: readonly Figure[]) => void,
): void {
  fc.assert(
    fc.property(randomBook, layout, (book, { profile, year }) => {
      const years = book.years.map((each) => ({ ...each, year }));
      const figures = years[0]?.figures ?? [];
      check(packOfBook({ ...book, years }, null, profile), new FigureSums(sumFigures(figures)), figures);
    }),
    { numRuns: 200 },
  );
}

/** Not every place and year prints every table. */
const present = (pack: TablePack, ids: readonly string[]) => pack.tables.filter(({ id }) => ids.includes(id));

describe('tables of any book', () => {
  it('balance: 年初 + 收入 + 使用结余 − 支出 − 结余分配 = 年末, for each fund and for all', () => {
    const adjusts = [
      'last_closing',
      'error_correction',
      'collected_in',
      'collected_out',
      'surrendered',
      'reallocated',
    ];
    forRandomBooks((pack, sums, figures) => {
      const evaluate = (terms: readonly FormulaTerm[]) => sums.evaluate({ rule: 'sum', terms }) ?? fen(0);
      for (const funds of [...FUNDS.map((fund): Fund[] => [fund]), FUNDS]) {
        // from the figures themselves, not by the formulas that the tables use
        const raw = (sheet: string, columns?: readonly string[]) =>
          figures
            .filter((each) => each.sheet === sheet && each.measure === 'actual' && funds.includes(each.fund))
            .filter((each) => columns === undefined || columns.includes(each.column))
            .reduce((sum, each) => sum + each.value, 0);
        const opening = raw('balance', [...adjusts, 'other_adjustment']);
        expect(evaluate(openingTerms({ under: '' }, funds))).toBe(opening);
        const used = raw('balance', ['surplus_used']);
        const distributed = raw('balance', ['distribution']);
        expect(evaluate(closingTerms({ under: '' }, funds))).toBe(
          opening + raw('income') + used - raw('expenditure') - distributed,
        );
      }
      const summary = tableOf(pack, 'summary');
      const line = (label: string) => exact(rowBy(summary, { label }), 'amount');
      expect(line('年末结转和结余')).toBe(evaluate(closingTerms({ under: '' }, FUNDS)));
    });
  });

  it('carry each fund on: 年初 + 收入 = 支出 + 年末 in every row of its table (A16)', () => {
    forRandomBooks((pack) => {
      for (const table of present(pack, ['general-balance', 'gov-fund', 'state-capital'])) {
        const isShort = table.columns.every(({ key }) => key !== 'opening');
        for (const row of table.rows) {
          expect(exact(row, 'total')).toBe(exact(row, 'basic') + exact(row, 'project'));
          if (isShort) {
            expect(Object.keys(row.cells)).toEqual(['total', 'basic', 'project']);
            continue;
          }
          // a balance keyed without 项 leaves the balances of the single 项 blank
          if (row.cells['opening'] === undefined) {
            expect(row.kind).toBe('code');
            expect(row.cells['closing']).toBeUndefined();
          } else {
            expect(exact(row, 'opening') + exact(row, 'income')).toBe(
              exact(row, 'total') + exact(row, 'closing'),
            );
          }
        }
      }
    });
  });

  it('end in equal 总计 on both sides, in the whole and for each fund of 财政拨款 (A5, A11)', () => {
    forRandomBooks((pack) => {
      const [income, expenditure] = grandTotals(pack, 'summary', 'amount');
      expect(income).toBe(expenditure);
      const [appropriation, spent] = grandTotals(pack, 'appropriation-summary', 'total');
      expect(appropriation).toBe(spent);
    });
  });

  it('add up: 合计 = Σ类, 类 = Σ款, 款 = Σ项 in every column of every table by code (A8)', () => {
    const tables: [string, Fund | null][] = [
      ['general-balance', 'general'],
      ['income', null],
      ['expenditure', null],
      ['general-expenditure', null],
      ['gov-fund', 'gov_fund'],
      ['state-capital', 'state_capital'],
    ];
    forRandomBooks((pack, sums) => {
      for (const [id, fund] of tables) {
        const table = pack.tables.find((each) => each.id === id);
        if (table === undefined) continue;
        const codes = table.rows.filter((row) => row.kind === 'code');
        const total = rowBy(table, { kind: 'total' });
        const withoutItems = fund !== null && sums.rows('balance', [fund], 'actual').includes('');
        const columns = Object.keys(total?.cells ?? {}).filter(
          (column) => !(withoutItems && ['opening', 'closing'].includes(column)),
        );
        for (const column of columns) {
          const under = (prefix: string, length: number) =>
            sumFen(
              codes
                .filter((row) => row.code?.length === length && row.code.startsWith(prefix))
                .map((row) => exact(row, column)),
            );
          expect(under('', 3)).toBe(exact(total, column));
          for (const row of codes) {
            if (row.code !== undefined && row.code.length < 7) {
              expect(under(row.code, row.code.length + 2)).toBe(exact(row, column));
            }
          }
        }
      }
    });
  });

  it('say the same number in every table that prints it (B1, B3–B8, B10, B20)', () => {
    forRandomBooks((pack) => {
      const [summary, income, expenditure, appropriation, general, fund] = [
        'summary',
        'income',
        'expenditure',
        'appropriation-summary',
        'general-expenditure',
        'gov-fund',
      ].map((id) => tableOf(pack, id));
      if (!summary || !income || !expenditure || !appropriation || !general || !fund)
        throw new Error('tables');
      const total = (table: TableModel) => rowBy(table, { kind: 'total' });
      const whole = (table: TableModel, label: string) => table.rows.find((row) => row.label === label);
      expect(exact(whole(summary, '本年收入合计'), 'amount')).toBe(exact(total(income), 'total'));
      expect(exact(whole(summary, '本年支出合计'), 'amount')).toBe(exact(total(expenditure), 'total'));
      expect(exact(total(income), 'appropriation')).toBe(
        exact(whole(appropriation, '本年收入合计'), 'amount'),
      );
      expect(exact(whole(appropriation, '本年支出合计'), 'general')).toBe(exact(total(general), 'total'));
      expect(exact(whole(appropriation, '本年支出合计'), 'gov_fund')).toBe(exact(total(fund), 'total'));
      for (const balance of present(pack, ['general-balance'])) {
        expect(exact(total(balance), 'total')).toBe(exact(total(general), 'total'));
        expect(exact(total(balance), 'closing')).toBe(
          exact(whole(appropriation, '年末财政拨款结转和结余'), 'general'),
        );
      }
      for (const row of summary.rows.filter((each) => each.code !== undefined)) {
        const { code = '' } = row;
        expect(exact(row, 'amount')).toBe(exact(rowBy(expenditure, { code }), 'total'));
        const fiscal = rowBy(appropriation, { code });
        expect(exact(fiscal, 'general')).toBe(exact(rowBy(general, { code }), 'total'));
      }
    });
  });

  it('print each number once rounded from its own exact amount, and put every row of content on the page', () => {
    forRandomBooks((pack) => {
      for (const table of pack.tables) {
        const printed = table.body.flat().filter((cell) => cell.value !== undefined);
        for (const cell of printed) {
          const value = table.rows[cell.value?.row ?? -1]?.cells[cell.value?.column ?? ''];
          expect(cell.text).toBe(value?.printed);
        }
        const shown = new Set(printed.map((cell) => `${cell.value?.row} ${cell.value?.column}`));
        for (const [index, row] of table.rows.entries()) {
          for (const column of Object.keys(row.cells)) expect(shown.has(`${index} ${column}`)).toBe(true);
        }
      }
    });
  });

  it('number their lines without a gap, one side after the other, and their columns of amounts from the left', () => {
    forRandomBooks((pack) => {
      for (const table of pack.tables) {
        const numbered = table.columns.flatMap(({ key }, index) =>
          key.endsWith('line_number') ? [index] : [],
        );
        const numbers = numbered.flatMap((index) =>
          table.body.map((line) => line.find(({ column }) => column === index)?.text),
        );
        expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
        const order =
          table.header.at(-1)?.filter(({ kind, text }) => kind === 'order' && /\d/.test(text)) ?? [];
        expect(order.map(({ text }) => text)).toEqual(order.map((_, index) => String(index + 1)));
      }
    });
  });

  it('list a fund or 类 that the layout leaves out as soon as it has money', () => {
    const figures = (sheet: string, row: string, column: string): Figure[] => [
      { unit: '001', sheet, row, fund: 'state_capital', column, measure: 'actual', value: fen(1_000_000) },
    ];
    const book = (keyed: readonly Figure[]): Book => ({
      department: { name: '某局', region: '某区', profile: 'mof' },
      years: [
        {
          year: 2019,
          units: [{ code: '001', name: '本级', kind: 'administrative' }],
          figures: keyed,
          texts: [],
        },
      ],
    });
    const labels = (keyed: readonly Figure[], id: string) =>
      tableOf(packOfBook(book(keyed)), id).rows.map(({ label }) => label);
    expect(labels([], 'summary')).toContain('三、上级补助收入');
    expect(labels([], 'summary').join()).not.toMatch(/国有资本|抗疫/);
    const keyed = [
      ...figures('income', '2230105', 'appropriation'),
      ...figures('expenditure', '2230105', 'project'),
    ];
    expect(labels(keyed, 'summary')).toContain('三、国有资本经营预算财政拨款收入');
    expect(labels(keyed, 'summary').join()).toMatch(/、国有资本经营预算支出/);
    expect(labels(keyed, 'appropriation-summary')).toContain('三、国有资本经营预算财政拨款');
  });

  it('count the 三公 of 一般公共预算 alone until 2021, of all 财政拨款 from 2022 on (mof)', () => {
    const spent = (fund: Fund, value: number): Figure => ({
      unit: '001',
      sheet: 'three_public',
      row: 'reception',
      fund,
      column: 'project',
      measure: 'actual',
      value: fen(value),
    });
    const total = (year: number) => {
      const figures = [spent('general', 1_000_000), spent('gov_fund', 2_000_000)];
      const years = [
        { year, units: [{ code: '001', name: '本级', kind: 'administrative' as const }], figures, texts: [] },
      ];
      const pack = packOfBook({ department: { name: '某局', region: '某区', profile: 'mof' }, years });
      return printedCells(tableOf(pack, 'three-public'))['total actual'];
    };
    expect([2019, 2021, 2022, 2024].map(total)).toEqual(['1.00', '1.00', '3.00', '3.00']);
  });

  it('say what to look at where a budget or a whole sheet was not keyed, and only there', () => {
    const doubts = (profile: string, id: string) =>
      tableOf(packOfBook(sampleBook('putuo-finance-bureau-2024'), null, profile), id).unconfirmed.join();
    expect(doubts('mof', 'three-public')).toMatch(/取全年预算，账簿里只录了年初预算/);
    expect(doubts('shanghai', 'three-public')).toBe('');
    expect(doubts('beijing', 'purchased-services')).toMatch(/政府购买服务没有录入任何数/);
    const keyed = tableOf(packOfBook(sampleBook('zhanlanlu-street-2023')), 'purchased-services');
    expect(keyed.unconfirmed.join()).not.toMatch(/没有录入/);
  });

  it('are full grids: header and body cover each column once, merges included', () => {
    forRandomBooks((pack) => {
      for (const table of pack.tables) {
        for (const line of table.body) {
          expect(line.reduce((sum, cell) => sum + cell.columnSpan, 0)).toBe(table.columns.length);
        }
        const covered = table.header.flat().reduce((sum, cell) => sum + cell.columnSpan * cell.rowSpan, 0);
        expect(covered).toBe(table.columns.length * table.header.length);
      }
    });
  });
});
