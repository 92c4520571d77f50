// `npm run package:dir`: the package for this machine, not put into an installer, and its self-test. Where only the
// registry runtime is to be had it is made on that: by the same configuration, but never for a user.
import '../require-node.mjs';
import { rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Arch, build, DIR_TARGET, Platform } from 'electron-builder';
import { buildApp } from '../app.mjs';
import { onDisplay } from '../display.mjs';
import { endWith } from '../end.mjs';
import { projectFolder } from '../paths.mjs';
import { run } from '../run.mjs';
import { prepareRuntime } from '../runtime/prepare.mjs';
import { electronVersion, shimFolders, sqliteModules } from '../runtime/registry-runtime.mjs';
import config from './config.mjs';

/** @typedef {import('electron-builder').Configuration} Configuration */
/** @typedef {import('../runtime/electron.mjs').Runtime} Runtime */

const output = '.cache/package';

/** Bytes of the app's own files; a pattern that takes in more of the project shows here first. */
const MOST_OWN = 40_000_000;

if (process.argv[1] === import.meta.filename) {
  await endWith(async () => (await buildApp()) || packageAndTest());
}

/**
 * Packages what is built in out/, and starts the package.
 * @returns {Promise<number>} exit code of the self-test
 */
export async function packageAndTest() {
  const folder = await packageFor(await prepareRuntime());
  console.log(`The package is in ${folder}. Its self-test:`);
  // Chromium refuses to start as root otherwise.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];
  return run(...onDisplay(executableIn(folder), [...sandbox, '--self-test']));
}

/** @param {Runtime} runtime @returns {Promise<string>} the folder with the executable, or with the .app of a Mac */
async function packageFor({ executable, kind }) {
  let folder = '';
  const levels = process.platform === 'darwin' ? '../../../..' : '..';
  const onThis = {
    ...config,
    directories: { ...config.directories, output },
    electronDist: resolve(executable, levels),
    /** @param {import('electron-builder').AfterPackContext} context */
    afterPack: async (context) => {
      await config.afterPack(context);
      if (kind === 'registry') removeShim(context);
      folder = context.appOutDir;
      refuseTooMuch(context.packager.getResourcesDir(folder));
    },
  };
  rmSync(join(projectFolder, output), { recursive: true, force: true });
  await build({
    targets: Platform.current().createTarget(DIR_TARGET, Arch[/** @type {'x64' | 'arm64'} */ (process.arch)]),
    projectDir: projectFolder,
    config: kind === 'registry' ? onRegistryRuntime(onThis, dirname(executable)) : onThis,
    publish: 'never',
  });
  return folder;
}

/**
 * The registry runtime has an older Node-API than better-sqlite3 13 needs: its own version 12 is packed instead.
 * In place of `files`, not in `afterPack`: the index of the archive would not know the other files.
 * @param {Configuration & { files: (string | import('electron-builder').FileSet)[] }} usual
 * @param {string} runtime
 * @returns {Configuration}
 */
function onRegistryRuntime(usual, runtime) {
  const sqlite = { from: sqliteModules(runtime), to: 'node_modules', filter: ['**/*.{js,json,node}'] };
  const without13 = [
    ...usual.files.filter((each) => typeof each === 'string'),
    '!node_modules/better-sqlite3/**',
  ];
  return { ...usual, electronVersion, files: [...without13, sqlite] };
}

/** What makes the registry runtime start a project from its folder. @param {import('electron-builder').AfterPackContext} context */
function removeShim({ appOutDir }) {
  for (const name of shimFolders)
    rmSync(join(appOutDir, 'resources', name), { recursive: true, force: true });
}

/** @param {string} resources */
function refuseTooMuch(resources) {
  const { size } = statSync(join(resources, 'app.asar'));
  if (size > MOST_OWN) throw new Error(`app.asar has ${size} bytes: look at \`files\` in config.mjs.`);
}

/** @param {string} folder */
function executableIn(folder) {
  if (process.platform === 'darwin')
    return join(folder, `${config.productName}.app`, 'Contents', 'MacOS', config.productName);
  return join(folder, process.platform === 'win32' ? `${config.executableName}.exe` : config.executableName);
}
