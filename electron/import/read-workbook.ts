import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { problem } from '../../core/problems.ts';
import type { CellFault, GridCell, SheetGrid } from '../../core/recognition/grid.ts';
import type { ListCell, ListSheet } from '../../core/registers/incoming/list-columns.ts';
import { ProblemError, storeFailure } from '../store/failure.ts';
import { ArchiveTooLarge, unpackWithin } from './unpack-within.ts';

const MB = 1024 * 1024;
const LARGEST_FILE = 50 * MB;
/** What the parts of a workbook may unpack to; pictures and macros are not unpacked at all. */
const LARGEST_UNPACKED = 200 * MB;
const MOST_CELLS = 400_000;
const MOST_CELLS_OF_LISTS = 2_000_000;

/** What a workbook holds besides its cells. None of it is run or followed. */
export interface WorkbookFacts {
  readonly hasMacros: boolean;
  /** to other workbooks */
  readonly hasLinks: boolean;
  /** how many cells are formulas, read as the value that is stored with them */
  readonly formulas: number;
}

export interface OpenedWorkbook {
  readonly sheets: SheetGrid[];
  readonly facts: WorkbookFacts;
}

/** Reads the worksheets of a workbook as plain grids. @throws ProblemError when it is none, or not to be opened */
export async function readWorkbook(file: string): Promise<SheetGrid[]> {
  return (await openWorkbook(file)).sheets;
}

/**
 * Reads the worksheets of a long list, row by row: of a list of 20,000 cards, a grid that knows the place of each cell
 * would be many times as large.
 */
export async function readLongLists(file: string): Promise<ListSheet[]> {
  const name = basename(file);
  const { workbook } = parsedBytes(await readBytes(file), name);
  const hidden = (index: number) => (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
  const daysLater = workbook.Workbook?.WBProps?.date1904 === true ? DAYS_TO_1904 : 0;
  const sheets = workbook.SheetNames.flatMap((sheet, index) =>
    hidden(index) ? [] : [{ name: sheet, daysLater, rows: rowsOf(workbook.Sheets[sheet]) }],
  );
  const cells = sheets.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.cells.length, 0);
  if (cells > MOST_CELLS_OF_LISTS) throw new ProblemError(problem('workbook-too-large', { file: name }));
  return sheets;
}

/** Old workbooks of a Mac count days from 1904 on. */
const DAYS_TO_1904 = 1462;

/** What is wrong with a cell, as a clause after its name. */
const FAULTS: Readonly<Record<CellFault, (text: string) => string>> = {
  error: (text) => `是公式的错误 ${text}`,
  'no-value': () => '是公式，没有算出的值',
};

function rowsOf(sheet: WorkSheet | undefined): ListSheet['rows'] {
  const lines: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  return lines.flatMap((line, row) => {
    const cells = Array.from(line ?? [], (cell): ListCell | undefined => {
      const read = cell === undefined ? null : contentOf(cell);
      if (read === null) return undefined;
      const { text, isNumber, fault } = read;
      return { text, isNumber, ...(fault === undefined ? {} : { fault: FAULTS[fault](text) }) };
    });
    return cells.some((cell) => cell !== undefined) ? [{ row, cells }] : [];
  });
}

/** The same, with what else is in it. */
export async function openWorkbook(file: string): Promise<OpenedWorkbook> {
  const name = basename(file);
  const { workbook, parts } = parsedBytes(await readBytes(file), name);
  const sheets = workbook.SheetNames.map((name, index): SheetGrid => {
    const cells = cellsOf(workbook.Sheets[name]);
    const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return { name, cells, ...(isHidden ? { isHidden } : {}) };
  });
  if (sheets.reduce((sum, { cells }) => sum + cells.length, 0) > MOST_CELLS) {
    throw new ProblemError(problem('workbook-too-large', { file: name }));
  }
  // what is seen first is what is meant first
  return {
    sheets: sheets.toSorted((a, b) => Number(a.isHidden ?? false) - Number(b.isHidden ?? false)),
    facts: factsOf(workbook, parts),
  };
}

/** @param parts names of what the file is made of */
function factsOf(workbook: WorkBook, parts: readonly string[]): WorkbookFacts {
  const formulas = workbook.SheetNames.flatMap((name) => formulasOf(workbook.Sheets[name]));
  return {
    hasMacros: parts.some((part) => MACROS.test(part)),
    hasLinks:
      parts.some((part) => /externalLinks\/.*\.(xml|bin)$/i.test(part)) ||
      formulas.some((formula) => /\[[^\]]+\][^!]*!/.test(formula)),
    formulas: formulas.length,
  };
}

const MACROS = /vbaProject|_VBA_PROJECT/i;

function formulasOf(sheet: WorkSheet | undefined): string[] {
  const lines: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  return lines.flatMap((line) => (line ?? []).flatMap((cell) => (cell?.f === undefined ? [] : [cell.f])));
}

/** @throws ProblemError when the file is larger than any workbook of tables */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) throw new ProblemError(problem('workbook-too-large', { file: basename(file) }));
    return await readFile(file);
  } catch (error) {
    throw storeFailure(error, file);
  }
}

const ZIP = [0x50, 0x4b];
/** .xls, .et and encrypted workbooks are files of this older kind, which has three sectors at least. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether a file is of a kind that workbooks are, whatever its name says. */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return isOf(bytes, ZIP) || isOf(bytes, COMPOUND);
}

function isOf(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

interface ParsedWorkbook {
  readonly workbook: WorkBook;
  readonly parts: readonly string[];
}

function parsedBytes(bytes: Uint8Array, file: string): ParsedWorkbook {
  return isOf(bytes, ZIP) ? readZipped(bytes, file) : readCompound(bytes, file);
}

function readZipped(bytes: Uint8Array, file: string): ParsedWorkbook {
  let unpacked: Uint8Array;
  const parts: string[] = [];
  try {
    unpacked = unpackWithin(bytes, LARGEST_UNPACKED, (part) => {
      parts.push(part);
      return /\.(xml|rels|bin)$/i.test(part) && !MACROS.test(part);
    });
  } catch (error) {
    const code = error instanceof ArchiveTooLarge ? 'workbook-too-large' : 'workbook-damaged';
    throw new ProblemError(problem(code, { file }), error);
  }
  return { workbook: parsed(unpacked, file, 'not-a-workbook'), parts };
}

function readCompound(bytes: Uint8Array, file: string): ParsedWorkbook {
  if (!isOf(bytes, COMPOUND)) throw new ProblemError(problem('not-a-workbook', { file }));
  const holds = (name: string) => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) {
    throw new ProblemError(problem('workbook-encrypted', { file }));
  }
  if (bytes.length < 3 * 512) throw new ProblemError(problem('workbook-damaged', { file }));
  const parts = holds('_VBA_PROJECT') ? ['_VBA_PROJECT'] : [];
  return { workbook: parsed(bytes, file, 'workbook-damaged'), parts };
}

function parsed(bytes: Uint8Array, file: string, failure: 'not-a-workbook' | 'workbook-damaged'): WorkBook {
  try {
    const workbook = read(bytes, { type: 'array', dense: true, cellText: false, sheetStubs: true });
    if (workbook.SheetNames.length > 0) return workbook;
  } catch (error) {
    const isSecret = error instanceof Error && /password/i.test(error.message);
    throw new ProblemError(problem(isSecret ? 'workbook-encrypted' : failure, { file }), error);
  }
  throw new ProblemError(problem(failure, { file }));
}

function cellsOf(sheet: WorkSheet | undefined): GridCell[] {
  const lines: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  const merges = new Map((sheet?.['!merges'] ?? []).map((merge) => [utils.encode_cell(merge.s), merge]));
  return lines.flatMap((line, row) =>
    (line ?? []).flatMap((cell, column): GridCell[] => {
      const read = cell === undefined ? null : contentOf(cell);
      if (read === null) return [];
      const merge = merges.get(utils.encode_cell({ r: row, c: column }));
      const rowSpan = merge === undefined ? 1 : merge.e.r - merge.s.r + 1;
      const columnSpan = merge === undefined ? 1 : merge.e.c - merge.s.c + 1;
      return [{ row, column, rowSpan, columnSpan, ...read }];
    }),
  );
}

/** What the library's numbers of errors stand for (BIFF error codes). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** What a cell says; a formula says its cached value. `null`: nothing. */
function contentOf({ t, v, f }: CellObject): Pick<GridCell, 'text' | 'isNumber' | 'fault'> | null {
  if (t === 'e') return { text: ERRORS[Number(v)] ?? '#VALUE!', isNumber: false, fault: 'error' };
  if (t === 'n' && typeof v === 'number') return { text: String(v), isNumber: true };
  // `z`: a formula without a value, which the library gives the value 0
  const text = t === 'z' || v === undefined || v === null ? '' : String(v);
  if (text !== '') return { text, isNumber: false };
  // a formula may well say '' as a text; without any value nobody has computed it yet
  return f !== undefined && t !== 's' ? { text: '', isNumber: false, fault: 'no-value' } : null;
}
