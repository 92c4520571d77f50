import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { projectFolder } from './paths.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [quiet] its standard output is not shown
 * @property {boolean} [signalled] passes on what asks us to end: xvfb-run, between us and the app, does not
 * @property {boolean} [withoutColours] takes the colours out of its output; for programs that heed no NO_COLOR
 */

/**
 * Runs a program to its end, on our terminal and without a standard input.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it or it could not be started
 */
export function run(command, args, options = {}) {
  const { env = process.env, quiet = false, signalled = false, withoutColours = false } = options;
  return new Promise((resolve) => {
    const shown = withoutColours ? 'pipe' : 'inherit';
    const child = spawn(command, args, {
      cwd: projectFolder,
      env,
      stdio: ['ignore', quiet ? 'ignore' : shown, shown],
      // A group of its own, so that a signal reaches all of it, and each only once.
      detached: signalled && process.platform !== 'win32',
    });
    if (signalled) passSignals(child);
    if (child.stdout) showPlain(child.stdout, console.log);
    if (child.stderr) showPlain(child.stderr, console.error);
    child.on('error', (error) => {
      console.error(`Cannot start ${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a JavaScript file on the Node we run on.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(file, args, options) {
  return run(process.execPath, [file, ...args], options);
}

/**
 * Runs npm, the one that called us where there is one.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  const npm = process.env['npm_execpath'];
  return npm ? runNode(npm, args, options) : run('npm', args, options);
}

/** @param {import('node:child_process').ChildProcess} child */
function passSignals(child) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, signal);
    });
  }
}

/** @param {import('node:stream').Readable} stream @param {(line: string) => void} show */
function showPlain(stream, show) {
  createInterface({ input: stream }).on('line', (line) => show(stripVTControlCharacters(line)));
}
