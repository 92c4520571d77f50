import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { temporaryFolders } from './build/memory-folder.mjs';
import { cacheFolder } from './build/paths.mjs';

// threads and commands that tests start compile what they share only once
process.env['NODE_COMPILE_CACHE'] ??= join(cacheFolder, 'compiled');
Object.assign(process.env, temporaryFolders());

export default defineConfig({
  test: {
    include: ['{core,electron,renderer,build}/**/*.test.{ts,tsx,mjs}'],
    environment: 'node',
    // a hang fails; a slow machine does not
    testTimeout: 60_000,
    // no test leaves anything behind in a module; a worker that keeps them reads each only once
    isolate: false,
    // by default one core is left idle
    maxWorkers: '100%',
  },
});
