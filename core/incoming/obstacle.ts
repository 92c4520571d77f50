import type { ImportKind, ImportReading } from './incoming.ts';
import { figureKey, type OwnYear } from './own-year.ts';

/** Why a file cannot be taken in as it is, one sentence; `null`: it can. @param isChosen which unit of a book is meant */
export function obstacleOf(
  kind: ImportKind,
  { tables, figures, texts, cellTexts, notes = [], unread }: ImportReading,
  { refused, isChosen }: { readonly refused: number; readonly isChosen: boolean },
): string | null {
  if (!isChosen) return '选定要并入的是文件里哪个单位、哪个年度。';
  const faulty = tables.find(({ fault, isLeft }) => fault !== '' && !isLeft);
  if (faulty !== undefined) return `“${faulty.name}”：${faulty.fault}`;
  if (refused > 0) return `有 ${refused} 行要先改正，或不取。`;
  if (figures.length + texts.length + cellTexts.length + notes.length > 0) return null;
  const [first] = unread;
  const why = tables.length === 0 && first !== undefined ? `（工作表“${first.sheet}”：${first.reason}）` : '';
  return kind === 'book'
    ? '文件里这个单位在这个年度没有数。'
    : `没有读出可以导入的数${why}，核对是否选错了文件或年度。`;
}

/** What of the book's sheets the file does not say: it stays, which the clerk may not expect of a whole unit. */
export function otherFigures(kind: ImportKind, reading: ImportReading, own: OwnYear): string[] {
  if (kind !== 'book' || reading.figures.length === 0) return [];
  const theirs = new Set(reading.figures.map(figureKey));
  const kept = own.figures.filter((figure) => !theirs.has(figureKey(figure))).length;
  return kept === 0 ? [] : [`账簿里这个单位另有 ${kept} 个数，文件里没有，并入后照旧保留。`];
}
