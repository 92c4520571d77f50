import type { Figure, UnitKind } from '../figures/figure.ts';
import { FISCAL_FUNDS, type Fund } from '../figures/sheets.ts';

const FISCAL: readonly Fund[] = FISCAL_FUNDS;
const OPENING = [
  'last_closing',
  'error_correction',
  'collected_in',
  'collected_out',
  'surrendered',
  'reallocated',
  'other_adjustment',
];
const THREE_PUBLIC_CODES = ['30212', '31013', '30231', '30217'];

type Taken = (figure: Figure) => boolean;

/**
 * The control figures that figures answer to, added up one by one without the sums and formulas of the tables.
 *
 * @param kinds of each unit, by code
 */
export function controlFigures(
  unit: string,
  figures: readonly Figure[],
  kinds: ReadonlyMap<string, UnitKind>,
): Figure[] {
  const actual = figures.filter(({ measure }) => measure === 'actual');
  const sum = (...taken: Taken[]) =>
    actual
      .filter((figure) => taken.every((takes) => takes(figure)))
      .reduce((all, { value }) => all + value, 0);
  const on =
    (sheet: string): Taken =>
    (figure) =>
      figure.sheet === sheet;
  const at =
    (...columns: string[]): Taken =>
    ({ column }) =>
      columns.includes(column);
  const of =
    (...funds: Fund[]): Taken =>
    ({ fund }) =>
      funds.includes(fund);
  const opening = (taken: Taken) => sum(on('balance'), at(...OPENING), taken);
  const used = (taken: Taken) => sum(on('balance'), at('surplus_used'), taken);
  const income = (taken: Taken) => sum(on('income'), taken);
  const spent = (taken: Taken) => sum(on('expenditure'), taken);
  const closing = (taken: Taken) =>
    opening(taken) +
    income(taken) +
    used(taken) -
    spent(taken) -
    sum(on('balance'), at('distribution'), taken);
  const any: Taken = () => true;
  const fiscal = of(...FISCAL);
  const operating: Taken = ({ row, unit: owner }) => {
    const [code = '', , body = kinds.get(owner)] = row.split('/');
    return !code.startsWith('301') && !code.startsWith('303') && body !== 'institution';
  };
  const onThreePublic: Taken = ({ sheet, row, fund }) =>
    sheet === 'three_public' ||
    (sheet === 'economic' && fund === 'general' && THREE_PUBLIC_CODES.includes(row.slice(0, 5)));

  const amounts: [row: string, fund: Fund, value: number][] = [
    ['income_total', '', income(any)],
    ['income_total', 'general', income(of('general'))],
    ['expenditure_total', '', spent(any)],
    ['expenditure_total', 'other', spent(of('other'))],
    ['basic_total', '', spent(at('basic'))],
    ['project_total', '', spent(at('project'))],
    ['opening', '', opening(any)],
    ['opening', 'gov_fund', opening(of('gov_fund'))],
    ['closing', '', closing(any)],
    ['closing', 'general', closing(of('general'))],
    ['treasury_paid', '', spent(fiscal)],
    ['operating', '', sum(on('economic'), of('general'), operating)],
    ['table_summary', '', opening(any) + income(any) + used(any)],
    ['table_income', '', income(any)],
    ['table_expenditure', '', spent(any)],
    ['table_appropriation_summary', '', opening(fiscal) + income(fiscal)],
    ['table_general_expenditure', '', spent(of('general'))],
    ['table_general_basic', '', sum(on('economic'), of('general'))],
    ['table_gov_fund', '', spent(of('gov_fund'))],
    ['table_state_capital', '', spent(of('state_capital'))],
    ['table_three_public', '', sum(onThreePublic)],
  ];
  const kept = sum(on('counts'), ({ row }) => row === 'vehicles_kept');
  const cell = { unit, sheet: 'control', measure: 'actual' } as const;
  return [
    ...amounts.map(([row, fund, value]) => ({ ...cell, row, fund, column: 'amount', value })),
    { ...cell, row: 'vehicles_kept', fund: '', column: 'count', value: kept },
  ];
}
