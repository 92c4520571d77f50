import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { commandFile, projectFolder } from './paths.mjs';
import { runNode } from './run.mjs';

const sources = [
  'core',
  'electron',
  'renderer',
  'migrations',
  'samples',
  'electron.vite.config.ts',
  'package.json',
];
const results = ['out/main/main.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** @param {NodeJS.ProcessEnv} [env] @returns {Promise<number>} exit code */
export function buildApp(env = process.env) {
  return runNode(commandFile('electron-vite', 'electron-vite'), ['build'], { env });
}

/** Whether a source is newer than what was built of it. */
export function buildIsStale() {
  const oldestResult = Math.min(...results.map((name) => modified(join(projectFolder, name))));
  return sources.some((name) => newest(join(projectFolder, name)) > oldestResult);
}

/** The time of the newest file in a folder and all below it; folders count too, as a removed file changes theirs. @param {string} path */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  const below = found.isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  return Math.max(found.mtimeMs, ...below.map((name) => modified(join(path, name))));
}

/** @param {string} path */
function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
