import { readFile, stat } from 'node:fs/promises';
import { basename, posix } from 'node:path';
import { type Problem, problem } from '../../core/problems.ts';
import type { SheetGrid } from '../../core/recognition/grid.ts';
import { ProblemError, storeFailure } from '../store/failure.ts';
import { readSharedTexts, readSheetCells } from './sheet-cells.ts';
import { attribute, readXml } from './xml.ts';
import { ZipError, ZipParts } from './zip-parts.ts';

const MB = 1024 * 1024;
const LARGEST_FILE = 50 * MB;
/** What the parts of a workbook may unpack to, pictures included. */
const LARGEST_UNPACKED = 200 * MB;
/** and each of those that we read */
const LARGEST_PART = 100 * MB;
const MOST_CELLS = 400_000;

/** Reads the worksheets of an .xlsx file as plain grids. @throws ProblemError when it is none, or not to be opened */
export async function readWorkbook(file: string): Promise<SheetGrid[]> {
  const bytes = await readBytes(file);
  const refusal = refusalOf(bytes, basename(file));
  if (refusal !== null) throw new ProblemError(refusal);
  try {
    return await readSheets(new ZipParts(bytes, LARGEST_UNPACKED), basename(file));
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const name = basename(file);
    const found =
      error.fault === 'too-large'
        ? problem('workbook-too-large', { file: name })
        : error.fault === 'encrypted'
          ? problem('workbook-encrypted', { file: name })
          : error.fault === 'damaged'
            ? problem('workbook-damaged', { file: name })
            : problem('not-a-workbook', { file: name });
    throw new ProblemError(found, error);
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) throw new ProblemError(problem('workbook-too-large', { file: basename(file) }));
    return await readFile(file);
  } catch (error) {
    throw storeFailure(error, file);
  }
}

/** .xls, .et and encrypted workbooks are files of this older kind. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

function refusalOf(bytes: Uint8Array, file: string): Problem | null {
  if (!COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) return null;
  const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return isEncrypted ? problem('workbook-encrypted', { file }) : problem('old-workbook', { file });
}

async function readSheets(parts: ZipParts, file: string): Promise<SheetGrid[]> {
  const text = async (name: string): Promise<string> => {
    const part = await parts.read(name);
    if ((part?.length ?? 0) > LARGEST_PART) throw new ZipError('too-large');
    return new TextDecoder().decode(part ?? new Uint8Array());
  };
  const targets = async (part: string): Promise<Relation[]> =>
    relations(
      await text(posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)),
      posix.dirname(part),
    );
  const main = (await targets('')).find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !parts.has(main)) throw new ProblemError(notAWorkbook(parts, file));
  const related = await targets(main);
  const shared = related.find(({ type }) => type === 'sharedStrings');
  const texts = shared === undefined ? [] : readSharedTexts(await text(shared.target));
  const sheets: SheetGrid[] = [];
  let left = MOST_CELLS;
  for (const { name, relation } of sheetNames(await text(main))) {
    const target = related.find(({ id, type }) => id === relation && type === 'worksheet')?.target;
    if (target === undefined) continue;
    const cells = readSheetCells(await text(target), texts, left + 1);
    left -= cells.length;
    if (left < 0) throw new ZipError('too-large');
    sheets.push({ name, cells });
  }
  if (sheets.length === 0) throw new ProblemError(notAWorkbook(parts, file));
  return sheets;
}

/** Other documents are zip archives too: a binary workbook or one of LibreOffice can be saved anew. */
function notAWorkbook(parts: ZipParts, file: string): Problem {
  const isOther = parts.has('xl/workbook.bin') || /\.ods$/i.test(file);
  return isOther ? problem('old-workbook', { file }) : problem('not-a-workbook', { file });
}

interface Relation {
  readonly id: string;
  /** last word of its type: worksheet, sharedStrings */
  readonly type: string;
  readonly target: string;
}

function relations(document: string, folder: string): Relation[] {
  const found: Relation[] = [];
  readXml(document, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: posix.basename(attribute(attributes, 'Type') ?? ''),
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}

/** The sheets in their order, the hidden ones behind those that are seen. */
function sheetNames(document: string): { name: string; relation: string }[] {
  const sheets: { name: string; relation: string; isHidden: boolean }[] = [];
  readXml(document, {
    open: (tag, attributes) => {
      if (tag !== 'sheet') return;
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        // r:id, which stands beside sheetId
        relation: attribute(attributes, 'id') ?? '',
        isHidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return sheets.toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden));
}
