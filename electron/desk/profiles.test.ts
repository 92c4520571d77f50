import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyProfile, writeProfileFile } from '../../core/profiles/profile-file.ts';
import { BY, bookFolder, openToWrite, withServices } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import { packOf } from './pack.ts';
import { profileFileName, readProfileFrom, takeProfile, writeProfileTo } from './profiles.ts';

const folder = bookFolder('desk-profiles');

describe('a profile that is carried into a book', () => {
  it('keeps its id where that is free, and gets the next number where it stands for another', async () => {
    const store = await openToWrite(await folder.newBook());
    const mof = store.profile('mof');
    const own = copyProfile(mof, 'own', '自有格式');
    expect(takeProfile(store, own, BY)).toEqual(own);
    expect(takeProfile(store, mof, BY)).toEqual({ ...mof, id: 'mof-2', name: `${mof.name}（2）` });
    const other = { ...own, name: '另一个' };
    expect(takeProfile(store, other, BY)).toEqual({ ...other, id: 'own-2', name: '另一个（2）' });
    expect(takeProfile(store, { ...own, name: '第三个' }, BY)).toMatchObject({ id: 'own-3' });
    const before = store.lastStep();
    // all of them are there already
    for (const [brought, id] of [
      [own, 'own'],
      [mof, 'mof-2'],
      [other, 'own-2'],
    ] as const) {
      expect(takeProfile(store, brought, BY).id).toBe(id);
    }
    expect(store.lastStep()).toBe(before);
    expect(store.profiles().map(({ id }) => id)).toEqual(['mof-2', 'own', 'own-2', 'own-3']);
    store.close();
  });

  it('goes out as a file and comes in again; what is no profile, or no place for one, is refused', async () => {
    const store = await openToWrite(await folder.newBook());
    const own = copyProfile(store.profile('beijing'), 'own', '某区/街道: 格式');
    store.close();
    expect(profileFileName(own)).toBe('报表格式-某区_街道_ 格式.json');
    const path = writeProfileTo(own, join(folder.path, 'out'));
    expect(path).toBe(join(folder.path, 'out.json'));
    expect(readFileSync(path, 'utf8')).toBe(writeProfileFile(own));
    expect(readProfileFrom(path)).toEqual(own);
    expect(await problemOf(() => writeProfileTo(own, store.file))).toBe('export-over-book');
    expect(await problemOf(() => writeProfileTo(own, join(folder.path, 'no', 'x.json')))).toBe(
      'cannot-write',
    );
    expect(await problemOf(() => readProfileFrom(store.file))).toBe('not-utf8');
    expect(await problemOf(() => readProfileFrom(join(folder.path, 'none.json')))).toBe('file-missing');
    writeFileSync(path, '{"format":"mingzhang-book/1"}');
    expect(await problemOf(() => readProfileFrom(path))).toBe('not-profile-file');
  });
});

it('tables are printed in the profile of the book, or in the one asked for, with names and notices of their units', async () => {
  const book = withServices([
    { unit: '001', row: 'a', name: '养老服务' },
    { unit: '002', row: 'b', name: '食堂服务' },
  ]);
  const texts = [{ unit: '002', slot: 'table.notice', body: '含推定数，非公开数据' }];
  const store = await openToWrite(
    await folder.newBook({ ...book, years: book.years.map((year) => ({ ...year, texts })) }),
  );
  const own = copyProfile(store.profile('beijing'), 'own', '自有格式');
  store.saveProfile(own, BY);
  store.chooseProfile('own', BY);
  const services = (unit: string | null, profile?: string | typeof own) => {
    const pack = packOf(store, { year: 2024, unit, ...(profile === undefined ? {} : { profile }) });
    const table = pack.tables.find(({ id }) => id === 'purchased-services');
    const isNoticed = pack.tables.every(({ notes }) => notes.includes('含推定数，非公开数据'));
    const lines = table?.rows.filter(({ kind }) => kind === 'line').map(({ label }) => label);
    return [pack.profile.id, lines, isNoticed];
  };
  expect(services(null)).toEqual(['own', ['养老服务', '食堂服务'], true]);
  expect(services('001')).toEqual(['own', ['养老服务'], false]);
  expect(services('002')).toEqual(['own', ['食堂服务'], true]);
  expect(services(null, 'shanghai')).toEqual(['shanghai', undefined, true]);
  expect(services(null, { ...own, id: 'file' })[0]).toBe('file');
  expect(await problemOf(() => services(null, 'none'))).toBe('unknown-profile');
  store.close();
});
