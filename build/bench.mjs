// `npm run bench`: how fast the app is, as ratios taken in one run. Nothing here passes or fails.
import './require-node.mjs';
import { join } from 'node:path';
import { buildApp } from './app.mjs';
import { onDisplay } from './display.mjs';
import { endWith } from './end.mjs';
import { buildGridHarness } from './grid-harness.mjs';
import { projectFolder } from './paths.mjs';
import { run } from './run.mjs';
import { prepareRuntime } from './runtime/prepare.mjs';

/** In Node alone: how fast the checks are. */
const checks = () => run(process.execPath, [join(projectFolder, 'electron/bench/checks.ts')]);

await endWith(async () => {
  const checked = await checks();
  if (checked !== 0) return checked;
  const { executable } = await prepareRuntime();
  const built = (await buildApp()) || (await buildGridHarness());
  if (built !== 0) return built;
  const script = join(projectFolder, 'e2e/bench/commit-to-repaint.ts');
  const [command, args] = onDisplay(process.execPath, [script]);
  return run(command, args, { env: { ...process.env, MINGZHANG_ELECTRON: executable } });
});
