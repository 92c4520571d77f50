import type { Database } from 'better-sqlite3';

/** Written by migration 0001; tells a book from any other SQLite file. */
const APPLICATION_ID = 0x4d5a4231;

export function isBook(database: Database): boolean {
  return database.pragma('application_id', { simple: true }) === APPLICATION_ID;
}

/** Reads every page once. @returns what is wrong, in words; `null`: nothing */
export function damagedPages(database: Database): string | null {
  return database.pragma('quick_check(1)', { simple: true }) === 'ok' ? null : '自检没有通过';
}

/** Reads every page and every figure with its history. @returns what is wrong, in words; `null`: nothing */
export function damageOf(database: Database): string | null {
  return damagedPages(database) ?? differsFromHistory(database);
}

/** Tells two states of one book apart: every change has a number and a moment of its own. */
export function lastStepOf(database: Database): string {
  return database
    .prepare("SELECT id || ' ' || at FROM change_set ORDER BY id DESC LIMIT 1")
    .pluck()
    .get() as string;
}

/**
 * Tells a book from another one that has its name: no two were begun at one moment by one department. The name is that
 * of the beginning, for a department may be renamed later.
 */
export function beginningOf(database: Database): string {
  return database
    .prepare(
      `SELECT (new_value ->> 'name') || ' ' || at FROM record_history
       JOIN change_set ON change_set.id = record_history.change_set
       WHERE record = 'department' ORDER BY record_history.id LIMIT 1`,
    )
    .pluck()
    .get() as string;
}

/** A table of records, what stands in them, and where the history keeps it. */
interface Recorded {
  readonly table: string;
  readonly history: string;
  /** what names one record: the columns of the history, each with that of the table where it is another */
  readonly address: Readonly<Record<string, string>>;
  readonly content: readonly string[];
}

const PLACE = { year: 'year', sheet: 'sheet', unit: 'unit', '"row"': '"row"', '"column"': '"column"' };
const CELL = { ...PLACE, fund: 'fund', measure: 'measure' };

const RECORDED: readonly Recorded[] = [
  { table: 'figure', history: 'figure_history', address: CELL, content: ['value', 'reason'] },
  { table: 'figure_note', history: 'figure_note_history', address: CELL, content: ['body'] },
  { table: 'cell_text', history: 'cell_text_history', address: PLACE, content: ['body'] },
  { table: 'profile', history: 'profile_history', address: { profile: 'id' }, content: ['body'] },
];

/**
 * Whether every figure, note, text and profile is what its history says last, and none is missing: a digit that rotted
 * within a page is valid to SQLite, but it stands in the book twice. (300,000 figures: about 1 s.)
 */
function differsFromHistory(database: Database): string | null {
  for (const recorded of RECORDED.filter(({ history }) => hasTable(database, history))) {
    const differing = countDiffering(database, recorded);
    if (differing > 0) return `${differing} 处${NAMES[recorded.table] ?? '内容'}与修改记录对不上`;
  }
  return null;
}

const NAMES: Readonly<Record<string, string>> = {
  figure: '数',
  figure_note: '批注',
  cell_text: '文字',
  profile: '报表格式',
};

/** A book of an older format has not all of the tables yet. */
function hasTable(database: Database, name: string): boolean {
  return (
    database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined
  );
}

function countDiffering(database: Database, { table, history, address, content }: Recorded): number {
  const [value = ''] = content;
  const latest = content.map((name) => `new_${name}`);
  // SQLite takes the bare columns beside max() from the row that has the maximum
  const names = Object.keys(address);
  const last = `SELECT ${[...names, ...latest].join(', ')}, max(id) FROM ${history} GROUP BY ${names.join(', ')}`;
  const isSame = Object.entries(address)
    .map(([name, now]) => `last.${name} = now.${now}`)
    .join(' AND ');
  const differs = content.map((name) => `last.new_${name} IS NOT now.${name}`).join(' OR ');
  const { differing, recorded } = database
    .prepare(
      `SELECT TOTAL(${differs}) AS differing, TOTAL(now.${value} IS NOT NULL) AS recorded
       FROM (${last}) AS last LEFT JOIN ${table} AS now ON ${isSame}`,
    )
    .get() as { readonly differing: number; readonly recorded: number };
  const present = database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  return differing + (present - recorded);
}
