// `npm run pictures`: takes the pictures of README and manual from the real app, on a fresh build.
import './require-node.mjs';
import { buildApp } from './app.mjs';
import { endWith } from './end.mjs';
import { runJourneys } from './journeys.mjs';
import { prepareRuntime } from './runtime/prepare.mjs';

await endWith(async () => {
  const { executable } = await prepareRuntime();
  const built = await buildApp();
  return built === 0 ? runJourneys(executable, ['--config', 'e2e/pictures/playwright.config.ts']) : built;
});
