import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// The app must also run on the registry runtime (build/runtime): Electron 33, which has Node 20.18 and Chromium
// 130. electron-vite would choose newer targets by itself, and that Electron could not parse the result.
const nodeTarget = 'node20.18';
const pageTarget = 'chrome130';

// One CommonJS file each, with everything in it that can be: Electron 33 cannot require ES modules.
// better-sqlite3 stays outside because it brings a native addon.
function commonJs(name: string, ...threads: readonly (readonly [name: string, source: string])[]) {
  return {
    build: {
      target: nodeTarget,
      outDir: `out/${name}`,
      externalizeDeps: false,
      rollupOptions: {
        input: {
          [name]: resolve(`electron/${name}.ts`),
          ...Object.fromEntries(threads.map(([thread, source]) => [thread, resolve(source)])),
        },
        external: ['electron', 'better-sqlite3'],
        output: {
          format: 'cjs' as const,
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name].cjs',
        },
      },
    },
  };
}

export default defineConfig({
  main: commonJs(
    'main',
    ['review', 'electron/review/review-worker.ts'],
    ['reading', 'electron/import/reading-worker.ts'],
    ['cards', 'electron/import/cards-worker.ts'],
  ),
  preload: commonJs('preload'),
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      target: pageTarget,
      minify: true,
      // loaded from the disk: one chunk is as quick as many
      chunkSizeWarningLimit: 4_000,
      outDir: 'out/renderer',
      // Absolute, or the development server does not find the dependencies in advance.
      rollupOptions: { input: resolve('renderer/index.html') },
    },
  },
});
