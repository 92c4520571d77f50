import { Grid, type SheetGrid } from '../recognition/grid.ts';
import { plain } from '../recognition/words.ts';

const KIND = /^报表小类[:：]?/;

/** What the cover 封面 says the tables are: 单户表, 叠加汇总表, 经费差额表 …; `''`: there is none, or it does not say. */
function kindOnCover(sheets: readonly SheetGrid[]): string {
  for (const sheet of sheets) {
    const grid = new Grid(sheet);
    for (const row of grid.rows) {
      const cells = grid.row(row).map(({ text }) => plain(text));
      const at = cells.findIndex((text) => KIND.test(text));
      if (at >= 0) return cells[at]?.replace(KIND, '') || (cells[at + 1] ?? '');
    }
  }
  return '';
}

/** What is said of tables that are not those of one unit. @param units as the tables name it */
export function coverRemarks(sheets: readonly SheetGrid[], units: readonly string[]): string[] {
  const kind = kindOnCover(sheets);
  // 汇总录入表 are keyed as one unit
  const isSum = /汇总/.test(kind) && !/录入/.test(kind);
  const summed = isSum
    ? `封面的报表小类是“${kind}”`
    : units.flatMap((unit) => (/汇总\)?$/.test(unit) ? [`编制单位写的是“${unit}”`] : []))[0];
  if (summed !== undefined) return [`${summed}，是几个单位加起来的数，不能并入其中一个单位，核对后再并入。`];
  return /差额|调整/.test(kind)
    ? [`封面的报表小类是“${kind}”，不是一个单位的数，冲销和调整在差额表里录入，核对后再并入。`]
    : [];
}
