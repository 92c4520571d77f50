import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { playwrightCount, vitestCount } from './test-counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** @param {object} report */
function file(report) {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
}

test('skipped tests count as failed', () => {
  const unit = file({
    numTotalTests: 5,
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    testResults: [],
  });
  expect(vitestCount(unit, 1)).toEqual({ passed: 3, failed: 2 });
  const journeys = file({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 } });
  expect(playwrightCount(journeys, 1)).toEqual({ passed: 4, failed: 3 });
});

test('a test file that breaks before its first test counts as failed', () => {
  const report = file({
    numTotalTests: 2,
    numPassedTests: 2,
    testResults: [{ status: 'failed', assertionResults: [] }],
  });
  expect(vitestCount(report, 1)).toEqual({ passed: 2, failed: 1 });
});

test('a runner that left no report, ran nothing, or failed without a failed test counts as failed', () => {
  expect(vitestCount(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
  expect(playwrightCount(file({ stats: { expected: 0 } }), 0)).toEqual({ passed: 0, failed: 1 });
  expect(playwrightCount(file({ stats: { expected: 3 } }), 1)).toEqual({ passed: 3, failed: 1 });
});

test('all is well', () => {
  expect(playwrightCount(file({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }), 0)).toEqual({
    passed: 3,
    failed: 0,
  });
});
