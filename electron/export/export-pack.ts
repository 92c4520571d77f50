import { dirname, join } from 'node:path';
import type { ExportKind } from '../../core/api.ts';
import { packJson } from '../../core/printed/pack-json.ts';
import { problem } from '../../core/problems.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { detailOf, ProblemError, storeFailure } from '../store/failure.ts';
import { tableCsv } from './csv.ts';
import { fileNamePart } from './file-name.ts';
import type { KeyedFigure } from './keyed-figures.ts';
import { publishedWorkbook } from './published-workbook.ts';
import { workingCopy } from './working-copy.ts';
import { ensureFolder, type FileToWrite, removeFolders, writeFilesWhole } from './write-file.ts';

/** working: the working copy 核对底稿; csv: a folder with one file for each table. */
export const EXPORT_FORMATS = ['xlsx', 'working', 'json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What the files are made of. */
export interface PackContents {
  readonly pack: TablePack;
  /** only the working copy lists them: see `keyedFigures` */
  readonly figures: readonly KeyedFigure[];
  /** whether control figures were compared; only the working copy says where not */
  readonly isControlled: boolean;
  /** when the book last changed: the date that the files carry */
  readonly lastChange: Date;
}

/** More than of other names: beside it stands a number alone. */
const MOST_TABLE_NAME = 70;

const KIND_NAMES: Readonly<Record<ExportKind, string>> = { published: '公开表', working: '核对底稿' };

/** `示例街道办事处2024年度部门决算公开表`, without what a file system forbids in a name. */
export function packTitle({ name, year, entity }: TablePack, kind: ExportKind = 'published'): string {
  return `${fileNamePart(name)}${year}年度${entity}决算${KIND_NAMES[kind]}`;
}

/** One of the two workbooks of a pack. */
function workbookOf(contents: PackContents, kind: ExportKind): Promise<Uint8Array> {
  const { pack, lastChange } = contents;
  const properties = { author: pack.name, title: packTitle(pack, kind), at: lastChange };
  return kind === 'working' ? workingCopy(contents, properties) : publishedWorkbook(pack, properties);
}

/** The files of one format, with their paths below the folder of the export. `prefix` keeps equal names apart. */
async function filesOf(contents: PackContents, format: ExportFormat, prefix: string): Promise<FileToWrite[]> {
  const { pack } = contents;
  const title = `${prefix}${packTitle(pack)}`;
  switch (format) {
    case 'xlsx':
      return [{ path: `${title}.xlsx`, bytes: await workbookOf(contents, 'published') }];
    case 'working': {
      const path = `${prefix}${packTitle(pack, 'working')}.xlsx`;
      return [{ path, bytes: await workbookOf(contents, 'working') }];
    }
    case 'json': {
      const text = `${JSON.stringify(packJson(pack), null, 2)}\n`;
      return [{ path: `${title}.json`, bytes: new TextEncoder().encode(text) }];
    }
    case 'csv':
      return pack.tables.map((table, index) => ({
        path: join(`${title}-csv`, `${csvName(index + 1, table.title)}.csv`),
        bytes: tableCsv(table),
      }));
  }
}

/** `01 收入支出决算总表` */
function csvName(place: number, title: string): string {
  return `${String(place).padStart(2, '0')} ${fileNamePart(title, MOST_TABLE_NAME)}`;
}

/** Writes one workbook of a pack. @throws ProblemError when the place cannot be written; nothing is left half written */
export async function exportWorkbook(contents: PackContents, kind: ExportKind, path: string): Promise<void> {
  const bytes = await workbookOf(contents, kind);
  writing(path, () => writeFilesWhole([{ path, bytes }]));
}

export interface PackToExport extends PackContents {
  /** of the unit, `null`: the department; keeps files of units with one name apart */
  readonly unit: string | null;
}

/**
 * Writes packs into a folder, which is made when it is not there; all files of all packs or none.
 *
 * @returns what was written: the files, of csv the folder
 */
export async function exportPacks(
  packs: readonly PackToExport[],
  formats: readonly ExportFormat[],
  folder: string,
): Promise<string[]> {
  const prefixes = distinguishingPrefixes(packs);
  const files: FileToWrite[] = [];
  for (const [index, pack] of packs.entries()) {
    for (const format of new Set(formats)) {
      const made = await filesOf(pack, format, prefixes[index] ?? '');
      files.push(...made.map(({ path, bytes }) => ({ path: join(folder, path), bytes })));
    }
  }
  const folders: string[] = [];
  try {
    for (const place of new Set([folder, ...files.map(({ path }) => dirname(path))])) {
      folders.push(...writing(place, () => ensureFolder(place)));
    }
    writing(files[0]?.path ?? folder, () => writeFilesWhole(files));
  } catch (error) {
    removeFolders(folders);
    throw error;
  }
  return [...new Set(files.map(({ path }) => (path.endsWith('.csv') ? dirname(path) : path)))];
}

/** The code of a unit before its file names, where another unit has its name. */
function distinguishingPrefixes(packs: readonly PackToExport[]): string[] {
  // some file systems take 甲A and 甲a for one
  const titles = packs.map(({ pack }) => packTitle(pack).toLowerCase());
  return packs.map(({ unit }, index) => {
    const isAlone = titles.every((title, other) => other === index || title !== titles[index]);
    return isAlone || unit === null ? '' : `${unit} `;
  });
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
