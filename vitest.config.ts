import { defineConfig } from 'vitest/config';

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
