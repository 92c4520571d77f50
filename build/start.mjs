// `npm start [-- arguments for the app]`: the app in a window, from a fresh clone or a changed source.
import './require-node.mjs';
import { buildApp, buildIsStale } from './app.mjs';
import { needsVirtualDisplay, onDisplay } from './display.mjs';
import { endWith } from './end.mjs';
import { projectFolder } from './paths.mjs';
import { run } from './run.mjs';
import { prepareRuntime } from './runtime/prepare.mjs';

await endWith(async () => {
  const { executable } = await prepareRuntime();
  if (buildIsStale()) {
    const built = await buildApp();
    if (built !== 0) return built;
  }
  // Chromium refuses to start as root otherwise.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (needsVirtualDisplay())
    console.log('There is no display here: the app runs on a virtual one, and nobody will see its window.');
  console.log('Starting the app.');
  const [command, args] = onDisplay(executable, [...sandbox, projectFolder, ...process.argv.slice(2)]);
  return run(command, args, { signalled: true });
});
