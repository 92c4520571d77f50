import { MONEY_NAMES } from '../entry/refusal.ts';
import { FUND_NAMES, type Fund } from '../figures/sheets.ts';
import type { Grid } from '../recognition/grid.ts';
import type { ImportChoices } from './choices.ts';
import { readMeaning } from './column-meaning.ts';
import type { IncomingFigure } from './incoming.ts';
import { hasAmounts, rowsBehind } from './table-body.ts';
import type { CellTable } from './table-cells.ts';
import type { TableHead } from './table-head.ts';

interface TakenTable extends Pick<CellTable, 'sheet' | 'columns' | 'money'> {
  readonly choices: Pick<ImportChoices, 'fund'>;
  /** that the title names; `null`: none */
  readonly fund: Fund | null;
  readonly figures: readonly IncomingFigure[];
}

/** What to look at in a table that is taken: where it says otherwise than the clerk, and what stands behind it. */
export function tableRemarks(grid: Grid, head: TableHead, table: TakenTable): string[] {
  const { sheet, columns, money, choices, fund, figures } = table;
  const [behind] = rowsBehind(grid, head.bodyTop).filter((row) =>
    columns.some(
      ({ index, meaning }) =>
        readMeaning(sheet, meaning)?.kind === 'figure' && hasAmounts(grid, [row], index),
    ),
  );
  const chosen = figures.find((figure) => figure.fund === choices.fund && fund !== null)?.fund;
  return [
    ...(head.money === null || head.money === money
      ? []
      : [
          `“${grid.name}”上写的金额单位是${MONEY_NAMES[head.money]}，照${MONEY_NAMES[money]}读入，核对金额的大小。`,
        ]),
    ...(chosen === undefined || fund === null || chosen === fund
      ? []
      : [
          `“${grid.name}”的标题写的是${FUND_NAMES[fund]}，照选定的${FUND_NAMES[chosen]}读入，核对是哪种资金。`,
        ]),
    ...(behind === undefined
      ? []
      : [
          `“${grid.name}”第 ${behind + 1} 行在表尾（注、制表人）下面，还有数，从那里起没有读入，要导入的另存为一张工作表。`,
        ]),
  ];
}
