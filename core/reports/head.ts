import type { Grid } from '../recognition/grid.ts';
import { heading, plain, TOTAL_LABELS } from '../recognition/words.ts';
import { readYuan } from './amounts.ts';
import type { ReportTable } from './mapping.ts';

/** A column with the headings over it. */
export interface HeadColumn {
  readonly index: number;
  /** joined from the top down; where two columns have the same, the later ones are numbered */
  readonly path: string;
  /** as it stands there */
  readonly headings: string;
  /** each heading as it is printed, with its year and unit */
  readonly said: readonly string[];
  /** under it in the row 栏次; `''`: nothing */
  readonly order: string;
}

export interface ReportHead {
  readonly columns: readonly HeadColumn[];
  /** first row below it */
  readonly bottom: number;
}

/** No head is as high. */
const MOST_ROWS = 10;

/** From the row under 编制单位 to the row 栏次, or to the row above the first line. `null`: there is none. */
export function readHead(grid: Grid, top: number, form: ReportTable['form']): ReportHead | null {
  const rows = grid.rows.filter((row) => row >= top).slice(0, MOST_ROWS + 1);
  const orders = rows.findIndex((row) => grid.row(row).some(({ text }) => plain(text) === '栏次'));
  const end = orders === -1 ? rows.findIndex((row) => isBody(grid, row, form)) : orders + 1;
  const head = rows.slice(0, Math.max(end, 0));
  const last = head.at(-1);
  if (last === undefined) return null;
  const width = Math.max(
    ...head.flatMap((row) => grid.row(row).map((cell) => cell.column + cell.columnSpan)),
  );
  const orderRow = orders === -1 ? null : last;
  const seen = new Map<string, number>();
  const columns = Array.from({ length: width }, (_, index): HeadColumn => {
    const cells = new Set(head.flatMap((row) => grid.covering(row, index) ?? []));
    const texts = [...cells].map(({ text }) => heading(text));
    const headings = texts.filter((text) => text !== '栏次' && !/^(\d+|[-—]+)?$/.test(text)).join('/');
    const times = (seen.get(headings) ?? 0) + 1;
    seen.set(headings, times);
    const order = orderRow === null ? '' : plain(grid.at(orderRow, index)?.text ?? '');
    return {
      index,
      headings,
      said: [...cells].map(({ text }) => text),
      path: times === 1 ? headings : `${headings}（第 ${times} 处）`,
      order: /^\d+$/.test(order) ? order : '',
    };
  });
  return { columns: columns.filter(({ headings }) => headings !== ''), bottom: last + 1 };
}

/** Whether a row is the first line of a table without a row 栏次. */
function isBody(grid: Grid, row: number, form: ReportTable['form']): boolean {
  const [first, ...rest] = grid.row(row);
  const text = plain(first?.text ?? '');
  if (form === 'lines') return /^[一二三]、/.test(text);
  const isKey = TOTAL_LABELS.has(text) || /^\d{3}(\d{2}){0,2}$/.test(text);
  return isKey && rest.filter(({ column }) => column > 3).every((cell) => readYuan(cell).fault === undefined);
}
