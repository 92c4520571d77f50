// `npm run e2e [-- file, --grep …]`: the end-to-end tests alone, on a fresh build.
import './require-node.mjs';
import { buildApp } from './app.mjs';
import { endWith } from './end.mjs';
import { buildGridHarness } from './grid-harness.mjs';
import { runJourneys } from './journeys.mjs';
import { prepareRuntime } from './runtime/prepare.mjs';

await endWith(async () => {
  const { executable } = await prepareRuntime();
  const built = (await buildApp()) || (await buildGridHarness());
  return built === 0 ? runJourneys(executable, process.argv.slice(2)) : built;
});
