import Sqlite, { type Database } from 'better-sqlite3';
import { problem } from '../../core/problems.ts';
import type { CardChoices } from '../../core/registers/incoming/card-choices.ts';
import type { CardWords } from '../../core/registers/incoming/list-columns.ts';
import type { PlannedRecord } from '../../core/registers/incoming/plan-cards.ts';
import { inChangeSet } from './change-set.ts';
import { setPragmas } from './connection.ts';
import type { EditBy } from './editor.ts';
import { ProblemError, storeFailure } from './failure.ts';
import { prepared } from './prepared.ts';
import { addBegin, addRecord, beginOf, settleRegisters } from './registers.ts';
import { SheetTotals } from './sheet-totals.ts';
import { refuseUnkeyedUnit } from './units.ts';
import { refuseLocked } from './year-locks.ts';

/** Cards of a list that are stored. */
export interface CardsToTake {
  /** name of the file, without its folder */
  readonly file: string;
  readonly choices: CardChoices;
  readonly records: readonly PlannedRecord[];
  /** the depreciation of every card is known as of the day of the list */
  readonly isComplete: boolean;
  /** the step of the history that the records were planned at */
  readonly step: string;
  readonly progress: (done: number) => void;
  /** asked now and then */
  readonly isCancelled: () => boolean;
}

/** Leaves the transaction, so that nothing of it stays. */
class Cancelled extends Error {}

/** So many records between two looks at the clerk's wish. */
const STEP = 500;
/** ms: the window stores single cells meanwhile, and nobody else writes */
const PATIENCE = 10_000;

/**
 * Stores the records of a list of cards by a connection of its own, so that the window's never waits for more than the
 * last moment. All of it or nothing.
 *
 * @returns false: it was cancelled
 */
export function takeCards(book: string, taking: CardsToTake, by: EditBy): boolean {
  const database = new Sqlite(book, { fileMustExist: true, timeout: PATIENCE });
  try {
    setPragmas(database);
    store(database, taking, by);
    return true;
  } catch (error) {
    if (error instanceof Cancelled) return false;
    throw storeFailure(error, book);
  } finally {
    database.close();
  }
}

function store(
  database: Database,
  { file, choices, records, isComplete, step, progress, isCancelled }: CardsToTake,
  by: EditBy,
) {
  const { year, unit, asOf } = choices;
  const totals = new SheetTotals(database);
  totals.keeping(() =>
    inChangeSet(database, { ...by, kind: 'import', reason: file }, () => {
      refuseLocked(database, year);
      refuseUnkeyedUnit(database, year, unit, '资产卡片');
      refuseChanged(database, step);
      // a list of an earlier year answers for that year too
      const begin = beginOf(database, 'assets', unit);
      if (begin === null || begin > year) addBegin(database, 'assets', unit, year);
      const of = { register: 'assets', unit } as const;
      for (const [index, { card, event }] of records.entries()) {
        if (index % STEP === 0) {
          if (isCancelled()) throw new Cancelled();
          progress(index);
        }
        addRecord(database, { ...of, card, ...event });
      }
      const whole = { card: '', fields: { depreciation: isComplete }, reason: null, replaces: null };
      addRecord(database, { ...of, ...whole, date: asOf, kind: 'stocktake' });
      settleRegisters(database, totals, of);
      if (isCancelled()) throw new Cancelled();
    }),
  );
  rememberWords(database, choices);
}

/** What was planned beside other records would be stored beside these. */
function refuseChanged(database: Database, step: string): void {
  const last = prepared(
    database,
    `SELECT id || ' ' || at FROM change_set WHERE id < (SELECT change_set FROM open_change_set)
     ORDER BY id DESC LIMIT 1`,
  ).pluck();
  if (last.get() !== step) throw new ProblemError(problem('import-changed', {}));
}

function rememberWords(database: Database, { columns, classes }: CardChoices): void {
  const put = prepared(
    database,
    `INSERT INTO card_word (kind, word, meaning) VALUES (?, ?, ?)
     ON CONFLICT (kind, word) DO UPDATE SET meaning = excluded.meaning`,
  );
  for (const [word, meaning] of Object.entries(columns)) put.run('column', word, meaning);
  for (const [word, meaning] of Object.entries(classes)) put.run('class', word, meaning);
}

/** What the clerk has explained of such lists before. */
export function cardWords(database: Database): CardWords {
  const of = (kind: string) =>
    Object.fromEntries(
      prepared(database, 'SELECT word, meaning FROM card_word WHERE kind = ?').raw().all(kind) as [
        string,
        string,
      ][],
    );
  return { columns: of('column'), classes: of('class') };
}
