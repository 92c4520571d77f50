import { fileURLToPath } from 'node:url';
import { problem } from '../../core/problems.ts';
import { ProblemError } from '../store/failure.ts';
import { COMMANDS, HELP } from './commands.ts';
import { tellSteps } from './progress.ts';

const BAD_INPUT = 2;

async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '' || name === 'help' || name === '--help') {
    console.log(HELP);
    return name === '' ? BAD_INPUT : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const known = Object.keys(COMMANDS).join('、');
    throw new ProblemError(problem('usage', { detail: `没有命令“${name}”，可用的是 ${known}。` }));
  }
  return command(rest, {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    folder: process.cwd(),
    now: () => new Date(),
    print: (text) => console.log(text),
    tell: process.stderr,
    step: tellSteps(process.stderr, () => performance.now()),
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof ProblemError) {
    console.error(error.message);
  } else {
    const detail = error instanceof Error ? error.message : String(error);
    console.error(problem('internal', { detail }).message);
    if (process.env['MINGZHANG_DEBUG'] !== undefined) console.error(error);
  }
  process.exitCode = BAD_INPUT;
}
