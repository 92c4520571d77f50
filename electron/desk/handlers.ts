import type { Answers, Arguments } from '../../core/api.ts';
import type { AsyncMethod, SyncMethod } from '../../core/methods.ts';

/** What answers the window: one function for each method of the contract. Failures are thrown as ProblemError. */
export type Handlers = {
  readonly [M in AsyncMethod]: (...args: Arguments<M>) => Promise<Answers[M]> | Answers[M];
} & {
  readonly [M in SyncMethod]: (...args: Arguments<M>) => Answers[M];
};
