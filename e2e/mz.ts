import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '..');

export interface MzOutcome {
  readonly code: number | null;
  /** both streams */
  readonly said: string;
}

/** Runs the command line as a person does, in a process of its own. */
export function mz(...args: readonly string[]): Promise<MzOutcome> {
  return new Promise((tell) => {
    const child = spawn(process.execPath, [join(project, 'electron/cli/mz.ts'), ...args], { cwd: project });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        said += String(data);
      });
    }
    child.on('close', (code) => tell({ code, said }));
  });
}
