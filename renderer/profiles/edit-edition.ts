import type { Classification } from '../../core/classification/classification.ts';
import type { ProfileEdition, ProfileTable } from '../../core/profiles/profile.ts';
import type { Result } from '../../core/result.ts';

/** The edition with one table of its tables changed. */
export function withTable(
  edition: ProfileEdition,
  id: ProfileTable['id'],
  change: (table: ProfileTable) => ProfileTable,
): ProfileEdition {
  return { ...edition, tables: edition.tables.map((table) => (table.id === id ? change(table) : table)) };
}

/** One place up or down in the pack; at its end nothing moves. */
export function moveTable(edition: ProfileEdition, id: ProfileTable['id'], step: -1 | 1): ProfileEdition {
  const from = edition.tables.findIndex((table) => table.id === id);
  const neighbour = edition.tables[from + step];
  const table = edition.tables[from];
  if (table === undefined || neighbour === undefined) return edition;
  const tables = [...edition.tables];
  tables[from] = neighbour;
  tables[from + step] = table;
  return { ...edition, tables };
}

export function withoutTable(edition: ProfileEdition, id: ProfileTable['id']): ProfileEdition {
  return { ...edition, tables: edition.tables.filter((table) => table.id !== id) };
}

/** A setting of one table's own; without a value it is as in the others. */
export function withOptional<Key extends 'codes' | 'plainHead'>(
  table: ProfileTable,
  key: Key,
  value: ProfileTable[Key] | undefined,
): ProfileTable {
  const { codes, plainHead, ...rest } = table;
  const set = Object.entries({ codes, plainHead, [key]: value }).filter(([, each]) => each !== undefined);
  return { ...rest, ...Object.fromEntries(set) };
}

/** `own-1`, or the next that no profile has. */
export function freeProfileId(taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const id = `own-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** A printed text as it reads where it is not edited: `说明：（部门名称）本年度没有…`. */
export function inWords(text: string): string {
  return text.replaceAll('{部门}', '部门').replaceAll('{名称}', '（部门名称）');
}

/** One line each, without the empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The codes as the clerk reads and writes them: `30101 基本工资`, one a line. */
export function codesInWords(codes: readonly string[], classification: Classification): string {
  return codes.map((code) => `${code} ${classification.economic(code)?.name ?? ''}`.trim()).join('\n');
}

/** Codes one a line or parted by commas; a name behind a code is for the eye only. */
export function codesOf(text: string): Result<string[], string> {
  const codes: string[] = [];
  for (const piece of text
    .split(/[\n,，、;；]/)
    .map((each) => each.trim())
    .filter(Boolean)) {
    const code = /^\d+/.exec(piece)?.[0] ?? '';
    if (!/^3\d{2}(\d{2})?$/.test(code)) {
      return { ok: false, error: `“${piece}”不是经济分类编码，写 3 位的类或 5 位的款，如 30101，每行一个。` };
    }
    if (codes.includes(code)) return { ok: false, error: `${code} 列了两次，只留一个。` };
    codes.push(code);
  }
  return { ok: true, value: codes };
}
