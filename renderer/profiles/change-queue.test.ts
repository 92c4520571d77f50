import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BUILT_IN_PROFILES } from '../../core/profiles/built-in.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { copyProfile } from '../../core/profiles/profile-file.ts';
import { ChangeQueue, DROPPED } from './change-queue.ts';

const [FIRST] = BUILT_IN_PROFILES;
if (FIRST === undefined) throw new Error('there are built-in profiles');
const START = copyProfile(FIRST, 'own-1', '起');

const add = (letter: string) => (old: Profile) => ({ ...old, name: old.name + letter });

/** A store that refuses the saves whose number is given, and a queue before it. */
function desk(refused: readonly number[]) {
  const stored = new Map([[START.id, START]]);
  const shown: Profile[] = [];
  let saves = 0;
  const queue = new ChangeQueue({
    save: async (profile) => {
      saves += 1;
      if (refused.includes(saves)) return '磁盘满了。';
      stored.set(profile.id, profile);
      return null;
    },
    read: async (id) => stored.get(id) ?? null,
    onShown: (profile) => shown.push(profile),
  });
  queue.show(START);
  return { queue, nameStored: () => stored.get(START.id)?.name, nameShown: () => shown.at(-1)?.name };
}

it('shows what is stored once all is answered, and says of each change whether it is', async () => {
  const waits = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(waits, fc.array(fc.integer({ min: 1, max: 8 })), async (waitsBefore, refused) => {
      const { queue, nameStored, nameShown } = desk(refused);
      const answers: Promise<string | null>[] = [];
      for (const [index, isWaitedFor] of waitsBefore.entries()) {
        if (isWaitedFor) await queue.settled();
        answers.push(queue.change(add(String(index))));
      }
      const kept = (await Promise.all(answers)).flatMap((answer, index) => (answer === null ? [index] : []));
      expect(nameStored()).toBe(`起${kept.join('')}`);
      expect(nameShown()).toBe(nameStored());
      expect(queue.profile?.name).toBe(nameStored());
    }),
  );
});

it('drops what was made on top of a refused change, even while the profile is read again', async () => {
  const { queue, nameStored } = desk([1]);
  const refused = queue.change(add('甲'));
  const dropped = queue.change(add('乙'));
  expect(await Promise.all([refused, dropped])).toEqual(['磁盘满了。', DROPPED]);
  expect(await queue.change(add('丙'))).toBeNull();
  expect(nameStored()).toBe('起丙');
});

it('leaves another profile alone that is shown by the time of a refusal', async () => {
  const { queue, nameShown } = desk([1]);
  const refused = queue.change(add('甲'));
  queue.show(copyProfile(START, 'own-2', '另一个'));
  const other = queue.change(add('乙'));
  expect(await Promise.all([refused, other])).toEqual(['磁盘满了。', null]);
  expect(nameShown()).toBe('另一个乙');
});

it('asks nobody about a change that no profile may hold', async () => {
  const { queue, nameShown } = desk([1]);
  expect(await queue.change((old) => ({ ...old, name: ' ' }))).toBe('没有存入：不能空着，改正后再存。');
  expect(nameShown()).toBe('起');
});
