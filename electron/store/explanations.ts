import type { Database } from 'better-sqlite3';
import { inChangeSet } from './change-set.ts';
import type { EditBy } from './editor.ts';
import { prepared } from './prepared.ts';
import { refuseUnkeyedUnit } from './units.ts';

export interface ExplanationToWrite {
  readonly year: number;
  readonly unit: string;
  readonly slot: string;
  /** `null`: there is none */
  readonly body: string | null;
}

/**
 * Writes an explanation of a finding; one of which nothing is visible as none at all.
 *
 * @returns the number of the change set; `null` when nothing changed
 */
export function writeExplanation(
  database: Database,
  { year, unit, slot, body }: ExplanationToWrite,
  by: EditBy,
): number | null {
  refuseUnkeyedUnit(database, year, unit, '说明');
  const text = body === null || body.trim() === '' ? null : body.trim();
  const address = { year, unit, slot };
  const where = 'WHERE year = @year AND unit = @unit AND slot = @slot';
  return inChangeSet(database, { ...by, kind: 'explain', reason: '' }, () => {
    const stored = prepared(database, `SELECT body FROM unit_text ${where}`).pluck();
    if ((stored.get(address) ?? null) === text) return;
    if (text === null) {
      prepared(database, `DELETE FROM unit_text ${where}`).run(address);
      return;
    }
    prepared(
      database,
      `INSERT INTO unit_text (year, unit, slot, body) VALUES (@year, @unit, @slot, @body)
       ON CONFLICT (year, unit, slot) DO UPDATE SET body = excluded.body`,
    ).run({ ...address, body: text });
  });
}
