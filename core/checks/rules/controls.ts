import type { Classification } from '../../classification/classification.ts';
import { codeOfRow, readEconomicRow } from '../../figures/row.ts';
import { FISCAL_FUNDS, FUND_NAMES, FUNDS, type Fund, findSheet } from '../../figures/sheets.ts';
import {
  balanceTerms,
  closingTerms,
  type FormulaTerm,
  openingTerms,
  sheetTerms,
} from '../../tables/formula.ts';
import type { FigureSums } from '../../tables/sums.ts';
import { THREE_PUBLIC_ITEMS, threePublicTerms } from '../../tables/three-public-table.ts';
import { basicEconomicTerms, EVERY_ROW, evaluate } from '../amounts.ts';
import { equal, notice } from '../claim.ts';
import type { FigureFacts } from '../facts.ts';
import type { ClaimsOf, Laws } from '../rule.ts';

interface Source extends Pick<FigureFacts, 'unit' | 'sums' | 'members'> {
  readonly classification: Classification;
}

type Computed = (source: Source, funds: readonly Fund[]) => readonly FormulaTerm[];

const select = EVERY_ROW;
const fiscal = (funds: readonly Fund[]) =>
  funds.filter((fund) => (FISCAL_FUNDS as readonly Fund[]).includes(fund));

/** 机关运行经费: public 款 of general-fund 基本支出 spent by 行政 or 参公 bodies (DESIGN §2, `operating`). */
const operating: Computed = ({ unit, sums, classification }) => {
  const rows = sums.rows('economic', ['general'], 'actual').filter((row) => {
    const org = readEconomicRow(row).org ?? unit.kind;
    return org !== 'institution' && classification.economicGroup(codeOfRow(row)) === 'public';
  });
  return sheetTerms('economic', { select: { rows }, funds: ['general'] });
};

const basicByGroup: Computed = ({ sums, classification }) =>
  basicEconomicTerms(sums, classification, 'general');

/**
 * What each amount of the sheet `control` 核对数 is compared with. `null`: nothing in the book answers to it yet, which
 * is said rather than passed over.
 */
const COMPUTED: Readonly<Record<string, Computed | null>> = {
  income_total: (_, funds) => sheetTerms('income', { select, funds }),
  expenditure_total: (_, funds) => sheetTerms('expenditure', { select, funds }),
  basic_total: (_, funds) => sheetTerms('expenditure', { select, funds, columns: ['basic'] }),
  project_total: (_, funds) => sheetTerms('expenditure', { select, funds, columns: ['project'] }),
  opening: (_, funds) => openingTerms(select, funds),
  closing: (_, funds) => closingTerms(select, funds),
  treasury_paid: (_, funds) => sheetTerms('expenditure', { select, funds: fiscal(funds) }),
  budget_approved: null,
  operating,
  table_summary: (_, funds) => [
    ...sheetTerms('income', { select, funds }),
    ...balanceTerms(['surplus_used'], { select, funds }),
    ...openingTerms(select, funds),
  ],
  table_income: (_, funds) => sheetTerms('income', { select, funds }),
  table_expenditure: (_, funds) => sheetTerms('expenditure', { select, funds }),
  table_appropriation_summary: (_, funds) => [
    ...sheetTerms('income', { select, funds: fiscal(funds) }),
    ...openingTerms(select, fiscal(funds)),
  ],
  table_general_expenditure: () => sheetTerms('expenditure', { select, funds: ['general'] }),
  table_general_basic: basicByGroup,
  table_gov_fund: () => sheetTerms('expenditure', { select, funds: ['gov_fund'] }),
  table_state_capital: () => sheetTerms('expenditure', { select, funds: ['state_capital'] }),
  table_three_public: () => threePublicTerms(THREE_PUBLIC_ITEMS),
};

function controlTerms(row: string, fund: Fund, column: 'amount' | 'count'): FormulaTerm[] {
  return [
    {
      sign: 1,
      sheet: 'control',
      measure: 'actual',
      columns: [column],
      funds: [fund],
      select: { rows: [row] },
    },
  ];
}

const CONTROL_ROWS = ((rows) => (rows?.kind === 'list' ? rows.items : []))(findSheet('control')?.rows);

/** K01 to K19, in the order of the sheet. */
function ruleId(row: string): string {
  const place = CONTROL_ROWS.findIndex(({ id }) => id === row) + 1;
  return `K${String(place).padStart(2, '0')}`;
}

const amountLaw =
  (row: string, computed: Computed): ClaimsOf =>
  ({ figures, classification }) => {
    if (figures === null) return [];
    return FUNDS.flatMap((fund) => {
      const terms = controlTerms(row, fund, 'amount');
      // a control that was not keyed says nothing
      if (evaluate(figures.sums, terms) === null) return [];
      const suffix = fund === '' ? '' : `（${FUND_NAMES[fund]}）`;
      const own = computed({ ...figures, classification }, fund === '' ? FUNDS : [fund]);
      return [
        equal(fund, figures.operand(`账簿算得${suffix}`, own), figures.operand(`核对数${suffix}`, terms)),
      ];
    });
  };

/** Counts: 保有量 as keyed with 三公's counts. */
const vehiclesKept: ClaimsOf = ({ figures }) => {
  const terms = controlTerms('vehicles_kept', '', 'count');
  if (figures === null || evaluate(figures.sums, terms) === null) return [];
  const kept: FormulaTerm = {
    sign: 1,
    sheet: 'counts',
    measure: 'actual',
    columns: ['count'],
    funds: [''],
    select: { rows: ['vehicles_kept'] },
  };
  return [equal('', figures.operand('实物量', [kept]), figures.operand('核对数', terms), { unit: '个' })];
};

/** The control figures that were keyed for a unit, parted by whether anything in the book answers to them. */
function keyedControls(sums: FigureSums): {
  readonly compared: readonly string[];
  readonly not: readonly string[];
} {
  const compared: string[] = [];
  const not: string[] = [];
  for (const { id, name } of CONTROL_ROWS) {
    if (FUNDS.some((fund) => evaluate(sums, controlTerms(id, fund, 'amount')) !== null)) {
      (COMPUTED[id] ? compared : not).push(name);
    }
    if (evaluate(sums, controlTerms(id, '', 'count')) !== null) {
      (id === 'vehicles_kept' ? compared : not).push(name);
    }
  }
  return { compared, not };
}

/** Says which control figures were keyed and compared with nothing, so that nobody takes them for agreed. */
const notCompared: ClaimsOf = ({ figures }) => {
  if (figures === null) return [];
  const { compared, not } = keyedControls(figures.sums);
  return [
    ...compared.map((name) => notice(name, true, '')),
    ...not.map((name) => notice(name, false, `核对数“${name}”在账簿里没有可比的数，没有比较`)),
  ];
};

/** True when a unit's figures were compared with at least one control figure; otherwise it is 未核对. */
export function hasControls({ sums }: { readonly sums: FigureSums }): boolean {
  return keyedControls(sums).compared.length > 0;
}

const uncontrolled: ClaimsOf = ({ figures }) =>
  figures === null ? [] : [notice('', hasControls(figures), '没有录入可比的核对数，未核对')];

/** Control figures, keyed or imported apart from the book and compared exactly; one rule for each kind. */
export const CONTROLS: Laws = {
  ...Object.fromEntries(
    CONTROL_ROWS.flatMap(({ id }) => {
      const computed = COMPUTED[id];
      return computed ? [[ruleId(id), amountLaw(id, computed)]] : [];
    }),
  ),
  [ruleId('vehicles_kept')]: vehiclesKept,
  K99: notCompared,
  K00: uncontrolled,
};
