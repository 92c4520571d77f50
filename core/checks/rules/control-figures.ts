import type { Classification } from '../../classification/classification.ts';
import { isOperatingRow } from '../../figures/operating.ts';
import { FISCAL_FUNDS, FUNDS, type Fund, MEASURE_NAMES } from '../../figures/sheets.ts';
import { fen, sumFen } from '../../money/fen.ts';
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
import type { Member } from '../book-facts.ts';
import type { Operand } from '../claim.ts';
import type { FigureFacts } from '../facts.ts';

/** Of which funds an amount is computed, and from what. */
interface ControlSource {
  readonly figures: FigureFacts;
  readonly classification: Classification;
  /** `''`: as the control figure itself means it, all funds or those of its table */
  readonly fund: Fund;
}

/** What a control figure of one kind is compared with. */
export interface Control {
  /** what the book's side is called */
  readonly what: string;
  /** what the paper calls it, where that is another word */
  readonly there?: string;
  /** the paper that it is copied from */
  readonly paper: string;
  /** what a figure without a fund counts; `''`: its name says it already */
  readonly whole: string;
  /** a figure of another fund answers to nothing */
  readonly funds: readonly Fund[];
  readonly book: (source: ControlSource, name: string) => Operand;
}

const select = EVERY_ROW;
const all = (fund: Fund): readonly Fund[] => (fund === '' ? FUNDS : [fund]);
const fiscal = (fund: Fund): readonly Fund[] => (fund === '' ? FISCAL_FUNDS : [fund]);

/** A control figure that answers to a sum of figures. */
function summed(
  details: Pick<Control, 'what' | 'paper'> & Partial<Control>,
  terms: (fund: Fund, source: ControlSource) => readonly FormulaTerm[],
): Control {
  return {
    whole: '全部资金',
    funds: FUNDS,
    book: (source, name) => source.figures.operand(name, terms(source.fund, source)),
    ...details,
  };
}

const FISCAL_ONLY: readonly Fund[] = ['', ...FISCAL_FUNDS];
const table = (what: string, funds: readonly Fund[] = FUNDS) => ({ what, paper: '批复', whole: '', funds });

const income = (fund: Fund) => sheetTerms('income', { select, funds: all(fund) });
const expenditure = (fund: Fund, columns?: readonly string[]) =>
  sheetTerms('expenditure', { select, funds: all(fund), ...(columns === undefined ? {} : { columns }) });

/** Public 款 of general-fund 基本支出 spent by 行政 or 参公 bodies (DESIGN §2, `operating`), of one unit. */
function operatingRows({ unit, sums }: Member, classification: Classification): string[] {
  return sums
    .rows('economic', ['general'], 'actual')
    .filter((row) => isOperatingRow(row, unit.kind, classification));
}

/** 机关运行经费: which lines count depends on the kind of the unit that keyed them, so each unit is added up apart. */
function operating({ figures, classification }: ControlSource, name: string): Operand {
  const termsOf = (rows: readonly string[]) =>
    sheetTerms('economic', { select: { rows }, funds: ['general'] });
  const members = figures.members.map((member) => ({
    ...member,
    rows: operatingRows(member, classification),
  }));
  const amounts = members.flatMap(({ sums, rows }) => evaluate(sums, termsOf(rows)) ?? []);
  return {
    name,
    amount: amounts.length === 0 ? null : amounts.reduce<number>((sum, amount) => sum + amount, 0),
    parts: () => {
      const rowsOf = new Map(members.map(({ unit, rows }) => [unit.code, new Set(rows)]));
      return figures
        .operand(name, termsOf([...new Set(members.flatMap(({ rows }) => rows))]))
        .parts()
        .filter(({ place }) => place.kind === 'figure' && rowsOf.get(place.unit)?.has(place.row));
    },
  };
}

/** What the table prints: whose money it counts is the 报表格式's. */
function threePublic(fund: Fund, { figures }: ControlSource): readonly FormulaTerm[] {
  const printed: readonly Fund[] =
    figures.edition.threePublicFunds === 'general' ? ['general'] : FISCAL_FUNDS;
  if (fund === '' || fund === 'general') {
    return threePublicTerms(THREE_PUBLIC_ITEMS, fund === '' ? printed : ['general']);
  }
  const columns = ['basic', 'project'];
  return sheetTerms('three_public', { select: { rows: THREE_PUBLIC_ITEMS }, funds: [fund], columns });
}

/** 年初预算 is what was approved; where a book keys 全年预算 only, that is all there is to compare. */
export function budgetMeasure(sums: FigureSums, fund: Fund): 'initial' | 'final' | null {
  const isKeyed = (measure: 'initial' | 'final') =>
    evaluate(sums, sheetTerms('expenditure', { select, funds: all(fund), measure })) !== null;
  return (['initial', 'final'] as const).find(isKeyed) ?? null;
}

/** By the rows of the sheet `control`. The count of vehicles and 预算批复数 are apart: see controls.ts. */
export const CONTROL_FIGURES: Readonly<Record<string, Control>> = {
  income_total: summed({ what: '本年收入', paper: '财决03' }, income),
  expenditure_total: summed({ what: '本年支出', paper: '财决04' }, (fund) => expenditure(fund)),
  basic_total: summed({ what: '基本支出', paper: '财决04' }, (fund) => expenditure(fund, ['basic'])),
  project_total: summed({ what: '项目支出', paper: '财决04' }, (fund) => expenditure(fund, ['project'])),
  opening: summed({ what: '年初结转和结余', paper: '财决02' }, (fund) => openingTerms(select, all(fund))),
  closing: summed({ what: '年末结转和结余', paper: '财决02' }, (fund) => closingTerms(select, all(fund))),
  treasury_paid: summed(
    {
      what: '本年支出',
      there: '国库支付数',
      paper: '国库对账单',
      whole: '财政拨款',
      funds: FISCAL_ONLY,
    },
    (fund) => sheetTerms('expenditure', { select, funds: fiscal(fund) }),
  ),
  operating: {
    what: '机关运行经费',
    paper: '财决附03',
    whole: '',
    funds: ['', 'general'],
    book: operating,
  },
  table_summary: summed(table('收入支出决算总表总计'), (fund) => [
    ...income(fund),
    ...balanceTerms(['surplus_used'], { select, funds: all(fund) }),
    ...openingTerms(select, all(fund)),
  ]),
  table_income: summed(table('收入决算表合计'), income),
  table_expenditure: summed(table('支出决算表合计'), (fund) => expenditure(fund)),
  table_appropriation_summary: summed(table('财政拨款收入支出决算总表总计', FISCAL_ONLY), (fund) => [
    ...sheetTerms('income', { select, funds: fiscal(fund) }),
    ...openingTerms(select, fiscal(fund)),
  ]),
  table_general_expenditure: summed(table('一般公共预算财政拨款支出决算表合计', ['', 'general']), () =>
    expenditure('general'),
  ),
  table_general_basic: summed(
    table('一般公共预算财政拨款基本支出决算表合计', ['', 'general']),
    (_, { figures, classification }) => basicEconomicTerms(figures.sums, classification, 'general'),
  ),
  table_gov_fund: summed(table('政府性基金预算财政拨款收入支出决算表本年支出合计', ['', 'gov_fund']), () =>
    expenditure('gov_fund'),
  ),
  table_state_capital: summed(
    table('国有资本经营预算财政拨款收入支出决算表本年支出合计', ['', 'state_capital']),
    () => expenditure('state_capital'),
  ),
  table_three_public: summed(table('财政拨款“三公”经费支出决算表决算数合计', FISCAL_ONLY), threePublic),
  budget_approved: {
    what: '预算支出',
    there: '预算批复数',
    paper: '批复',
    whole: '全部资金',
    funds: FUNDS,
    book: ({ figures, fund }, name) => {
      const budgets = figures.members.flatMap(({ unit, sums }) => {
        const measure = budgetMeasure(sums, fund);
        return measure === null ? [] : [{ unit: unit.code, measure }];
      });
      const measures = (['initial', 'final'] as const).filter((each) =>
        budgets.some(({ measure }) => measure === each),
      );
      // each unit by what it has keyed
      const parts = measures.flatMap((measure) =>
        figures
          .operand('', sheetTerms('expenditure', { select, funds: all(fund), measure }))
          .parts()
          .filter(({ place }) =>
            budgets.some(
              (own) => place.kind === 'figure' && own.unit === place.unit && own.measure === measure,
            ),
          ),
      );
      const said = measures.map((measure) => `${MEASURE_NAMES[measure]}支出`).join('或');
      return {
        name: name.replace('预算支出', said === '' ? '年初预算支出' : said),
        amount: parts.length === 0 ? null : sumFen(parts.map(({ amount }) => fen(amount))),
        parts: () => parts,
      };
    },
  },
};
