import type { Unit } from '../figures/figure.ts';
import type { RegisterId } from '../registers/register.ts';
import type { ImportChoices } from './choices.ts';
import type { ImportKind, ImportReading } from './incoming.ts';

/** A figure or text of the book that would become another one. */
export interface IncomingChange {
  /** names the cell among all changes of the file */
  readonly key: string;
  /** `支出 2010301 行政运行 基本支出（一般公共预算，决算）` */
  readonly address: string;
  /** as they are shown, in the unit of the book */
  readonly mine: string;
  readonly theirs: string;
  /** where theirs stands in the file */
  readonly place: string;
  /** false: the clerk keeps what the book has */
  readonly isTaken: boolean;
}

/** A file that was read, compared with the book; nothing of it is in the book yet. */
export interface ImportPreview extends Omit<ImportReading, 'figures' | 'texts' | 'cellTexts' | 'notes'> {
  /** of the file that was read; it is forgotten when another one is, or the book is closed */
  readonly id: string;
  readonly kind: ImportKind;
  /** name of the file; `粘贴的内容` */
  readonly file: string;
  readonly choices: ImportChoices;
  /** of another book: what can be chosen from */
  readonly offered: readonly (Unit & { readonly year: number })[];
  readonly changes: readonly IncomingChange[];
  readonly counts: {
    /** cells that are blank in the book */
    readonly added: number;
    /** cells that say the same already */
    readonly equal: number;
    /** cells that would become another value; those that the clerk keeps are not among them */
    readonly changed: number;
    /** rows that must be mended or left out first */
    readonly refused: number;
  };
  /** why it cannot be taken in as it is, one sentence; `null`: it can */
  readonly obstacle: string | null;
}

/** What was taken in. */
export interface TakenIn {
  /** step in the history; `null`: everything was so already */
  readonly changeSet: number | null;
  readonly added: number;
  readonly changed: number;
  /** ids of the sheets that the file has figures or rows for; absent: not known */
  readonly sheets?: readonly string[];
  /** that came along with a unit's book */
  readonly registers?: readonly RegisterId[];
}
