import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
// a third of a short call went into compiling; where the folder cannot be written, all is compiled as before
enableCompileCache(join(root, '.cache', 'compiled'));

const { runCommandLine } = await import('./run.ts');
const { tellSteps } = await import('./progress.ts');

process.exitCode = await runCommandLine(process.argv.slice(2), {
  root,
  folder: process.cwd(),
  now: () => new Date(),
  print: (text) => console.log(text),
  tell: process.stderr,
  step: tellSteps(process.stderr, () => performance.now()),
});
