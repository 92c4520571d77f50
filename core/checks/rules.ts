import { ancestorsOf, type Classification } from '../classification/classification.ts';
import type { Unit } from '../figures/figure.ts';
import { codeOfRow } from '../figures/row.ts';
import { FISCAL_FUNDS, FUND_NAMES, FUNDS, type Fund } from '../figures/sheets.ts';
import type { Fen } from '../money/fen.ts';
import { type FormulaTerm, sheetTerms } from '../tables/formula.ts';
import type { FigureSums } from '../tables/sums.ts';
import type { Finding, Level } from './finding.ts';

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
  /** absent: amounts in 分 */
  readonly unit?: Finding['unit'];
}

/** A law between two separately keyed sides (DESIGN §4: `independent`). */
export interface ComparisonRule {
  readonly id: string;
  readonly level: Level;
  /** the law in plain Chinese */
  readonly law: string;
  readonly compare: (facts: UnitFacts) => readonly Comparison[];
}

/** Something the clerk must know that has no two sides. */
export interface NoticeRule {
  readonly id: string;
  readonly level: Level;
  readonly notices: (facts: UnitFacts) => readonly string[];
}

export type Rule = ComparisonRule | NoticeRule;

export const EVERY_ROW = { under: '' } as const;

export function evaluate(sums: FigureSums, terms: readonly FormulaTerm[]): Fen | null {
  return sums.evaluate({ rule: 'sum', terms });
}

/** 人员经费 and 公用经费 of one fund, as the totals of the table by economic classification take them. */
export function basicEconomicTerms(
  sums: FigureSums,
  classification: Classification,
  fund: Fund,
): FormulaTerm[] {
  const rows = sums
    .rows('economic', [fund], 'actual')
    .filter((row) => classification.economicGroup(codeOfRow(row)) !== 'other');
  return sheetTerms('economic', { select: { rows }, funds: [fund] });
}

/** domain/tables.md B9, by fund: what table 03 calls 基本支出 is 人员经费 and 公用经费 of the economic table. */
const basicByEconomic: ComparisonRule = {
  id: 'B9',
  level: 'error',
  law: '基本支出等于人员经费合计加公用经费合计',
  compare: ({ sums, classification }) =>
    FISCAL_FUNDS.map((fund) => ({
      left: {
        name: `支出表基本支出（${FUND_NAMES[fund]}）`,
        amount: evaluate(
          sums,
          sheetTerms('expenditure', { select: EVERY_ROW, funds: [fund], columns: ['basic'] }),
        ),
      },
      right: {
        name: `人员经费和公用经费合计（${FUND_NAMES[fund]}）`,
        amount: evaluate(sums, basicEconomicTerms(sums, classification, fund)),
      },
    })),
};

/** domain/tables.md §6.2 [INF]: 309, 311 and 313 are project money; the table shows them but adds them to no total. */
const projectMoneyInBasic: NoticeRule = {
  id: 'E1',
  level: 'verify',
  notices: ({ sums, classification }) => {
    const rows = sums.rows('economic', FUNDS, 'actual').map(codeOfRow);
    const codes = [...new Set(rows)].filter((code) => classification.economicGroup(code) === 'other');
    return codes.map((code) => {
      const name = classification.economic(code)?.name ?? '';
      return `经济分类 ${code}${name} 一般属项目支出，列在基本支出里不计入人员经费和公用经费合计，核实是否录错`;
    });
  },
};

export const NAME_MISSING_RULE = 'A19';

/** The codes whose names a unit's figures put on paper, 类 and 款 above them included. */
function printedCodes({ sums }: UnitFacts): {
  readonly functions: readonly string[];
  readonly economic: readonly string[];
} {
  const items = ['income', 'expenditure', 'balance'].flatMap((sheet) => sums.rows(sheet, FUNDS, 'actual'));
  const functions = items.filter((code) => code !== '').flatMap((code) => [...ancestorsOf(code), code]);
  const economic = sums.rows('economic', FUNDS, 'actual').map(codeOfRow);
  return { functions: [...new Set(functions)].sort(), economic: [...new Set(economic)].sort() };
}

/** domain/tables.md A19: a code that our list lacks may be new this year, but its name cannot be printed. */
const nameMissing: NoticeRule = {
  id: NAME_MISSING_RULE,
  level: 'hint',
  notices: (facts) => {
    const { functions, economic } = printedCodes(facts);
    const missing = [
      ...functions.filter((code) => facts.classification.function(code) === undefined),
      ...economic.filter((code) => facts.classification.economic(code) === undefined),
    ];
    return missing.map(
      (code) => `科目 ${code} 不在本程序的科目表里，公开表上印“（科目名称待补）”，公布前补上名称`,
    );
  },
};

/** Our list is not the official book: what no document at hand prints under a name must not pass for official. */
const nameUnconfirmed: NoticeRule = {
  id: 'A19b',
  level: 'hint',
  notices: (facts) => {
    const { functions, economic } = printedCodes(facts);
    const entries = [
      ...functions.map((code) => facts.classification.function(code)),
      ...economic.map((code) => facts.classification.economic(code)),
    ];
    const unconfirmed = entries.flatMap((entry) =>
      entry === undefined || entry.confirmed ? [] : [`${entry.code} ${entry.name}`],
    );
    return unconfirmed.length === 0
      ? []
      : [`这些科目的名称未经文件证实，公布前对照当年科目表：${unconfirmed.join('、')}`];
  },
};

/** Rules on each unit's own figures, apart from the control figures (control-rules.ts). */
export const FIGURE_RULES: readonly Rule[] = [
  basicByEconomic,
  projectMoneyInBasic,
  nameMissing,
  nameUnconfirmed,
];

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
          amount: evaluate(sums, sheetTerms('income', { select: EVERY_ROW, funds: FUNDS })),
        },
        right: {
          name: '差额表支出',
          amount: evaluate(sums, sheetTerms('expenditure', { select: EVERY_ROW, funds: FUNDS })),
        },
      },
    ],
  },
];
