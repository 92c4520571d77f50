import type { Database } from 'better-sqlite3';
import type { MoneyUnit } from '../../core/money/fen.ts';
import type { DepartmentDraft, UnitsDraft } from '../../core/setting-up/setting-up.ts';
import { inChangeSet } from './change-set.ts';
import type { EditBy } from './editor.ts';
import { prepared } from './prepared.ts';

/** The unit in which the book is keyed and shown. */
export function moneyOf(database: Database): MoneyUnit {
  return prepared(database, 'SELECT money FROM department').pluck().get() as MoneyUnit;
}

export function changeDepartment(database: Database, draft: DepartmentDraft, by: EditBy): void {
  inChangeSet(database, { ...by, kind: 'set-up', reason: '' }, () => {
    prepared(
      database,
      `UPDATE department SET name = @name, region = @region, money = @money
       WHERE (name, region, money) IS NOT (@name, @region, @money)`,
    ).run(draft);
  });
}

/** Adds, renames and orders the units of a year. */
export function changeUnits(_database: Database, _draft: UnitsDraft, _by: EditBy): void {
  throw new Error('not there yet');
}
