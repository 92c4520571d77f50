import { Classification } from '../classification/classification.ts';
import type { Figure } from '../figures/figure.ts';
import { readEconomicRow } from '../figures/row.ts';
import { FISCAL_FUNDS, type Fund, type Measure } from '../figures/sheets.ts';
import type { Amount } from './report-page.ts';

const OPENING = [
  'last_closing',
  'error_correction',
  'collected_in',
  'collected_out',
  'surrendered',
  'reallocated',
];
const ALL_FUNDS: readonly Fund[] = [...FISCAL_FUNDS, 'other'];
export const THREE_PUBLIC_CODES: Readonly<Record<string, string>> = {
  abroad: '30212',
  vehicle_purchase: '31013',
  vehicle_operation: '30231',
  reception: '30217',
};

export function plusAll(...amounts: readonly Amount[]): Amount {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}

export const negated = (amount: Amount): Amount => (amount === null ? null : -amount + 0);

/** One unit's year as the reports ask for it. 分; `null` where the book has nothing. */
export class ReportAmounts {
  readonly classification: Classification;
  readonly #figures: readonly Figure[];

  constructor(figures: readonly Figure[], year: number) {
    this.#figures = figures;
    this.classification = new Classification(year);
  }

  #sum(sheet: string, takes: (figure: Figure) => boolean, measure: Measure = 'actual'): Amount {
    return plusAll(
      ...this.#figures
        .filter((figure) => figure.sheet === sheet && figure.measure === measure && takes(figure))
        .map(({ value }) => value),
    );
  }

  /** The 项 of some funds that have an amount in any of these sheets. */
  items(sheets: readonly string[], funds: readonly Fund[]): string[] {
    const own = this.#figures.filter(
      ({ sheet, fund, measure }) => sheets.includes(sheet) && funds.includes(fund) && measure === 'actual',
    );
    const codes = own.map(({ sheet, row }) => (sheet === 'economic' ? readEconomicRow(row).item : row));
    return [...new Set(codes.filter((code) => code !== undefined && code !== ''))].sort() as string[];
  }

  income(code: string, funds: readonly Fund[], column?: string): Amount {
    return this.#sum(
      'income',
      (figure) =>
        figure.row === code &&
        funds.includes(figure.fund) &&
        (column === undefined || figure.column === column),
    );
  }

  spent(code: string, funds: readonly Fund[], column?: string): Amount {
    return this.#sum(
      'expenditure',
      (figure) =>
        figure.row === code &&
        funds.includes(figure.fund) &&
        (column === undefined || figure.column === column),
    );
  }

  balance(code: string, funds: readonly Fund[], ...columns: readonly string[]): Amount {
    return this.#sum(
      'balance',
      ({ row, fund, column }) => row === code && funds.includes(fund) && columns.includes(column),
    );
  }

  opening(code: string, funds: readonly Fund[]): Amount {
    return this.balance(code, funds, ...OPENING);
  }

  closing(code: string, funds: readonly Fund[] = ALL_FUNDS): Amount {
    return plusAll(
      this.opening(code, funds),
      this.income(code, funds),
      this.balance(code, funds, 'surplus_used'),
      negated(this.spent(code, funds)),
      negated(this.balance(code, funds, 'distribution')),
    );
  }

  /** @param starts a 款, or a 类 */
  economic(item: string | null, fund: Fund, ...starts: readonly string[]): Amount {
    return this.#sum('economic', ({ row, fund: own }) => {
      const read = readEconomicRow(row);
      return (
        own === fund &&
        (item === null || read.item === item) &&
        starts.some((start) => read.code.startsWith(start))
      );
    });
  }

  /** A line of 附03. */
  line(sheet: string, row: string, measure: Measure = 'actual', column?: string): Amount {
    return this.#sum(
      sheet,
      (figure) =>
        figure.row === row &&
        (column === undefined || figure.column === column) &&
        (figure.fund === '' || figure.fund === 'general'),
      measure,
    );
  }

  threePublic(kind: string): Amount {
    return plusAll(
      this.economic(null, 'general', THREE_PUBLIC_CODES[kind] ?? ''),
      this.line('three_public', kind, 'actual', 'project'),
    );
  }
}
