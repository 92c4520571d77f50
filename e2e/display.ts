import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { test as base } from '@playwright/test';

/**
 * A display for each worker where there is none: clipboard and focus are one per display, so that two workers on one would
 * take them from each other.
 */
export const test = base.extend<object, { display: string }>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern
    async ({}, use) => {
      if (process.env['MINGZHANG_OWN_DISPLAYS'] === undefined) {
        await use(process.env['DISPLAY'] ?? '');
        return;
      }
      // the server takes a free number and says which
      const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
        // of each number that is taken it says so
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      const ended = once(server, 'exit').then(([code]) => {
        throw new Error(`Xvfb ended with ${code} before it had a display.`);
      });
      const [number] = await Promise.race([once(server.stdio[3] as Readable, 'data'), ended]);
      ended.catch(() => undefined);
      const display = `:${String(number).trim()}`;
      process.env['DISPLAY'] = display;
      await use(display);
      server.kill();
    },
    { scope: 'worker', auto: true, timeout: 60_000 },
  ],
});
