// A second process for the tests of the writer lock: `writer-process.ts hold|race FILE`.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BookStore } from '../store/book-store.ts';
import { ProblemError } from '../store/failure.ts';
import { loadMigrations } from '../store/migrations.ts';
import { lockForWriting } from '../store/writer-lock.ts';

const [way = '', file = ''] = process.argv.slice(2);

/** Opens the book, keys one cell, says so, and keeps it open until its input ends. */
async function hold(): Promise<void> {
  const migrations = loadMigrations(join(import.meta.dirname, '../../migrations'));
  const store = await BookStore.open(file, { migrations, now: () => new Date(), writing: true });
  const cell = {
    sheet: 'expenditure',
    row: '2010301',
    fund: 'general',
    column: 'basic',
    measure: 'actual',
  } as const;
  const by = { at: '2026-11-22T07:00:00.000Z', actor: '另一个' };
  store.commit({ year: 2024, unit: '001', kind: 'key', edits: [{ ...cell, value: 4711 }] }, by);
  console.log('open');
  process.stdin.resume().on('end', () => store.close());
}

/** Takes the lock and gives it back many times; ends in failure when somebody else had it meanwhile. */
function race(): void {
  let taken = 0;
  while (taken < 150) {
    try {
      const lock = lockForWriting(file);
      // fails where the file is there already
      writeFileSync(`${file}.mine`, '', { flag: 'wx' });
      rmSync(`${file}.mine`);
      lock.release();
      taken += 1;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }
}

try {
  if (way === 'hold') await hold();
  else race();
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  console.log(error.problem.code);
}
