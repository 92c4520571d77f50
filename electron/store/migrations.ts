import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { problem } from '../../core/problems.ts';
import { detailOf, ProblemError } from './failure.ts';

/** One step of the book's format: 0001_book.sql brings it from version 0 to 1. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Reads the numbered steps of a folder. Throws when the numbers have gaps or repeat: a mistake of ours. */
export function loadMigrations(folder: string): Migration[] {
  const steps = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ version: Number(name.slice(0, 4)), sql: readFileSync(join(folder, name), 'utf8') }));
  for (const [index, step] of steps.entries()) {
    if (step.version !== index + 1) throw new Error(`migration ${index + 1} is missing in ${folder}`);
  }
  return steps;
}

export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Brings an open book to the newest format. Each step and its `user_version` commit together, so a step that fails
 * leaves the book as it was before that step. Foreign keys are off meanwhile, as SQLite wants it for rebuilding
 * tables; a step that leaves a dangling reference fails.
 */
export function migrate(database: Database, migrations: readonly Migration[], file: string): void {
  const pending = migrations.filter((step) => step.version > versionOf(database));
  if (pending.length === 0) return;
  database.pragma('foreign_keys = OFF');
  try {
    for (const step of pending) applyStep(database, step, file);
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

function applyStep(database: Database, step: Migration, file: string): void {
  try {
    database.transaction(() => {
      database.exec(step.sql);
      const dangling = database.pragma('foreign_key_check') as unknown[];
      if (dangling.length > 0) throw new Error(`${dangling.length} dangling references`);
      database.pragma(`user_version = ${step.version}`);
    })();
  } catch (error) {
    throw new ProblemError(
      problem('migration-failed', { file, version: step.version, detail: detailOf(error) }),
      error,
    );
  }
}
