import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { cacheFolder, projectFolder } from './paths.mjs';

/**
 * Builds the page on which the entry grid is tested by itself, beside the app and never in it.
 * @returns {Promise<number>} exit code
 */
export async function buildGridHarness() {
  const root = join(projectFolder, 'renderer/entry-grid/testing');
  try {
    await build({
      configFile: false,
      root,
      // opened from the disk
      base: './',
      plugins: [react()],
      logLevel: 'warn',
      build: {
        // as the app's own pages: electron.vite.config.ts
        target: 'chrome130',
        outDir: join(cacheFolder, 'grid-harness'),
        emptyOutDir: true,
        rollupOptions: { input: join(root, 'page.html') },
      },
    });
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
