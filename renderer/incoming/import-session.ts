import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ImportChoices } from '../../core/incoming/choices.ts';
import type { ImportKind } from '../../core/incoming/incoming.ts';
import type { ImportPreview, TakenIn } from '../../core/incoming/preview.ts';
import type { Problem } from '../../core/problems.ts';
import type { Result } from '../../core/result.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { call } from '../bridge.ts';
import { storeEverything } from '../leaving.ts';

/** What went into the book last. */
export interface Taken extends TakenIn {
  readonly file: string;
  readonly year: number;
  readonly unit: string;
}

/** Where figures go. */
export interface Target {
  readonly year: number;
  readonly unit: string;
}

interface ImportState {
  /** the file as it was read last; `null`: none is looked at */
  readonly preview: ImportPreview | null;
  /** what the clerk has decided, ahead of the preview while main is at work */
  readonly choices: ImportChoices | null;
  readonly work: 'reading' | 'comparing' | 'taking' | null;
  readonly problem: Problem | null;
  readonly taken: Taken | null;
}

const NOTHING: ImportState = { preview: null, choices: null, work: null, problem: null, taken: null };

/** The file that is looked at before it is taken in. It outlives the page: one looks something up, and goes on here. */
export class ImportSession {
  #state = NOTHING;
  readonly #listeners = new Set<() => void>();
  /** counts the questions: only the newest one's answer is heard */
  #asked = 0;
  /** of the book that the preview was compared with */
  #revision = 0;
  /** of the book as it is now */
  #newest = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly state = (): ImportState => this.#state;

  /** Asks for a file and reads it. */
  begin(kind: ImportKind, target: Target, revision: number): void {
    void this.#read(() => call('beginImport', { kind, ...target }), revision);
  }

  paste(text: string, target: Target, revision: number): void {
    void this.#read(() => call('pasteImport', { text, ...target }), revision);
  }

  /** What was decided changes, and the preview follows. */
  change(update: (choices: ImportChoices) => ImportChoices): void {
    const { choices, work } = this.#state;
    if (choices !== null && work !== 'taking') void this.#compare(update(choices), this.#revision);
  }

  /** The book has changed since the file was compared with it. */
  bookChanged(revision: number): void {
    this.#newest = revision;
    const { choices, work } = this.#state;
    if (choices !== null && work !== 'taking' && revision !== this.#revision) {
      void this.#compare(choices, revision);
    }
  }

  /** @returns whether all of it went in */
  async take(): Promise<boolean> {
    const { preview, choices, work } = this.#state;
    if (preview === null || choices === null || work !== null || preview.obstacle !== null) return false;
    storeEverything();
    this.#set({ work: 'taking', problem: null });
    this.#asked += 1;
    const reply = await call('takeImport', preview.id, choices);
    if (!reply.ok) {
      // what was stored meanwhile, by this very key maybe, is looked at first
      await this.#compare(choices, this.#newest, reply.error);
      return false;
    }
    const { year, unit } = choices;
    this.#set({ ...NOTHING, taken: { ...reply.value, file: preview.file, year, unit } });
    return true;
  }

  /** Nothing of the file is taken. */
  leave(): void {
    const { preview } = this.#state;
    this.#asked += 1;
    this.#set(NOTHING);
    if (preview !== null) void call('leaveImport', preview.id);
  }

  dismissProblem(): void {
    this.#set({ problem: null });
  }

  dismissTaken(): void {
    this.#set({ taken: null });
  }

  async #read(ask: () => Promise<Result<ImportPreview | null, Problem>>, revision: number): Promise<void> {
    if (this.#state.work !== null) return;
    storeEverything();
    const own = this.#ask({ work: 'reading', problem: null });
    const reply = await ask();
    if (own !== this.#asked) return;
    this.#revision = revision;
    if (!reply.ok) this.#set({ work: null, problem: reply.error });
    else if (reply.value === null) this.#set({ work: null });
    else this.#set({ ...NOTHING, preview: reply.value, choices: reply.value.choices });
  }

  /** @param why what is said beside the new preview */
  async #compare(choices: ImportChoices, revision: number, why: Problem | null = null): Promise<void> {
    const { preview } = this.#state;
    if (preview === null) return;
    const own = this.#ask({ choices, work: 'comparing', problem: why });
    const reply = await call('previewImport', preview.id, choices);
    if (own !== this.#asked) return;
    this.#revision = revision;
    if (reply.ok) this.#set({ preview: reply.value, choices: reply.value.choices, work: null });
    // what could not be answered is not decided either
    else this.#set({ choices: preview.choices, work: null, problem: reply.error });
  }

  #ask(change: Partial<ImportState>): number {
    this.#asked += 1;
    this.#set(change);
    return this.#asked;
  }

  #set(change: Partial<ImportState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const sessions = new WeakMap<BookDesk, ImportSession>();

function sessionOf(desk: BookDesk): ImportSession {
  const session = sessions.get(desk) ?? new ImportSession();
  sessions.set(desk, session);
  return session;
}

/** The session of an open book, and how it stands. */
export function useImportSession(desk: BookDesk): { session: ImportSession; state: ImportState } {
  const [session] = useState(() => sessionOf(desk));
  const state = useSyncExternalStore(session.subscribe, session.state);
  return { session, state };
}

/** Keeps the preview in step with the book and with where the figures go; `null`: no unit is chosen above. */
export function useFollowing(
  session: ImportSession,
  year: number,
  unit: string | null,
  revision: number,
): void {
  useEffect(() => session.bookChanged(revision), [session, revision]);
  useEffect(() => {
    session.change((choices) => ({ ...choices, year, unit: unit ?? choices.unit }));
  }, [session, year, unit]);
}
