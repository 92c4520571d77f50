import { useEffect, useRef, useState } from 'react';
import type { OpenedBook, ProfileChoice } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { draftOf } from '../../core/profiles/profile-file.ts';
import type { Result } from '../../core/result.ts';
import { call } from '../bridge.ts';
import { ChangeQueue } from './change-queue.ts';
import { freeProfileId } from './edit-edition.ts';

export interface Profiles {
  /** `null` until main has answered */
  readonly choices: readonly ProfileChoice[] | null;
  /** the one that is looked at */
  readonly choice: ProfileChoice | null;
  readonly profile: Profile | null;
  readonly problem: Problem | null;
  /** what was done last, in one sentence; '' : nothing */
  readonly done: string;
  readonly show: (id: string) => void;
  /** @returns why it was not kept, as one sentence; `null`: it is stored */
  readonly change: (update: (profile: Profile) => Profile) => Promise<string | null>;
  readonly copy: (name: string) => Promise<void>;
  readonly use: () => Promise<void>;
  readonly remove: () => Promise<void>;
  readonly carryOut: () => Promise<void>;
  readonly takeIn: () => Promise<void>;
  readonly dismiss: () => void;
}

interface ProfilesHeard {
  /** a format was written into the book, or taken out of it; `isInUse`: the tables follow */
  readonly onStored: (isInUse: boolean) => void;
  /** the book is printed in another format from now on */
  readonly onUsed: (book: OpenedBook) => void;
}

/** The 报表格式 of the open book, and one of them that is looked at. */
export function useProfiles({ onStored, onUsed }: ProfilesHeard): Profiles {
  const [choices, setChoices] = useState<readonly ProfileChoice[] | null>(null);
  const [id, setId] = useState<string | null>(null);
  const [profile, setProfile] = useState<Profile | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState('');
  const choice = choices?.find((each) => each.id === id) ?? null;

  const heard = useRef(onStored);
  heard.current = onStored;
  const [queue] = useState(
    () =>
      new ChangeQueue({
        save: async (next) => {
          const reply = await call('saveProfile', next);
          if (!reply.ok) return reply.error.message;
          setChoices(reply.value);
          heard.current(reply.value.some((each) => each.id === next.id && each.inUse));
          return null;
        },
        read: async (wanted) => {
          const reply = await call('profile', wanted);
          return reply.ok ? reply.value : null;
        },
        onShown: setProfile,
      }),
  );

  useEffect(() => {
    void call('profiles').then((reply) => {
      if (!reply.ok) return setProblem(reply.error);
      setChoices(reply.value);
      setId((old) => old ?? reply.value.find(({ inUse }) => inUse)?.id ?? reply.value[0]?.id ?? null);
    });
  }, []);

  useEffect(() => {
    if (id === null || queue.profile?.id === id) return;
    let isWanted = true;
    // what was changed in it a moment ago is to be stored before it is read
    void queue
      .settled()
      .then(() => call('profile', id))
      .then((reply) => {
        if (!isWanted) return;
        if (reply.ok) queue.show(reply.value);
        else setProblem(reply.error);
      });
    return () => {
      isWanted = false;
    };
  }, [id, queue]);

  /** What came of something that was asked; `null`: it failed, or the clerk closed the dialog. */
  function taken<Value>(reply: Result<Value, Problem>, sentence: (value: NonNullable<Value>) => string) {
    setProblem(reply.ok ? null : reply.error);
    const value = reply.ok ? (reply.value ?? null) : null;
    if (!reply.ok || value !== null) setDone(value === null ? '' : sentence(value));
    return value;
  }

  function change(update: (profile: Profile) => Profile): Promise<string | null> {
    setDone('');
    return queue.change(update);
  }

  async function copy(name: string) {
    if (profile === null || choices === null) return;
    const own = draftOf(profile, freeProfileId(choices.map((each) => each.id)), name);
    const saved = taken(await call('saveProfile', own), () => `已复制成“${name}”，现在可以改了。`);
    if (saved === null) return;
    setChoices(saved);
    queue.show(own);
    setId(own.id);
    onStored(false);
  }

  async function use() {
    if (choice === null) return;
    const book = taken(
      await call('chooseProfile', choice.id),
      () => `本账簿的公开表现在按“${choice.name}”排印。`,
    );
    if (book === null) return;
    setChoices((old) => old?.map((each) => ({ ...each, inUse: each.id === choice.id })) ?? null);
    onUsed(book);
  }

  async function remove() {
    if (choice === null) return;
    const left = taken(await call('deleteProfile', choice.id), () => `已删除“${choice.name}”。`);
    if (left === null) return;
    setChoices(left);
    onStored(false);
    setId(left.find(({ inUse }) => inUse)?.id ?? null);
  }

  async function carryOut() {
    if (choice !== null) taken(await call('exportProfile', choice.id), (path) => `已存为文件 ${path}`);
  }

  async function takeIn() {
    const brought = taken(await call('importProfile'), ({ name }) => `已带入“${name}”，用于本账簿后生效。`);
    if (brought === null) return;
    const reply = await call('profiles');
    if (!reply.ok) return setProblem(reply.error);
    setChoices(reply.value);
    queue.show(brought);
    setId(brought.id);
    onStored(false);
  }

  return {
    choices,
    choice,
    profile: profile?.id === id ? profile : null,
    problem,
    done,
    show: (wanted) => {
      setDone('');
      setProblem(null);
      setId(wanted);
    },
    change,
    copy,
    use,
    remove,
    carryOut,
    takeIn,
    dismiss: () => {
      setDone('');
      setProblem(null);
    },
  };
}
