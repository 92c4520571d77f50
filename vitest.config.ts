import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,electron,renderer,build}/**/*.test.{ts,tsx,mjs}'],
    environment: 'node',
    // a hang fails; a slow machine does not
    testTimeout: 60_000,
  },
});
