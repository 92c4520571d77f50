import type { Classification } from '../classification/classification.ts';
import { functionItemProblem } from '../figures/code-rules.ts';
import { readCode } from '../recognition/codes.ts';
import type { Grid } from '../recognition/grid.ts';
import { plain, TOTAL_LABELS } from '../recognition/words.ts';

/** A line of a code table: `sum` a 类 or 款, `item` a 项, `other` a line without a code. */
export interface CodeRow {
  /** in the grid, from 0 */
  readonly row: number;
  readonly kind: 'total' | 'sum' | 'item' | 'other';
  readonly code: string;
  readonly name: string;
  /** why the code cannot be taken */
  readonly fault: string;
  /** what to look at */
  readonly doubt: string;
  /** the code names a 项 that its money can be told by */
  readonly hasItem: boolean;
}

/** Lines after the last one: notes and signatures. */
const END =
  /^(注|备注|说明|附注)\d*([:.、]|$)|^(单位负责人|财务负责人|填表人|填报人|制表人?|审核人|报送日期)([:(]|$)/;

/** Whether a text stands below the table: from there on nothing is read. */
export function isEnd(text: string): boolean {
  return END.test(text);
}

/** Where the lines are. Columns of codes from the left; a line that is left out makes no other one a second. */
interface Lines {
  readonly from: number;
  readonly code: readonly number[];
  readonly name: number | null;
  /** @param row as Excel numbers it */
  readonly isLeft: (row: number) => boolean;
}

/** The lines between the head and the notes. */
export function codeRows(
  grid: Grid,
  { from, isLeft, ...columns }: Lines,
  classification: Classification,
): CodeRow[] {
  const rows: CodeRow[] = [];
  let before = '';
  for (const row of grid.rows.filter((each) => each >= from)) {
    const cells = columns.code.map((column) => grid.at(row, column));
    const texts = cells.map((cell) => plain(cell?.text ?? ''));
    const name = (columns.name === null ? '' : (grid.at(row, columns.name)?.text ?? '')).trim();
    const said = [...texts, plain(name)];
    if (said.some(isEnd)) break;
    const written = texts.filter((text) => text !== '').join(' ');
    if (said.some((text) => TOTAL_LABELS.has(text))) {
      rows.push({ row, kind: 'total', code: '', name: '合计', fault: '', doubt: '', hasItem: false });
      continue;
    }
    const code = readCode(
      cells.map((cell) => cell && { ...cell, text: plain(cell.text).replace(/\.0+$/, '') }),
      before,
    );
    if (code !== null) before = code;
    rows.push({ row, name, ...judged({ code, written, where: `第 ${row + 1} 行` }, classification) });
  }
  return withSums(rows, isLeft);
}

function judged(
  {
    code,
    written,
    where,
  }: { readonly code: string | null; readonly written: string; readonly where: string },
  classification: Classification,
): Omit<CodeRow, 'row' | 'name'> {
  const nothing = { doubt: '', hasItem: false };
  if (written === '')
    return { kind: 'other', code: '', fault: '有金额，没有科目编码，补上编码或不取这一行。', ...nothing };
  if (code === null) {
    return {
      kind: 'item',
      code: written,
      fault: `科目编码“${written}”读不出来，改成 7 位的项级编码。`,
      ...nothing,
    };
  }
  const problem = functionItemProblem(code, classification, { where });
  const isKnown = classification.function(code) !== undefined;
  const doubt = isKnown ? '' : `${classification.year} 年的科目表里没有 ${code}，按原编码取数，核对编码。`;
  const isSum = code.length < 7 || problem?.code === 'not-an-item';
  const fault = problem?.message ?? '';
  return { kind: isSum ? 'sum' : 'item', code, fault, doubt, hasItem: !isSum && fault === '' };
}

/** 201 of 2010000, and 20103 of 2010300, which some places pad with zeros. */
export function prefixOf(code: string): string {
  return code.replace(/^(\d{3})0000$/, '$1').replace(/^(\d{5})00$/, '$1');
}

/** A 类 or 款 is a sum only where the file holds 项 of it. */
function withSums(rows: readonly CodeRow[], isLeft: (row: number) => boolean): CodeRow[] {
  const items = rows.filter(({ kind }) => kind === 'item').map(({ code }) => code);
  const first = new Map<string, number>();
  return rows.map((row): CodeRow => {
    if (row.kind === 'sum') {
      const isSum = items.some((item) => item.startsWith(prefixOf(row.code)));
      return isSum ? { ...row, fault: '', doubt: '' } : { ...row, kind: 'item' };
    }
    if (row.kind !== 'item' || isLeft(row.row + 1)) return row;
    const earlier = first.get(row.code);
    if (earlier === undefined) first.set(row.code, row.row);
    return earlier === undefined || row.fault !== ''
      ? row
      : { ...row, fault: `${row.code} 在第 ${earlier + 1} 行已有一行，留下一行，另一行不取。` };
  });
}
