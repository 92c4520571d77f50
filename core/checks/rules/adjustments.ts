import { ADJUSTABLE_SHEETS, ADJUSTMENT_UNIT, type SummedFigure } from '../../figures/figure.ts';
import { FUNDS, findColumn, findSheet, MEASURE_NAMES, MEASURES } from '../../figures/sheets.ts';
import type { FormulaTerm } from '../../tables/formula.ts';
import type { FigureSums } from '../../tables/sums.ts';
import { atMost, type Claim, notice, type Operand, type OperandPart } from '../claim.ts';
import type { Facts, FigureFacts } from '../facts.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import { inWan, itemOfFund } from './wording.ts';

/** Every line of the 差额表. */
function linesOf(sums: FigureSums): SummedFigure[] {
  return ADJUSTABLE_SHEETS.flatMap((sheet) => {
    const columns = (findSheet(sheet)?.columns ?? []).map(({ id }) => id);
    return MEASURES.flatMap((measure) => [
      ...sums.behind([{ sign: 1, sheet, measure, columns, funds: FUNDS, select: { under: '' } }]),
    ]);
  });
}

function isAdjustment({ place }: OperandPart): boolean {
  return place.kind === 'figure' && place.unit === ADJUSTMENT_UNIT;
}

function operandOf(name: string, parts: readonly OperandPart[]): Operand {
  const amount = parts.length === 0 ? null : parts.reduce((sum, part) => sum + part.amount, 0);
  return { name, amount, parts: () => parts };
}

function notTakenOut(facts: Facts, figures: FigureFacts, line: SummedFigure): Claim {
  const { sheet, row, fund, column, measure } = line;
  const terms: FormulaTerm[] = [
    { sign: 1, sheet, measure, columns: [column], funds: [fund], select: { rows: [row] } },
  ];
  const parts = figures.operand('', terms).parts();
  const taken = parts.filter(isAdjustment);
  const left = operandOf(
    '差额表抵销',
    taken.map((part) => ({ ...part, amount: -part.amount })),
  );
  const right = operandOf(
    '各单位合计',
    parts.filter((part) => !isAdjustment(part)),
  );
  const definition = findSheet(sheet);
  const columnName = definition && findColumn(definition, column)?.name;
  const kind = measure === 'actual' ? '' : MEASURE_NAMES[measure];
  const found = right.amount === null ? '各单位都没有录' : `各单位合计 ${inWan(right.amount)}`;
  return atMost([sheet, row, fund, column, measure].join('/'), left, right, {
    message: `差额表从 ${itemOfFund(row, fund, facts.classification)}${columnName}${kind}抵销 ${inWan(left.amount ?? 0)}，${found}`,
    places: taken.map(({ place }) => place),
  });
}

/** The 差额表 takes out: a line above 0 would count a transfer once more. */
function isNoAddition({ sheet, row, fund, column, measure, value }: SummedFigure, facts: Facts): Claim {
  const definition = findSheet(sheet);
  const columnName = definition && findColumn(definition, column)?.name;
  const place = {
    kind: 'figure',
    year: facts.year,
    unit: ADJUSTMENT_UNIT,
    sheet,
    row,
    fund,
    column,
    measure,
  } as const;
  return notice(
    ['sign', sheet, row, fund, column, measure].join('/'),
    value <= 0,
    `差额表 ${itemOfFund(row, fund, facts.classification)}${columnName}录成了正数 ${inWan(value)}，汇总时会加上而不是抵销，抵销数录负数`,
    { name: '差额表的数不是负数', places: [place] },
  );
}

/** What is eliminated stands in some unit at the same 项, in the same column. */
const notMoreThanThere: ClaimsOf = (facts) => {
  const { figures } = facts;
  const adjustments = figures?.members.find(({ unit }) => unit.code === ADJUSTMENT_UNIT);
  if (figures === null || adjustments === undefined) return [];
  return linesOf(adjustments.sums).flatMap((line) => [
    isNoAddition(line, facts),
    ...(line.value <= 0 ? [notTakenOut(facts, figures, line)] : []),
  ]);
};

/** What the 差额表 says of the units. */
export const ADJUSTMENTS: Laws = { D2: notMoreThanThere };
