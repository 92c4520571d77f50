import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../core/problems.ts';
import { Closing } from './closing.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const noBackup = problem('backup-not-made', { file: '账簿.mzb', detail: '磁盘已满' });
const cell = { place: '支出 2010301 行政运行', text: '1,23.4' };

/** A window of which only its being closed matters, and an app that writes down what happens. */
function scene(answers: { page?: 'silent'; giveUp?: boolean; backUp?: 'fails'; goAnyway?: boolean } = {}) {
  const happened: string[] = [];
  const events = new EventEmitter();
  let isDestroyed = false;
  const window = Object.assign(events, {
    webContents: { isCrashed: () => false },
    isDestroyed: () => isDestroyed,
    hide: () => happened.push('hidden'),
    show: () => happened.push('shown'),
    destroy: () => {
      isDestroyed = true;
      happened.push('gone');
    },
  });
  const closing = new Closing({
    tellPage: () => {
      happened.push('page asked');
      if (answers.page !== 'silent') closing.answered(answers.giveUp === undefined ? [] : [cell]);
    },
    giveUp: async (unsaved) => {
      happened.push(`give up ${unsaved.length}?`);
      return answers.giveUp === true;
    },
    backUp: async () => {
      happened.push('backup');
      return answers.backUp === 'fails' ? noBackup : null;
    },
    goWithoutBackup: async () => {
      happened.push('without backup?');
      return answers.goAnyway === true;
    },
  });
  closing.guard(window as unknown as BrowserWindow);
  const close = () => {
    const event = { defaultPrevented: false, preventDefault: () => (event.defaultPrevented = true) };
    events.emit('close', event);
    return event.defaultPrevented;
  };
  return { happened, close };
}

describe('a window that is closed', () => {
  it.each([
    ['is backed up when all is stored', {}, ['page asked', 'hidden', 'backup', 'gone']],
    ['stays when the clerk wants to mend a cell', { giveUp: false }, ['page asked', 'give up 1?', 'shown']],
    [
      'goes when the clerk gives the cell up',
      { giveUp: true },
      ['page asked', 'give up 1?', 'hidden', 'backup', 'gone'],
    ],
    [
      'comes back when there is no backup and the clerk wants one',
      { backUp: 'fails', goAnyway: false },
      ['page asked', 'hidden', 'backup', 'without backup?', 'shown'],
    ],
    [
      'goes without a backup when the clerk says so',
      { backUp: 'fails', goAnyway: true },
      ['page asked', 'hidden', 'backup', 'without backup?', 'gone'],
    ],
  ] as const)('%s', async (_, answers, expected) => {
    const { happened, close } = scene(answers);
    expect(close()).toBe(true);
    await vi.waitFor(() => expect(happened).toEqual(expected));
  });

  it('asks once, however often the button is pressed', async () => {
    const { happened, close } = scene();
    close();
    close();
    await vi.waitFor(() => expect(happened.at(-1)).toBe('gone'));
    expect(happened).toEqual(['page asked', 'hidden', 'backup', 'gone']);
  });

  it('does not wait for ever for a page that is stuck', async () => {
    vi.useFakeTimers();
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { happened, close } = scene({ page: 'silent' });
    close();
    await vi.runAllTimersAsync();
    expect(happened).toEqual(['page asked', 'hidden', 'backup', 'gone']);
  });
});
