import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { problem } from '../../core/problems.ts';
import { closeBookFile, setPragmas } from './connection.ts';
import { detailOf, ProblemError, storeFailure } from './failure.ts';
import { type Migration, migrate } from './migrations.ts';

/**
 * Makes a new book. `fill` puts the first contents in; the file appears under its name only when that has succeeded.
 */
export async function createBookFile(
  file: string,
  migrations: readonly Migration[],
  fill: (database: Database) => void,
): Promise<void> {
  const unfinished = join(dirname(file), `.${process.pid}-${Date.now()}.mzb.tmp`);
  let database: Database | undefined;
  try {
    if (!existsSync(dirname(file))) {
      throw new ProblemError(problem('cannot-write', { file, detail: '没有这个文件夹' }));
    }
    if (existsSync(file)) throw new ProblemError(problem('cannot-write', { file, detail: '已有同名的文件' }));
    database = new Sqlite(unfinished);
    setPragmas(database);
    migrate(database, migrations, file);
    fill(database);
    closeBookFile(database);
    // a log without its book, left by a crash before the book was deleted, would be played into this one
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    renameSync(unfinished, file);
  } catch (error) {
    database?.close();
    for (const suffix of ['', '-wal', '-shm']) removeUnfinished(`${unfinished}${suffix}`);
    throw asWriteFailure(error, file);
  }
}

/** Clears away after a failure. That it cannot be removed must not hide why the work failed. */
function removeUnfinished(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // the failure that led here is the one to report
  }
}

function asWriteFailure(error: unknown, file: string): Error {
  const failure = storeFailure(error, file);
  if (failure instanceof ProblemError && ['cannot-read', 'file-missing'].includes(failure.problem.code)) {
    return new ProblemError(problem('cannot-write', { file, detail: detailOf(error) }), error);
  }
  return failure;
}
