import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Clipboard and focus are one per display.
  workers: 1,
  // A test that passes at the second try hides the fault of the first.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  reporter: [['list'], ['json', { outputFile: '.cache/e2e-results.json' }]],
});
