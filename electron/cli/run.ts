import { problem } from '../../core/problems.ts';
import { ProblemError } from '../store/failure.ts';
import { COMMANDS, HELP, type Surroundings } from './commands.ts';

const BAD_INPUT = 2;

/** Runs what stands behind `mz`; answers the exit code: 0 fine, 1 findings, 2 bad input, told in one sentence. */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    return await run(args, surroundings);
  } catch (error) {
    surroundings.tell.write(`${sentenceOf(error)}\n`);
    return BAD_INPUT;
  }
}

async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '' || name === 'help' || name === '--help') {
    surroundings.print(HELP);
    return name === '' ? BAD_INPUT : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const known = Object.keys(COMMANDS).join('、');
    throw new ProblemError(problem('usage', { detail: `没有命令“${name}”，可用的是 ${known}。` }));
  }
  return command(rest, surroundings);
}

function sentenceOf(error: unknown): string {
  if (error instanceof ProblemError) return error.message;
  if (process.env['MINGZHANG_DEBUG'] !== undefined) console.error(error);
  const detail = error instanceof Error ? error.message : String(error);
  return problem('internal', { detail }).message;
}
