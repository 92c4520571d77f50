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

/** In Node alone: how fast the checks are, and how fast a list of asset cards is taken in. */
const inNode = async () => {
  for (const script of ['checks.ts', 'cards.ts']) {
    const code = await run(process.execPath, [join(projectFolder, 'electron/bench', script)]);
    if (code !== 0) return code;
  }
  return 0;
};

await endWith(async () => {
  const built = (await buildApp()) || (await buildGridHarness());
  if (built !== 0) return built;
  const measured = await inNode();
  if (measured !== 0) return measured;
  const { executable } = await prepareRuntime();
  const script = join(projectFolder, 'e2e/bench/commit-to-repaint.ts');
  const [command, args] = onDisplay(process.execPath, [script]);
  return run(command, args, { env: { ...process.env, MINGZHANG_ELECTRON: executable } });
});
