import type { Classification } from '../classification/classification.ts';
import type { Unit } from '../figures/figure.ts';
import { codeOfRow, readEconomicRow } from '../figures/row.ts';
import { FISCAL_FUNDS, FUND_NAMES, FUNDS, type Fund } from '../figures/sheets.ts';
import type { Fen } from '../money/fen.ts';
import { closingTerms, type FormulaTerm, openingTerms, sheetTerms } from '../tables/formula.ts';
import type { FigureSums } from '../tables/sums.ts';
import type { Level } from './finding.ts';

/** The figures of one unit (or of the 差额表) as the rules see them. */
export interface UnitFacts {
  readonly unit: Unit;
  readonly sums: FigureSums;
  readonly classification: Classification;
}

/** Two amounts that a law says are equal; `null`: nothing keyed. */
export interface Comparison {
  readonly left: { readonly name: string; readonly amount: Fen | null };
  readonly right: { readonly name: string; readonly amount: Fen | null };
}

/** A law between two separately keyed sides (DESIGN §4: `independent`). */
export interface Rule {
  readonly id: string;
  readonly level: Level;
  /** the law in plain Chinese */
  readonly law: string;
  readonly compare: (facts: UnitFacts) => readonly Comparison[];
}

const ALL = { under: '' } as const;

function evaluate(sums: FigureSums, terms: readonly FormulaTerm[]): Fen | null {
  return sums.evaluate({ rule: 'sum', terms });
}

/** domain/tables.md B9, by fund: what table 03 calls 基本支出 is what the economic classification adds up to. */
const basicByEconomic: Rule = {
  id: 'B9',
  level: 'error',
  law: '基本支出等于经济分类各款之和',
  compare: ({ sums }) =>
    FISCAL_FUNDS.map((fund) => ({
      left: {
        name: `支出表基本支出（${FUND_NAMES[fund]}）`,
        amount: evaluate(sums, sheetTerms('expenditure', { select: ALL, funds: [fund], columns: ['basic'] })),
      },
      right: {
        name: `经济分类合计（${FUND_NAMES[fund]}）`,
        amount: evaluate(sums, sheetTerms('economic', { select: ALL, funds: [fund] })),
      },
    })),
};

/** 机关运行经费: public 款 of general-fund 基本支出 spent by 行政 or 参公 bodies (DESIGN §2, `operating`). */
function operatingTerms({ unit, sums, classification }: UnitFacts): FormulaTerm[] {
  const rows = sums.rows('economic', ['general'], 'actual').filter((row) => {
    const org = readEconomicRow(row).org ?? unit.kind;
    return org !== 'institution' && classification.economicGroup(codeOfRow(row)) === 'public';
  });
  return sheetTerms('economic', { select: { rows }, funds: ['general'] });
}

/** What each control figure 核对数 is compared with. */
const CONTROLLED: Readonly<
  Record<string, (facts: UnitFacts, funds: readonly Fund[]) => readonly FormulaTerm[]>
> = {
  income_total: (_, funds) => sheetTerms('income', { select: ALL, funds }),
  expenditure_total: (_, funds) => sheetTerms('expenditure', { select: ALL, funds }),
  basic_total: (_, funds) => sheetTerms('expenditure', { select: ALL, funds, columns: ['basic'] }),
  project_total: (_, funds) => sheetTerms('expenditure', { select: ALL, funds, columns: ['project'] }),
  opening: (_, funds) => openingTerms(ALL, funds),
  closing: (_, funds) => closingTerms(ALL, funds),
  operating: (facts) => operatingTerms(facts),
};

const CONTROL_NAMES: Readonly<Record<string, string>> = {
  income_total: '本年收入合计',
  expenditure_total: '本年支出合计',
  basic_total: '基本支出合计',
  project_total: '项目支出合计',
  opening: '年初结转和结余',
  closing: '年末结转和结余',
  operating: '机关运行经费',
};

/** Control figures, keyed or imported apart from the book and compared exactly; one rule for each kind. */
const controls: readonly Rule[] = Object.entries(CONTROLLED).map(([row, computed]) => ({
  id: `K-${row}`,
  level: 'error',
  law: `${CONTROL_NAMES[row] ?? row}与核对数一致`,
  compare: (facts) =>
    FUNDS.flatMap((fund) => {
      const control = evaluate(facts.sums, [
        {
          sign: 1,
          sheet: 'control',
          measure: 'actual',
          columns: ['amount'],
          funds: [fund],
          select: { rows: [row] },
        },
      ]);
      // a control that was not keyed says nothing
      if (control === null) return [];
      const funds = fund === '' ? FUNDS : [fund];
      const suffix = fund === '' ? '' : `（${FUND_NAMES[fund]}）`;
      return [
        {
          left: { name: `账簿算得${suffix}`, amount: evaluate(facts.sums, computed(facts, funds)) },
          right: { name: `核对数${suffix}`, amount: control },
        },
      ];
    }),
}));

/** Rules on each unit's own figures. */
export const UNIT_RULES: readonly Rule[] = [basicByEconomic, ...controls];

/** Rules on the lines of the 差额表: what it takes from income it must take from expenditure, or a balance would move. */
export const ADJUSTMENT_RULES: readonly Rule[] = [
  {
    id: 'D1',
    level: 'error',
    law: '差额表抵销的收入等于抵销的支出',
    compare: ({ sums }) => [
      {
        left: {
          name: '差额表收入',
          amount: evaluate(sums, sheetTerms('income', { select: ALL, funds: FUNDS })),
        },
        right: {
          name: '差额表支出',
          amount: evaluate(sums, sheetTerms('expenditure', { select: ALL, funds: FUNDS })),
        },
      },
    ],
  },
];
