import type { Figure } from '../figures/figure.ts';
import { FISCAL_FUNDS, findColumn, findSheet } from '../figures/sheets.ts';
import type { FigureSums } from '../tables/sums.ts';
import { THREE_PUBLIC_ITEMS, threePublicTerms } from '../tables/three-public-table.ts';

function takesPrior({ sheet: id, column: columnId }: Figure): boolean {
  const sheet = findSheet(id);
  const column = sheet && findColumn(sheet, columnId);
  return column !== undefined && (column.measures ?? sheet?.measures ?? []).includes('prior');
}

/** Last year's 决算, cell by cell, as 上年决算: in every column that takes it. The lines of the 差额表 keep their reasons. */
export function copiedPriors(figures: readonly Figure[]): Figure[] {
  return figures
    .filter((figure) => figure.measure === 'actual' && takesPrior(figure))
    .map((figure) => ({ ...figure, measure: 'prior' }));
}

/** 三公: 上年决算 is one amount, 决算 is keyed in parts and in part read from 经济分类. */
export function threePublicPriors(unit: string, sums: FigureSums): Figure[] {
  return FISCAL_FUNDS.flatMap((fund) =>
    THREE_PUBLIC_ITEMS.flatMap((row): Figure[] => {
      // 经济分类 is read for general money only
      const terms = threePublicTerms([row], [fund]).filter(({ funds }) => funds.includes(fund));
      const value = sums.evaluate({ rule: 'three-public-actual', terms });
      if (value === null) return [];
      return [{ unit, sheet: 'three_public', row, fund, column: 'amount', measure: 'prior', value }];
    }),
  );
}
