import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Scope } from '../../core/api.ts';
import type { Overview } from '../../core/overview/overview.ts';
import type { Problem } from '../../core/problems.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { call } from '../bridge.ts';
import type { PageId } from '../shell/pages.ts';
import { type EntryProgress, entriesOf } from './entry-progress.ts';

/** What is known of the year at a glance. */
export interface OverviewState {
  /** of the scope now chosen; `null` until it is there */
  readonly overview: Overview | null;
  readonly problem: Problem | null;
}

/** ms that a question waits for a moment in which nothing is typed */
const LONGEST_WAIT = 1_000;

const NOTHING: OverviewState = { overview: null, problem: null };

/**
 * The overview of the open book, asked again whenever the book changes: once for the page and for the marks beside the
 * sequence of the work. What changes while an answer is on its way is asked about when it has come.
 */
export class Overviews {
  readonly #desk: BookDesk;
  readonly #listeners = new Set<() => void>();
  #scope: Scope | null = null;
  #state: OverviewState = NOTHING;
  #entries: ReadonlyMap<PageId, EntryProgress> = new Map();
  #asked = '';
  #isAsking = false;

  constructor(desk: BookDesk) {
    this.#desk = desk;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly state = (): OverviewState => this.#state;

  /** How far an entry of the sequence is; the same object as long as it is as far. `null`: nothing is known, or it has no sheets. */
  entry(id: PageId): EntryProgress | null {
    return this.#entries.get(id) ?? null;
  }

  /** What is shown of another unit or year is dropped at once. */
  show(scope: Scope | null): void {
    if (scope?.year !== this.#scope?.year || scope?.unit !== this.#scope?.unit) this.#tell(NOTHING);
    this.#scope = scope;
    void this.refresh();
  }

  async refresh(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    while (this.#scope !== null && this.#question() !== this.#asked) {
      await idle();
      if (this.#scope !== null) await this.#ask(this.#scope);
    }
    this.#isAsking = false;
  }

  async #ask({ year, unit }: Scope): Promise<void> {
    const question = this.#question();
    const reply = await call('overview', { year, unit });
    this.#asked = question;
    if (this.#scope?.year !== year || this.#scope.unit !== unit) return;
    this.#tell(
      reply.ok ? { overview: reply.value, problem: null } : { ...this.#state, problem: reply.error },
    );
  }

  #question(): string {
    return JSON.stringify([this.#scope?.year, this.#scope?.unit, this.#desk.revision]);
  }

  #tell(state: OverviewState): void {
    this.#state = state;
    const before = this.#entries;
    const own = ({ state: how, filled, expected }: EntryProgress) => JSON.stringify([how, filled, expected]);
    this.#entries = new Map(
      entriesOf(state.overview?.sheets ?? []).map((entry) => {
        const old = before.get(entry.id);
        return [entry.id, old !== undefined && own(old) === own(entry) ? old : entry];
      }),
    );
    for (const listener of this.#listeners) listener();
  }
}

/** Who is typing goes first. */
function idle(): Promise<void> {
  return new Promise((tell) => requestIdleCallback(() => tell(), { timeout: LONGEST_WAIT }));
}

/** The overviews of an open book. It draws nothing again by itself: see useOverview. */
export function useOverviews(scope: Scope | null, desk: BookDesk): Overviews {
  const [overviews] = useState(() => new Overviews(desk));
  useEffect(() => overviews.show(scope), [overviews, scope]);
  useEffect(() => desk.subscribe(() => void overviews.refresh()), [overviews, desk]);
  return overviews;
}

export function useOverview(overviews: Overviews): OverviewState {
  return useSyncExternalStore(overviews.subscribe, overviews.state);
}
