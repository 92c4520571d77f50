import { useEffect, useEffectEvent } from 'react';
import type { Arguments, EventName, Events, Reply } from '../core/api.ts';
import type { AsyncMethod, SyncMethod } from '../core/methods.ts';
import type { Problem } from '../core/problems.ts';

/** What the preload lays before the page: one function for each method, and nothing else. */
type Bridge = { readonly [M in AsyncMethod]: (...args: Arguments<M>) => Promise<Reply<M>> } & {
  readonly [M in SyncMethod]: (...args: Arguments<M>) => Reply<M>;
};

/** One function for each event; it returns how to stop listening. */
type BridgeEvents = { readonly [E in EventName]: (heard: (payload: Events[E]) => void) => () => void };

declare global {
  interface Window {
    readonly mingzhang: Bridge;
    readonly mingzhangEvents: BridgeEvents;
  }
}

/** Asks main. It never rejects: a call that main did not answer at all is a problem like any other. */
export async function call<M extends AsyncMethod>(method: M, ...args: Arguments<M>): Promise<Reply<M>> {
  try {
    const ask = window.mingzhang[method] as (...args: Arguments<M>) => Promise<Reply<M>>;
    return await ask(...args);
  } catch (error) {
    return { ok: false, error: noAnswer(error) };
  }
}

/** Asks main and waits: see core/methods.ts for why an edit does. It never throws. */
export function callNow<M extends SyncMethod>(method: M, ...args: Arguments<M>): Reply<M> {
  try {
    const ask = window.mingzhang[method] as (...args: Arguments<M>) => Reply<M>;
    return ask(...args);
  } catch (error) {
    return { ok: false, error: noAnswer(error) };
  }
}

/** Hears what main tells the page, as long as the component is there. */
export function useMainEvent<E extends EventName>(name: E, heard: (payload: Events[E]) => void): void {
  const onEvent = useEffectEvent(heard);
  useEffect(() => window.mingzhangEvents[name]((payload) => onEvent(payload)), [name]);
}

function noAnswer(error: unknown): Problem {
  const detail = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `程序没有回答（${detail}），数据没有改动，关闭明账后重新打开；再次出现时把这句话报给维护人员。`,
  };
}
