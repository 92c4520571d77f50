import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { runCommandLine } from '../cli/run.ts';

const root = resolve(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the real command in a process of its own, which takes over a second. */
export function mzProcess(folder: string, ...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    const command = [join(root, 'electron/cli/mz.ts'), ...args];
    execFile(process.execPath, command, { cwd: folder }, (failed, out, error) => {
      const code = failed === null ? 0 : typeof failed.code === 'number' ? failed.code : -1;
      done({ code, out, error });
    });
  });
}

/** Runs what the command runs in this process, which works in the folder meanwhile. */
export async function mz(folder: string, ...args: string[]): Promise<Ended> {
  const before = process.cwd();
  process.chdir(folder);
  const out: string[] = [];
  const error: string[] = [];
  try {
    const code = await runCommandLine(args, {
      root,
      folder,
      now: () => new Date(),
      print: (text) => out.push(`${text}\n`),
      tell: { write: (text) => error.push(text) },
      step: () => undefined,
    });
    return { code, out: out.join(''), error: error.join('') };
  } finally {
    process.chdir(before);
  }
}
