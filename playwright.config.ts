import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Clipboard and focus are one per display: see e2e/display.ts.
  workers: process.env['MINGZHANG_OWN_DISPLAYS'] === undefined ? 1 : 2,
  // A test that passes at the second try hides the fault of the first.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  reporter: [['list'], ['json', { outputFile: '.cache/e2e-results.json' }]],
});
