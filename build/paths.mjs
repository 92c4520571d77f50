import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder that holds package.json. */
export const projectFolder = resolve(import.meta.dirname, '..');

/** What may be thrown away at any time; outside node_modules, because npm ci empties that. */
export const cacheFolder = join(projectFolder, '.cache');

/**
 * The JavaScript file behind a package's command. Starting that file with Node works alike everywhere,
 * while the commands in node_modules/.bin are shell scripts on one system and .cmd files on another.
 * @param {string} packageName
 * @param {string} command
 */
export function commandFile(packageName, command) {
  const folder = join(projectFolder, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
