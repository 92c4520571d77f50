import { dirname, join } from 'node:path';
import { packJson } from '../../core/printed/pack-json.ts';
import { problem } from '../../core/problems.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { detailOf, ProblemError, storeFailure } from '../store/failure.ts';
import { publishedWorkbook } from './published-workbook.ts';
import { ensureFolder, type FileToWrite, removeFolders, writeFilesWhole } from './write-file.ts';

export const EXPORT_FORMATS = ['xlsx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface PackProperties {
  /** decides 部门决算 or 单位决算 in the name of the file */
  readonly entity: '部门' | '单位';
  /** when the book last changed: the date that the files carry */
  readonly lastChange: Date;
}

/** A name that a book has; nothing else may be written under it, or the book there would be gone. */
export function isBookName(path: string): boolean {
  return /\.mzb$/i.test(path);
}

/** File systems take 255 bytes, and a Chinese character is three of them. */
const MOST_NAME = 50;

/** `示例街道办事处2024年度部门决算公开表`, without what a file system forbids in a name. */
export function packTitle(pack: TablePack, entity: PackProperties['entity']): string {
  const name = Array.from(pack.name).slice(0, MOST_NAME).join('');
  return `${name}${pack.year}年度${entity}决算公开表`.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');
}

async function contents(
  pack: TablePack,
  format: ExportFormat,
  properties: PackProperties,
): Promise<Uint8Array> {
  if (format === 'json') return new TextEncoder().encode(`${JSON.stringify(packJson(pack), null, 2)}\n`);
  const title = packTitle(pack, properties.entity);
  return publishedWorkbook(pack, { author: pack.name, title, at: properties.lastChange });
}

/** Writes one file of a pack. @throws ProblemError when the place cannot be written; nothing is left half written */
export async function exportPackFile(
  pack: TablePack,
  format: ExportFormat,
  path: string,
  properties: PackProperties,
): Promise<void> {
  const bytes = await contents(pack, format, properties);
  writing(path, () => writeFilesWhole([{ path, bytes }]));
}

/** Writes a pack into a folder, which is made when it is not there; all files or none. @returns the files written */
export async function exportPackFolder(
  pack: TablePack,
  formats: readonly ExportFormat[],
  folder: string,
  properties: PackProperties,
): Promise<string[]> {
  const files: FileToWrite[] = [];
  for (const format of new Set(formats)) {
    const path = join(folder, `${packTitle(pack, properties.entity)}.${format}`);
    files.push({ path, bytes: await contents(pack, format, properties) });
  }
  const made = writing(folder, () => ensureFolder(folder));
  try {
    writing(files[0]?.path ?? folder, () => writeFilesWhole(files));
  } catch (error) {
    removeFolders(made);
    throw error;
  }
  return files.map((file) => file.path);
}

function writing<Outcome>(path: string, write: () => Outcome): Outcome {
  try {
    return write();
  } catch (error) {
    throw asWriteFailure(error, path);
  }
}

/** Turns what the file system said of a place into the sentence about writing there. */
export function asWriteFailure(error: unknown, file: string): Error {
  const failure = storeFailure(error, file);
  if (failure instanceof ProblemError && failure.problem.code !== 'disk-full') {
    const missing = failure.problem.code === 'file-missing' ? `没有文件夹 ${dirname(file)}` : detailOf(error);
    return new ProblemError(problem('cannot-write', { file, detail: missing }), error);
  }
  return failure;
}
