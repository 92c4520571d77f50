import type { Comparison } from '../../core/comparison/comparison.ts';
import type { Book } from '../../core/figures/figure.ts';
import type { Problem } from '../../core/problems.ts';
import type { SheetGrid } from '../../core/recognition/grid.ts';
import type { Result } from '../../core/result.ts';
import type { TablePack } from '../../core/tables/model.ts';

/** What a file is read for. */
export interface ReadingQuestions {
  /** a workbook */
  readonly workbook: { readonly file: string };
  /** a workbook, or a table of text */
  readonly table: { readonly file: string };
  /** another book, or an interchange file */
  readonly book: { readonly file: string; readonly migrationsFolder: string };
  readonly comparison: { readonly file: string; readonly pack: TablePack };
}

/** Worksheets with what is to be said about their file. */
export interface ReadSheets {
  readonly sheets: readonly SheetGrid[];
  readonly remarks: readonly string[];
}

export interface ReadingAnswers {
  readonly workbook: ReadSheets;
  readonly table: ReadSheets;
  readonly book: Book;
  readonly comparison: Comparison;
}

export type ReadingQuestion = {
  [Kind in keyof ReadingQuestions]: { readonly kind: Kind; readonly asked: ReadingQuestions[Kind] };
}[keyof ReadingQuestions];

export type ReadingReply = Result<ReadingAnswers[keyof ReadingAnswers], Problem>;
