import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { BY, bookFolder, CELL, MIGRATIONS, NOW, openToWrite, street } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { BookStore } from './book-store.ts';
import { lockForWriting } from './writer-lock.ts';

const folder = bookFolder('lock');
const script = fileURLToPath(new URL('../testing/writer-process.ts', import.meta.url));

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(way: 'hold' | 'race', file: string) {
  const child = spawn(process.execPath, [script, way, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  return child;
}

/** Another process that has the book open and has keyed a cell of it. */
async function holder(file: string) {
  const child = start('hold', file);
  expect(String(await once(child.stdout, 'data'))).toBe('open\n');
  return child;
}

async function ended(child: ChildProcess) {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

const read = (file: string) => BookStore.open(file, { migrations: MIGRATIONS, now: () => new Date(NOW) });
const keyed = (store: BookStore) =>
  store
    .sheet(2024, '001', 'expenditure')
    .figures.find((each) => each.row === CELL.row && each.column === 'basic')?.value;

describe('a book is written by one process', () => {
  it('while another has it open it can be read, and opened again when that one has closed it', async () => {
    const file = await folder.newBook();
    const other = await holder(file);
    expect(await problemOf(() => openToWrite(file))).toBe('book-in-use');
    const reader = await read(file);
    expect(keyed(reader)).toBe(4711);
    expect(await problemOf(() => reader.import(street, { change: { ...BY, reason: '' } }))).toBe(
      'cannot-write',
    );
    const step = { version: MIGRATIONS.length + 1, sql: 'CREATE TABLE extra (id INTEGER) STRICT' };
    const newer = () => BookStore.open(file, { migrations: [...MIGRATIONS, step], now: () => new Date(NOW) });
    expect(await problemOf(newer)).toBe('book-in-use');
    reader.close();
    other.stdin.end();
    await ended(other);
    expect(readdirSync(folder.path)).toEqual(['book.mzb']);
    const store = await openToWrite(file);
    expect(keyed(store)).toBe(4711);
    store.close();
  });

  it('when that one is killed, nothing stands in the way, and what it keyed is there', async () => {
    const file = await folder.newBook();
    const other = await holder(file);
    other.kill('SIGKILL');
    await ended(other);
    expect(existsSync(`${file}-lock`)).toBe(true);
    const store = await openToWrite(file);
    expect(keyed(store)).toBe(4711);
    store.close();
    expect(readdirSync(folder.path)).toEqual(['book.mzb']);
  });

  it('also by one window of one process, under whatever name, and a refusal does not loosen the lock', async () => {
    const file = await folder.newBook();
    const store = await openToWrite(file);
    const other = join(folder.path, 'other.mzb');
    // Windows asks for a right to make one
    if (process.platform !== 'win32') symlinkSync(file, other);
    for (const name of [file, other].filter((each) => existsSync(each))) {
      expect(await problemOf(() => openToWrite(name))).toBe('book-in-use');
    }
    expect(String(await once(start('hold', file).stdout, 'data'))).toBe('book-in-use\n');
    expect(keyed(store)).not.toBe(4711);
    store.close();
    const again = await openToWrite(file);
    again.close();
  });

  it.each([
    ['something else', (path: string) => writeFileSync(path, 'x'.repeat(5000))],
    ['a link to nowhere', (path: string) => symlinkSync(`${path}-nowhere`, path)],
  ])('whatever lies in the place of the lock: %s', async (_, put) => {
    const file = await folder.newBook();
    put(`${file}-lock`);
    const store = await openToWrite(file);
    expect(await problemOf(() => lockForWriting(file))).toBe('book-in-use');
    store.close();
    expect(existsSync(`${file}-lock`)).toBe(false);
  });

  it('by one at any moment, however many take and give back the lock at once', async () => {
    const file = await folder.newBook();
    const racing = [1, 2, 3].map(() => start('race', file));
    await Promise.all(racing.map(ended));
    expect(racing.map((child) => child.exitCode)).toEqual([0, 0, 0]);
    lockForWriting(file).release();
    expect(readdirSync(folder.path)).toEqual(['book.mzb']);
  });
});
