import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Book } from '../../core/figures/figure.ts';
import { problem } from '../../core/problems.ts';
import type { ListCell, ListSheet } from '../../core/registers/incoming/list-columns.ts';
import { BookStore } from '../store/book-store.ts';
import { ProblemError, storeFailure } from '../store/failure.ts';
import { loadMigrations } from '../store/migrations.ts';
import { readBookFile } from './read-book-file.ts';
import { readTableText } from './read-table-text.ts';
import {
  looksLikeWorkbook,
  openWorkbook,
  readBytes,
  readLongLists,
  type WorkbookFacts,
} from './read-workbook.ts';
import type { ReadSheets } from './reading-messages.ts';

/** Reads a workbook that is to be taken in. @throws ProblemError */
export async function readWorkbookFile(file: string): Promise<ReadSheets> {
  return importing(file, async () => {
    const { sheets, facts } = await openWorkbook(file);
    return { sheets, remarks: remarksOf(facts) };
  });
}

/** A table to take in: a workbook whatever its name, else a text unless it calls itself a workbook. */
export async function readTableFile(file: string): Promise<ReadSheets> {
  return importing(file, async () => {
    const bytes = await readBytes(file);
    if (looksLikeWorkbook(bytes) || /\.(xlsx?|xlsm|xlsb|et|ods)$/i.test(file)) return readWorkbookFile(file);
    return { sheets: [readTableText(bytes, file)], remarks: [] };
  });
}

/** A list of asset cards: a workbook whatever its name, else a text. */
export async function readCardList(file: string): Promise<ListSheet[]> {
  return importing(file, async () => {
    const bytes = await readBytes(file);
    if (looksLikeWorkbook(bytes) || /\.(xlsx?|xlsm|xlsb|et|ods)$/i.test(file)) return readLongLists(file);
    const { name, cells } = readTableText(bytes, file);
    const rows = new Map<number, (ListCell | undefined)[]>();
    for (const { row, column, text, isNumber } of cells) {
      const own = rows.get(row) ?? [];
      own[column] = { text, isNumber };
      rows.set(row, own);
    }
    return [{ name, rows: [...rows].map(([row, own]) => ({ row, cells: Array.from(own) })) }];
  });
}

/**
 * Reads another book. It is opened as a copy: a book of an older format would be brought to the newest, and the file is
 * somebody else's.
 *
 * @throws ProblemError
 */
export async function readOtherBook(file: string, migrationsFolder: string): Promise<Book> {
  if (/\.json$/i.test(file)) return readBookFile(file);
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-book-'));
  try {
    const copy = join(folder, basename(file));
    // what a crash left behind belongs to the book
    for (const end of ['', '-wal']) {
      if (end === '' || existsSync(file + end)) {
        copyFileSync(file + end, copy + end);
        chmodSync(copy + end, 0o600);
      }
    }
    const store = await BookStore.open(copy, {
      migrations: loadMigrations(migrationsFolder),
      now: () => new Date(),
      thorough: true,
    });
    try {
      return store.export();
    } finally {
      store.close();
    }
  } catch (error) {
    throw storeFailure(error, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function remarksOf({ hasMacros, hasLinks, formulas }: WorkbookFacts): string[] {
  return [
    ...(hasMacros ? ['文件里有宏，没有运行。'] : []),
    ...(hasLinks ? ['文件里有指向别的工作簿的链接，没有打开，照文件里存着的值读入。'] : []),
    ...(formulas === 0 ? [] : [`文件里有 ${formulas} 格是公式，照文件里存着的值读入，没有重新计算。`]),
  ];
}

const WORKBOOK_PROBLEMS = [
  'not-a-workbook',
  'workbook-encrypted',
  'workbook-too-large',
  'workbook-damaged',
] as const;

/** The same refusals as in comparing, said of an import. */
async function importing<Outcome>(file: string, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    const code =
      error instanceof ProblemError && WORKBOOK_PROBLEMS.find((each) => each === error.problem.code);
    throw code ? new ProblemError(problem(code, { file: basename(file), doing: '导入' }), error) : error;
  }
}
