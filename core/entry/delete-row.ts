import type { SheetColumn, SheetDefinition } from '../figures/sheets.ts';
import type { FigureEdit, TextEdit } from './edit.ts';
import type { SheetFigures } from './sheet-figures.ts';

export interface RowDeletion {
  readonly edits: readonly FigureEdit[];
  readonly texts: readonly TextEdit[];
}

/** What has to become blank for rows of the clerk's own to be gone: their figures of all measures, then their texts. */
export function rowDeletion(
  sheet: SheetDefinition,
  figures: SheetFigures,
  rows: readonly string[],
): RowDeletion {
  const figuresOf = (row: string, { id: column, funds, measures, kind }: SheetColumn): FigureEdit[] =>
    kind === 'text'
      ? []
      : funds.flatMap((fund) =>
          (measures ?? sheet.measures)
            .map((measure) => ({ sheet: sheet.id, row, fund, column, measure, value: null }))
            .filter((edit) => figures.get(edit) !== null),
        );
  return {
    edits: rows.flatMap((row) => sheet.columns.flatMap((column) => figuresOf(row, column))),
    texts: rows.flatMap((row) =>
      figures.textColumns(row).map((column) => ({ sheet: sheet.id, row, column, body: null })),
    ),
  };
}
