// `npm test`: everything there is to test, one stage after the other. A failing stage does not hide the next
// ones, and the last line of the output is always "N passed, N failed".
import './require-node.mjs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './app.mjs';
import { buildGridHarness } from './grid-harness.mjs';
import { runJourneys } from './journeys.mjs';
import { packageAndTest } from './package/dir.mjs';
import { cacheFolder, commandFile } from './paths.mjs';
import { runNode, runNpm } from './run.mjs';
import { prepareRuntime } from './runtime/prepare.mjs';
import { playwrightCount, stageCount, vitestCount } from './test-counts.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<import('./test-counts.mjs').Count>} run
 */

const unitReport = join(cacheFolder, 'unit-results.json');
const journeyReport = join(cacheFolder, 'e2e-results.json');

// A log holds colours as control characters, and nobody sees them as colours.
const isPlain = !process.stdout.isTTY || Boolean(process.env['CI']);
const { FORCE_COLOR, NO_COLOR, ...neutral } = process.env;
const env = isPlain ? { ...neutral, NO_COLOR: '1' } : process.env;
// Playwright colours its workers by FORCE_COLOR, and Node warns when it meets both.
const playwrightEnv = isPlain ? { ...neutral, FORCE_COLOR: '0' } : process.env;
let isBuilt = false;

/** @type {readonly Stage[]} */
const stages = [
  { name: 'check', run: check },
  { name: 'unit', run: unitTests },
  { name: 'build', run: build },
  { name: 'e2e', run: journeys },
  { name: 'package', run: packaging },
];

const summary = [];
const total = { passed: 0, failed: 0 };
for (const stage of stages) {
  console.log(`\n== ${stage.name} ==`);
  const start = performance.now();
  const { passed, failed } = await stage.run().catch(crashed);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  summary.push(`${stage.name.padEnd(7)} ${seconds.padStart(6)} s  ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function check() {
  // Biome heeds its own --colors only, which would have to stand in the npm script for people too.
  return stageCount(await runNpm(['run', '--silent', 'check'], { env, withoutColours: isPlain }));
}

async function unitTests() {
  rmSync(unitReport, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  const exitCode = await runNode(commandFile('vitest', 'vitest'), ['run', ...reporters], { env });
  return vitestCount(unitReport, exitCode);
}

async function build() {
  const exitCode = (await buildApp(env)) || (await buildGridHarness());
  isBuilt = exitCode === 0;
  return stageCount(exitCode);
}

async function journeys() {
  rmSync(journeyReport, { force: true });
  // What an earlier build left in out/ would answer for code that no longer exists.
  if (!isBuilt) throw new Error('The end-to-end tests did not run, because the build failed.');
  const { executable } = await prepareRuntime();
  return playwrightCount(journeyReport, await runJourneys(executable, [], playwrightEnv));
}

async function packaging() {
  if (!isBuilt) throw new Error('Nothing was packaged, because the build failed.');
  return stageCount(await packageAndTest());
}

/** @param {unknown} error */
function crashed(error) {
  console.error(error instanceof Error ? error.message : error);
  return stageCount(1);
}
