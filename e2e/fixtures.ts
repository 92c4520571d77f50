import { rm } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { Desk } from './desk.ts';
import { test as base } from './display.ts';

export { expect } from '@playwright/test';

/** `desk` is the real app, started on a data folder of its own; at the end no page may have complained. */
export const test = base.extend<{ desk: Desk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern
    async ({}, use, testInfo) => {
      const desk = await Desk.open();
      try {
        await desk.launch();
        await use(desk);
        await desk.close();
        expect(desk.log.complaints, 'what the pages complained of').toEqual([]);
      } finally {
        desk.kill();
        await testInfo.attach('main process', { body: desk.mainOutput });
        await testInfo.attach('page consoles', { body: desk.log.text });
        await rm(desk.folder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
    // Starting the app takes its own time, not the test's.
    { timeout: 120_000 },
  ],
});
