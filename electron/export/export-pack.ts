import { dirname, join } from 'node:path';
import { problem } from '../../core/problems.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { detailOf, ProblemError, storeFailure } from '../store/failure.ts';
import { packJson } from './pack-json.ts';
import { publishedWorkbook } from './published-workbook.ts';
import { ensureFolder, writeFileWhole } from './write-file.ts';

export const EXPORT_FORMATS = ['xlsx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface PackProperties {
  /** decides 部门决算 or 单位决算 in the name of the file */
  readonly entity: '部门' | '单位';
  /** when the book last changed: the date that the files carry */
  readonly lastChange: Date;
}

/** `示例街道办事处2024年度部门决算公开表`, without what a file system forbids in a name. */
export function packTitle(pack: TablePack, entity: PackProperties['entity']): string {
  return `${pack.name}${pack.year}年度${entity}决算公开表`.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');
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
  file: string,
  properties: PackProperties,
): Promise<void> {
  const bytes = await contents(pack, format, properties);
  try {
    writeFileWhole(file, bytes);
  } catch (error) {
    throw asWriteFailure(error, file);
  }
}

/** Writes a pack into a folder, which is made when it is not there. @returns the files written */
export async function exportPackFolder(
  pack: TablePack,
  formats: readonly ExportFormat[],
  folder: string,
  properties: PackProperties,
): Promise<string[]> {
  try {
    ensureFolder(folder);
  } catch (error) {
    throw asWriteFailure(error, folder);
  }
  const files: string[] = [];
  for (const format of formats) {
    const file = join(folder, `${packTitle(pack, properties.entity)}.${format}`);
    await exportPackFile(pack, format, file, properties);
    files.push(file);
  }
  return files;
}

function asWriteFailure(error: unknown, file: string): Error {
  const failure = storeFailure(error, file);
  if (failure instanceof ProblemError && failure.problem.code !== 'disk-full') {
    const missing = failure.problem.code === 'file-missing' ? `没有文件夹 ${dirname(file)}` : detailOf(error);
    return new ProblemError(problem('cannot-write', { file, detail: missing }), error);
  }
  return failure;
}
