import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type CheckReport, checkYear } from '../../core/checks/check-year.ts';
import type { FigureEdit } from '../../core/entry/edit.ts';
import { readYear } from '../desk/pack.ts';
import { migrationsFolder } from '../folders.ts';
import { ReviewThread } from '../review/review-thread.ts';
import { BookStore } from '../store/book-store.ts';
import { loadMigrations } from '../store/migrations.ts';
import { LINES, manyUnits, YEAR } from './many-units.ts';
import { sumsInSql } from './sums-in-sql.ts';

// Run by `npm run bench`: how long all checks of a large department take, beside the same sums in SQLite, and how long it
// takes from a keyed cell to the findings that follow from it.

const ROUNDS = 7;
const EDITS = 40;
const UNIT = '030';

const now = () => new Date();
const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ??
  Number.NaN;
const median = (values: readonly number[]) => quantile(values, 0.5);

function took(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function line(name: string, values: readonly number[], beside: string): void {
  const [half, most] = [median(values), quantile(values, 0.95)].map((ms) => ms.toFixed(1).padStart(7));
  console.log(`${name.padEnd(46)} median ${half} ms   p95 ${most} ms   ${beside}`);
}

/** Takes turns, so that a noisy minute meets all. @returns ms of each full check, without its reading of the book */
function fullCheck(store: BookStore, file: string): number[] {
  const database = new Sqlite(file, { readonly: true });
  const times: { read: number[]; check: number[]; sql: number[] } = { read: [], check: [], sql: [] };
  let sums = 0;
  for (let round = -1; round < ROUNDS; round += 1) {
    let book = readYear(store, YEAR);
    const read = took(() => {
      book = readYear(store, YEAR);
    });
    const check = took(() => checkYear(book, null));
    const sql = took(() => {
      sums = sumsInSql(database, YEAR) + sumsInSql(database, YEAR - 1);
    });
    // the first round warms up
    if (round < 0) continue;
    times.read.push(read);
    times.check.push(check);
    times.sql.push(sql);
  }
  database.close();
  line('  the book read into memory', times.read, '');
  line('  all rules in all units and the department', times.check, '');
  line(`  the same sums in SQLite (${sums})`, times.sql, '');
  const both = times.read.map((read, round) => read + (times.check[round] ?? 0));
  console.log(`  ratio of reading and checking to SQLite: ${(median(both) / median(times.sql)).toFixed(2)}`);
  return times.check;
}

/** Keys one cell so that it breaks a law, then so that it holds, and waits for what the thread says of it. */
async function editToFindings(
  store: BookStore,
  { unit, full, ask }: { unit: string | null; full: number; ask: () => Promise<CheckReport> },
): Promise<void> {
  const keyed = store.sheet(YEAR, UNIT, 'expenditure').figures;
  const cell = keyed.find(
    ({ column, measure }) => column === 'project' && measure === 'actual',
  ) as FigureEdit & {
    readonly value: number;
  };
  const rule = 'K02';
  const isBroken = async () =>
    (await ask()).findings.some((finding) => finding.rule === rule && finding.scope === unit);
  const times: number[] = [];
  await isBroken();
  for (let edit = 0; edit < EDITS; edit += 1) {
    const breaks = edit % 2 === 0;
    const start = performance.now();
    store.commit(
      {
        year: YEAR,
        unit: UNIT,
        kind: 'key',
        edits: [{ ...cell, value: cell.value + (breaks ? 100 + edit : 0) }],
      },
      { at: now().toISOString(), actor: 'bench' },
    );
    while ((await isBroken()) !== breaks);
    times.push(performance.now() - start);
  }
  const share = ((median(times) / full) * 100).toFixed(1);
  line(
    `  a keyed cell to the findings of ${unit === null ? 'all units' : 'its unit'}`,
    times,
    `= ${share} % of a full check`,
  );
}

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
try {
  const file = join(folder, 'many.mzb');
  const migrations = loadMigrations(migrationsFolder(root));
  const change = { at: now().toISOString(), actor: 'bench', reason: 'bench' };
  const book = manyUnits();
  await BookStore.create(file, book, { change, migrations });
  const store = await BookStore.open(file, { migrations, now, writing: true });
  const figures = book.years.map((year) => year.figures.length).join(' + ');
  const errors = checkYear(readYear(store, YEAR), null).findings.filter(({ level }) => level === 'error');
  console.log(
    `Checks: ${store.units(YEAR).length} units of ${LINES} lines (${figures} figures), ${errors.length} errors`,
  );
  const full = median(fullCheck(store, file));
  const thread = new ReviewThread(new URL('../review/review-worker.ts', import.meta.url), {
    migrationsFolder: migrationsFolder(root),
  });
  const question = { year: YEAR, unit: UNIT, sheet: 'expenditure' };
  await editToFindings(store, { unit: UNIT, full, ask: () => thread.ask('review', file, question) });
  const whole = { year: YEAR, unit: null };
  const askAll = async () => (await thread.ask('checks', file, whole)).report;
  await editToFindings(store, { unit: null, full, ask: askAll });
  await thread.settled();
  store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
