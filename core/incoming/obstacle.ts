import { readEconomicRow } from '../figures/row.ts';
import { FUND_NAMES } from '../figures/sheets.ts';
import type { ImportKind, ImportReading } from './incoming.ts';
import { inTwoForms, type TwoForms } from './other-rows.ts';
import { figureKey, type OwnYear } from './own-year.ts';

interface Standing {
  /** rows that wait */
  readonly refused: number;
  /** which unit of a book is meant */
  readonly isChosen: boolean;
  /** a unit's registers would come along */
  readonly hasRegisters: boolean;
  readonly halfKept: string | null;
}

/** Why a file cannot be taken in as it is, one sentence; `null`: it can. */
export function obstacleOf(
  kind: ImportKind,
  { tables, figures, texts, cellTexts, notes = [], unread }: ImportReading,
  { refused, isChosen, hasRegisters, halfKept }: Standing,
): string | null {
  if (!isChosen) return '选定要并入的是文件里哪个单位、哪个年度。';
  const faulty = tables.find(({ fault, isLeft }) => fault !== '' && !isLeft);
  if (faulty !== undefined) return `“${faulty.name}”：${faulty.fault}`;
  if (refused > 0) return `有 ${refused} 行要先改正，或不取。`;
  const forms = kind === 'book' ? undefined : inTwoForms(figures);
  if (forms !== undefined) return twoForms(forms);
  if (halfKept !== null) {
    return `“与账簿的差异”里“${halfKept}”和同一笔钱的另一格取舍不同，文件里是另一种分法，要么都取文件的，要么都保留账簿的。`;
  }
  if (hasRegisters || figures.length + texts.length + cellTexts.length + notes.length > 0) return null;
  const [first] = unread;
  const why = tables.length === 0 && first !== undefined ? `（工作表“${first.sheet}”：${first.reason}）` : '';
  return kind === 'book'
    ? '文件里这个单位在这个年度没有数。'
    : `没有读出可以导入的数${why}，核对是否选错了文件或年度。`;
}

function twoForms({ whole, item }: TwoForms): string {
  const { sheet, row, fund } = whole;
  const money = sheet === 'balance' ? '的结转结余' : `基本支出的经济分类 ${readEconomicRow(row).code} `;
  return `${FUND_NAMES[fund]}${money}既有不分项的数（${whole.place}），又有分项的数（${item.place}），会重复计算，只留一种，另一种的行不取。`;
}

/** What of the book's sheets the file does not say: it stays, which the clerk may not expect of a whole unit. */
export function otherFigures(kind: ImportKind, reading: ImportReading, own: OwnYear): string[] {
  if (kind !== 'book' || reading.figures.length === 0) return [];
  const theirs = new Set(reading.figures.map(figureKey));
  const kept = own.figures.filter((figure) => !theirs.has(figureKey(figure))).length;
  return kept === 0 ? [] : [`账簿里这个单位另有 ${kept} 个数，文件里没有，并入后照旧保留。`];
}
