import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Tests of a runner's report. A skipped test counts as failed: nobody has seen it pass. So does a run that
 * crashed, or that ran nothing, although no test of it failed.
 * @param {Count} tests
 * @param {number} exitCode
 * @returns {Count}
 */
function strictCount(tests, exitCode) {
  const isSuspect = tests.failed === 0 && (exitCode !== 0 || tests.passed === 0);
  return isSuspect ? { ...tests, failed: 1 } : tests;
}

/** A stage that has no single tests. @param {number} exitCode @returns {Count} */
export function stageCount(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {string} file written by Vitest's json reporter @param {number} exitCode */
export function vitestCount(file, exitCode) {
  const report = readReport(file);
  const passed = report?.numPassedTests ?? 0;
  const total = report?.numTotalTests ?? 0;
  return strictCount({ passed, failed: total - passed + brokenFiles(report) }, exitCode);
}

/** Test files that failed before their first test, by a syntax error for instance: no test of theirs is counted. @param {any} report */
function brokenFiles(report) {
  const files = report?.testResults ?? [];
  return files.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
}

/** @param {string} file written by Playwright's json reporter @param {number} exitCode */
export function playwrightCount(file, exitCode) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(file)?.stats ?? {};
  return strictCount({ passed: expected, failed: unexpected + flaky + skipped }, exitCode);
}

/** @param {string} file @returns {any} nothing when the runner came to no report */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
