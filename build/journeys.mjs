import { needsVirtualDisplay } from './display.mjs';
import { temporaryFolders } from './memory-folder.mjs';
import { commandFile } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Runs the end-to-end tests against the built app.
 * @param {string} executable of Electron
 * @param {readonly string[]} args for Playwright
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} exit code
 */
export function runJourneys(executable, args, env = process.env) {
  const playwright = [commandFile('@playwright/test', 'playwright'), 'test', ...args];
  const displays = needsVirtualDisplay() ? { MINGZHANG_OWN_DISPLAYS: '1' } : {};
  return run(process.execPath, playwright, {
    env: { ...env, ...temporaryFolders(), ...displays, MINGZHANG_ELECTRON: executable },
  });
}
