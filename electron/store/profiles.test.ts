import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { writeBook } from '../../core/interchange/write-book.ts';
import { copyProfile } from '../../core/profiles/profile-file.ts';
import { BY, bookFolder, openToWrite, street } from '../testing/books.ts';
import { problemOf } from '../testing/problem-of.ts';
import type { BookStore } from './book-store.ts';

const folder = bookFolder('profiles');
const ownOf = (store: BookStore, id = 'own') => copyProfile(store.profile('shanghai'), id, '自有格式');
const importing = { change: { ...BY, reason: '' } };

describe('the profiles of a book', () => {
  it('are kept as they were saved, each change as one step under who, when and what', async () => {
    const store = await openToWrite(await folder.newBook());
    const own = ownOf(store);
    store.saveProfile(own, BY);
    store.saveProfile({ ...own, name: '新名称' }, BY);
    store.chooseProfile('own', BY);
    store.chooseProfile('mof', BY);
    expect(store.profiles()).toEqual([{ ...own, name: '新名称' }]);
    expect(store.department().profile).toBe('mof');
    store.deleteProfile('own', BY);
    expect(store.profiles()).toEqual([]);
    store.close();
    const database = new Sqlite(store.file);
    const steps = database.prepare('SELECT kind, reason, at, actor FROM change_set WHERE id > 1 ORDER BY id');
    expect(steps.all()).toEqual(
      [
        ['save-profile', '保存报表格式“自有格式”（own）'],
        ['save-profile', '保存报表格式“新名称”（own）'],
        ['choose-profile', '换用报表格式“新名称”'],
        ['choose-profile', expect.stringMatching(/^换用报表格式“.+”$/)],
        ['delete-profile', '删除报表格式“新名称”（own）'],
      ].map(([kind, reason]) => ({ kind, reason, ...BY })),
    );
    const history = database.prepare(
      "SELECT old_body ->> 'name' AS old, new_body ->> 'name' AS new FROM profile_history ORDER BY id",
    );
    expect(history.all()).toEqual([
      { old: null, new: '自有格式' },
      { old: '自有格式', new: '新名称' },
      { old: '新名称', new: null },
    ]);
    database.close();
  });

  it('change what the book says of its state, but only when something is changed', async () => {
    const store = await openToWrite(await folder.newBook());
    const state = () => [store.stamp(), store.lastStep(), store.lastChange()];
    const writes: (() => void)[] = [
      () => store.saveProfile(ownOf(store), BY),
      () => store.chooseProfile('own', BY),
    ];
    for (const write of writes) {
      const before = state();
      write();
      const after = state();
      expect(after.slice(0, 2).every((each, index) => each !== before[index])).toBe(true);
      expect(after[2]).toBe(BY.at);
      write();
      expect(state().slice(1)).toEqual(after.slice(1));
    }
    store.close();
  });

  it.each<[string, (store: BookStore) => void, string]>([
    ['saving a built-in one', (store) => store.saveProfile(store.profile('mof'), BY), 'built-in-profile'],
    ['deleting a built-in one', (store) => store.deleteProfile('mof', BY), 'built-in-profile'],
    ['deleting the one in use', (store) => store.deleteProfile('used', BY), 'profile-in-use'],
    ['deleting one that is not there', (store) => store.deleteProfile('none', BY), 'unknown-profile'],
    ['choosing one that is not there', (store) => store.chooseProfile('none', BY), 'unknown-profile'],
  ])('are guarded: %s changes nothing', async (_, work, code) => {
    const store = await openToWrite(await folder.newBook());
    store.saveProfile(ownOf(store, 'used'), BY);
    store.chooseProfile('used', BY);
    const before = [writeBook(store.export(), 'yuan'), store.lastStep()];
    expect(await problemOf(() => work(store))).toBe(code);
    expect([writeBook(store.export(), 'yuan'), store.lastStep()]).toEqual(before);
    store.close();
  });

  it('come with another book where they are new or equal; where one differs, the place is said', async () => {
    const store = await openToWrite(await folder.newBook());
    const own = ownOf(store);
    store.saveProfile(own, BY);
    const before = store.lastStep();
    store.import({ ...street, profiles: [own] }, importing);
    expect(store.lastStep()).toBe(before);
    const other = {
      ...own,
      editions: own.editions.map((edition) => ({ ...edition, unitLine: '金额单位：万元' })),
    };
    expect(() => store.import({ ...street, profiles: [ownOf(store, 'new'), other] }, importing)).toThrow(
      /报表格式“own”的 editions\[0\]\.unitLine 在账簿里已经是 “.*”，文件里是 “金额单位：万元”/,
    );
    expect(store.profiles()).toEqual([own]);
    store.import({ ...street, profiles: [ownOf(store, 'new')] }, importing);
    expect(store.profiles().map(({ id }) => id)).toEqual(['new', 'own']);
    store.close();
  });
});
