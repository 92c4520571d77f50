import type { Profile } from '../../core/profiles/profile.ts';
import { faultOf } from './profile-faults.ts';

interface ChangeQueueOptions {
  /** @returns why it was not stored, as one sentence; `null`: it is stored */
  readonly save: (profile: Profile) => Promise<string | null>;
  /** what is stored; `null`: nobody can say */
  readonly read: (id: string) => Promise<Profile | null>;
  readonly onShown: (profile: Profile) => void;
}

/** Changes on top of one another, from what is stored on. Once one of them is refused, no later one holds. */
interface Line {
  profile: Profile;
  isBroken: boolean;
}

export const DROPPED = '没有存入：前面一处改动没有存入，先改好那一处，再存这一处。';

/** Stores the changes of a profile one after the other: two fields may be left before the first is stored. */
export class ChangeQueue {
  readonly #options: ChangeQueueOptions;
  #line: Line | null = null;
  #ahead: Promise<unknown> = Promise.resolve();

  constructor(options: ChangeQueueOptions) {
    this.#options = options;
  }

  /** The newest state of the shown profile, stored or not yet. */
  get profile(): Profile | null {
    return this.#line?.profile ?? null;
  }

  show(profile: Profile): void {
    this.#line = { profile, isBroken: false };
    this.#options.onShown(profile);
  }

  /** Once everything asked so far is stored or refused. */
  async settled(): Promise<void> {
    await this.#ahead;
  }

  /** @returns why the change was not kept, as one sentence; `null`: it is stored */
  change(update: (profile: Profile) => Profile): Promise<string | null> {
    const line = this.#line;
    if (line === null) return Promise.resolve(null);
    const before = line.profile;
    const next = update(before);
    const fault = faultOf(next);
    if (fault !== null) return Promise.resolve(fault);
    line.profile = next;
    this.#options.onShown(next);
    const answer = this.#ahead.then(() => this.#store(line, before, next));
    this.#ahead = answer;
    return answer;
  }

  async #store(line: Line, before: Profile, next: Profile): Promise<string | null> {
    if (line.isBroken) return DROPPED;
    const refused = await this.#options.save(next);
    if (refused === null) return null;
    line.isBroken = true;
    const stored = await this.#options.read(next.id);
    // another profile may be shown by now
    if (this.#line === line) this.show(stored ?? before);
    return refused;
  }
}
