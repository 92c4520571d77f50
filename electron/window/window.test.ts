import { sep } from 'node:path';
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ASYNC_METHOD_NAMES, SYNC_METHOD_NAMES } from '../../core/methods.ts';
import { problem } from '../../core/problems.ts';
import type { Handlers } from '../desk/handlers.ts';
import { ProblemError } from '../store/failure.ts';
import { serveBridge } from './bridge.ts';
import { CHANNEL_PREFIX, START_PAGE } from './names.ts';
import { pageFile } from './page-files.ts';

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>;

/** The bridge over handlers that tell what reached them. */
function bridgeOver(handlers: Partial<Record<string, (...args: unknown[]) => unknown>>) {
  const channels = new Map<string, Listener>();
  const waiting = new Map<string, (event: IpcMainEvent, ...args: unknown[]) => void>();
  const ipc = {
    handle: (channel: string, listener: Listener) => channels.set(channel, listener),
    on: (channel: string, listener: (event: IpcMainEvent) => void) => waiting.set(channel, listener),
  };
  serveBridge(ipc as unknown as IpcMain, handlers as unknown as Handlers);
  const call = (method: string, args: unknown[], frame: unknown = { url: START_PAGE, parent: null }) =>
    channels.get(CHANNEL_PREFIX + method)?.({ senderFrame: frame } as IpcMainInvokeEvent, ...args);
  const callNow = (method: string, args: unknown[], frame: unknown = { url: START_PAGE, parent: null }) => {
    const event = { senderFrame: frame, returnValue: undefined };
    waiting.get(CHANNEL_PREFIX + method)?.(event as unknown as IpcMainEvent, ...args);
    return event.returnValue;
  };
  return { channels, waiting, call, callNow };
}

// mistakes of ours are logged, and these tests make some
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the bridge', () => {
  it('answers each method of the contract and no other channel', () => {
    const { channels, waiting } = bridgeOver({});
    expect([...channels.keys()]).toEqual(ASYNC_METHOD_NAMES.map((name) => CHANNEL_PREFIX + name));
    expect([...waiting.keys()]).toEqual(SYNC_METHOD_NAMES.map((name) => CHANNEL_PREFIX + name));
  });

  it('hears only the main frame of our own page', async () => {
    let heard = 0;
    const { call } = bridgeOver({ recentBooks: () => (heard += 1) });
    const strangers = [
      null,
      { url: 'https://example.com/', parent: null },
      { url: 'app://mingzhang.example.com/index.html', parent: null },
      { url: START_PAGE, parent: { url: START_PAGE } },
    ];
    for (const frame of strangers) expect(await call('recentBooks', [], frame)).toMatchObject({ ok: false });
    expect(heard).toBe(0);
    expect(await call('recentBooks', [])).toEqual({ ok: true, value: 1 });
  });

  it.each([
    ['too few', []],
    ['too many', [{ year: 2024, unit: null }, 1]],
    ['of the wrong shape', [{ year: '2024', unit: null }]],
    ['with something more', [{ year: 2024, unit: null, path: '/etc/passwd' }]],
  ])('gives a handler no arguments that are %s', async (_, args) => {
    let reached = false;
    const { call } = bridgeOver({ tables: () => (reached = true) });
    expect(await call('tables', args)).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(reached).toBe(false);
  });

  it('throws nothing across: a problem comes with its sentence, a mistake of ours as one', async () => {
    const refused = problem('year-without-figures', { year: 2019, known: [2024] });
    const { call } = bridgeOver({
      tables: () => {
        throw new ProblemError(refused);
      },
      closeBook: () => Promise.reject(new TypeError('x is not a function')),
    });
    expect(await call('tables', [{ year: 2019, unit: null }])).toEqual({ ok: false, error: refused });
    expect(await call('closeBook', [[]])).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  it('never leaves a waiting page without an answer', () => {
    const { callNow } = bridgeOver({
      undo: () => null,
      redo: () => {
        throw new TypeError('x is not a function');
      },
    });
    expect(callNow('undo', [])).toEqual({ ok: true, value: null });
    expect(callNow('undo', ['more'])).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(callNow('undo', [], null)).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(callNow('redo', [])).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});

describe('the page is served from its folder only', () => {
  const folder = ['', 'app', 'out', 'renderer'].join(sep);
  it.each([
    ['app://mingzhang/index.html', `${folder}${sep}index.html`],
    ['app://mingzhang/assets/%E8%A1%A8.css', `${folder}${sep}assets${sep}表.css`],
    ['app://mingzhang/../../main/main.js', `${folder}${sep}main${sep}main.js`],
    ['app://mingzhang/%2e%2e/%2e%2e/secret.html', `${folder}${sep}secret.html`],
    ['app://mingzhang/..%2f..%2fsecret.html', null],
    ['app://mingzhang/..%5c..%5csecret.sqlite', null],
    ['app://mingzhang/', null],
    ['app://mingzhang/book.mzb', null],
    ['app://elsewhere/index.html', null],
    ['app://mingzhang/%', null],
    ['nonsense', null],
  ])('%s', (address, path) => {
    expect(pageFile(folder, address)?.path ?? null).toBe(path);
  });
});
