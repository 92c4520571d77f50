import { defineConfig } from '@playwright/test';

/** `npm run pictures`: takes the pictures of README and manual anew. No test of what the app does. */
export default defineConfig({
  testDir: '.',
  testMatch: 'take-pictures.ts',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 180_000,
  reporter: 'list',
});
