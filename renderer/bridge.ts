import type { Arguments, Method, Reply } from '../core/api.ts';
import type { Problem } from '../core/problems.ts';

/** What the preload lays before the page: one function for each method, and nothing else. */
type Bridge = { readonly [M in Method]: (...args: Arguments<M>) => Promise<Reply<M>> };

declare global {
  interface Window {
    readonly mingzhang: Bridge;
  }
}

/** Asks main. It never rejects: a call that main did not answer at all is a problem like any other. */
export async function call<M extends Method>(method: M, ...args: Arguments<M>): Promise<Reply<M>> {
  try {
    const ask: Bridge[M] = window.mingzhang[method];
    return await ask(...args);
  } catch (error) {
    return { ok: false, error: noAnswer(error) };
  }
}

function noAnswer(error: unknown): Problem {
  const detail = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `程序没有回答（${detail}），数据没有改动，关闭明账后重新打开；再次出现时把这句话报给维护人员。`,
  };
}
