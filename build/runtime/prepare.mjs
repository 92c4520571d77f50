import { resolveElectron } from './electron.mjs';
import { ensureSystemPackages } from './system.mjs';

/**
 * What both `npm start` and the tests need before a window can open, so that neither knows a way the other lacks.
 * @returns {Promise<import('./electron.mjs').Runtime>}
 */
export async function prepareRuntime() {
  ensureSystemPackages({ window: true });
  return resolveElectron();
}
