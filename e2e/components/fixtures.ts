import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect } from '@playwright/test';
import { test as base } from '../display.ts';
import { PageLog } from '../page-log.ts';
import { GridPage } from './grid-page.ts';

export { expect } from '@playwright/test';

const projectFolder = resolve(import.meta.dirname, '../..');

/** The entry grid on a page of its own, in the runtime of the app. One runtime for a file of tests, one page for each. */
export const test = base.extend<{ grid: GridPage }, { runtime: ElectronApplication }>({
  runtime: [
    async ({ display: _ }, use) => {
      // npm run e2e has found it
      const executablePath = process.env['MINGZHANG_ELECTRON'] ?? '';
      const folder = await mkdtemp(join(tmpdir(), 'mingzhang-component-'));
      const app = await _electron.launch({
        executablePath,
        args: [
          '--no-sandbox',
          '--disable-dev-shm-usage',
          `--user-data-dir=${folder}`,
          join(projectFolder, 'e2e/components/harness'),
        ],
        env: { ...process.env, COMPONENT_PAGE: join(projectFolder, '.cache/grid-harness/page.html') },
      });
      const main = app.process();
      try {
        await use(app);
        await app.close();
      } finally {
        if (main.exitCode === null) main.kill('SIGKILL');
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  grid: async ({ runtime }, use) => {
    const page = await runtime.firstWindow();
    const log = new PageLog();
    log.watch(page);
    const grid = new GridPage(runtime, page);
    await grid.open();
    await use(grid);
    expect(log.complaints, 'what the page complained of').toEqual([]);
  },
});
