import type { GridCell, GridColumn, GridLine } from './grid-types.ts';

/** The name of each column; with its groups where the title alone would mean several. */
export function columnNames(columns: readonly GridColumn[]): string[] {
  return columns.map(({ title, groups }) => {
    const isAlone = columns.filter((other) => other.title === title).length === 1;
    return isAlone ? title : [...groups, title].join(' ');
  });
}

/** What stands in a cell: what is stored, or what could not be stored. */
export function textOf({ raw, refused }: GridCell): string {
  return refused?.text ?? raw;
}

export function shownText({ shown, refused }: GridCell): string {
  return refused?.text ?? shown;
}

/** What a cell is called where its row and column cannot be seen: `2010301 行政运行，基本支出，1,500.00`. */
export function cellName(line: GridLine, columnName: string, text: string): string {
  return `${line.name}，${columnName}，${text === '' ? '空' : text}`;
}

/**
 * What is to be said about a cell beyond its text, as its tip and its description.
 *
 * @param hidden the text that does not fit into the cell; `null`: it fits
 */
export function cellTip(
  { refused, mark, note, source }: GridCell,
  hidden: string | null,
): string | undefined {
  const parts = [
    hidden,
    refused?.sentence,
    mark?.sentence,
    note === undefined ? null : `批注：${note}`,
    source === undefined ? null : `来历：${source}`,
  ];
  const said = parts.filter((part) => part !== null && part !== undefined && part !== '');
  return said.length === 0 ? undefined : said.join('\n');
}
