import type { Database } from 'better-sqlite3';
import type { RememberedColumn } from '../../core/incoming/remembered.ts';
import { prepared } from './prepared.ts';

/** What the clerk has said that columns of reports mean. */
export function reportColumns(database: Database): RememberedColumn[] {
  return prepared(
    database,
    'SELECT report, path, meaning FROM report_column ORDER BY report, path',
  ).all() as RememberedColumn[];
}

/** The newest word counts. */
export function rememberColumns(database: Database, columns: readonly RememberedColumn[]): void {
  const write = prepared(
    database,
    `INSERT INTO report_column (report, path, meaning) VALUES (@report, @path, @meaning)
     ON CONFLICT (report, path) DO UPDATE SET meaning = excluded.meaning`,
  );
  for (const { report, path, meaning } of columns) write.run({ report, path, meaning });
}
