import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { needsVirtualDisplay } from '../display.mjs';

/**
 * @typedef {object} Need
 * @property {string} what in the words of the message to the reader
 * @property {readonly string[]} packages Debian names, the newest first
 * @property {() => boolean} isThere
 */

const libraryFolders = [
  '/lib',
  '/lib64',
  '/usr/lib',
  '/usr/lib64',
  `/usr/lib/${triple()}`,
  `/lib/${triple()}`,
];
const fontFolders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(process.env['HOME'] ?? '/', '.fonts'),
];

/** Ubuntu 24.04 and Debian 13 renamed two libraries when time_t grew to 64 bits; older releases know the old names only. */
const libraries = [
  library('libgtk-3.so.0', ['libgtk-3-0t64', 'libgtk-3-0']),
  library('libnss3.so', ['libnss3']),
  library('libasound.so.2', ['libasound2t64', 'libasound2']),
  library('libgbm.so.1', ['libgbm1']),
];

/** @type {readonly Need[]} */
const windowNeeds = [
  { what: 'a font with Chinese characters', packages: ['fonts-noto-cjk'], isThere: hasChineseFont },
];

/** @type {readonly Need[]} */
const virtualDisplayNeeds = [
  program('xvfb-run', 'xvfb', 'a virtual display, as this machine has none (xvfb-run)'),
  program('xauth', 'xauth', 'xauth, which xvfb-run calls'),
];

/**
 * Makes sure that Electron finds what it needs of the system. Installs it where that is a matter of course
 * (root on a Debian-like machine: a container), otherwise says what to do. Never lets a caller go on without:
 * a test that cannot run must not pass for one that ran.
 * @param {{ window: boolean }} options whether a window will be opened
 */
export function ensureSystemPackages({ window }) {
  if (process.platform !== 'linux') return;
  const needs = [
    ...libraries,
    ...(window ? windowNeeds : []),
    ...(needsVirtualDisplay() ? virtualDisplayNeeds : []),
  ];
  const missing = needs.filter((need) => !need.isThere());
  if (missing.length === 0) return;

  const list = missing.map((need) => need.what).join('; ');
  if (!onPath('apt-get'))
    throw new Error(`Electron cannot start, the system lacks: ${list}. Install it and start again.`);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    console.log(`The system lacks: ${list}. Installing it with apt-get.`);
    apt('apt-get', ['update', '--quiet']);
  }
  const install = ['install', '-y', '--no-install-recommends', ...missing.map((need) => packageFor(need))];
  if (!isRoot)
    throw new Error(
      `Electron cannot start, the system lacks: ${list}. Run: sudo apt-get ${install.join(' ')}`,
    );
  apt('apt-get', install);

  const still = needs.filter((need) => !need.isThere());
  if (still.length > 0) {
    throw new Error(`apt-get ran, and the system still lacks: ${still.map((need) => need.what).join('; ')}.`);
  }
}

/** @param {string} command @param {readonly string[]} args */
function apt(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`);
}

/** The first of the names that apt can install here. @param {Need} need */
function packageFor(need) {
  const known = need.packages.find((name) =>
    /Candidate: (?!\(none\))/.test(output('apt-cache', ['policy', name])),
  );
  return known ?? need.packages[need.packages.length - 1] ?? '';
}

/** @param {string} file @param {readonly string[]} packages @returns {Need} */
function library(file, packages) {
  return { what: `the library ${file}`, packages, isThere: () => hasLibrary(file) };
}

/** @param {string} name @param {string} packageName @param {string} what @returns {Need} */
function program(name, packageName, what) {
  return { what, packages: [packageName], isThere: () => onPath(name) };
}

/** @param {string} name */
function onPath(name) {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => folder && existsSync(join(folder, name)));
}

/** The linker's list knows every configured folder; the usual folders serve where it cannot be asked. @param {string} file */
function hasLibrary(file) {
  const known = output('/sbin/ldconfig', ['-p']);
  return known.includes(`\t${file} `) || libraryFolders.some((folder) => existsSync(join(folder, file)));
}

function hasChineseFont() {
  if (onPath('fc-list')) return output('fc-list', [':lang=zh', 'family']).trim() !== '';
  return fontFolders.some((folder) => {
    const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    return names.some((name) => /cjk|wqy|sourcehan|simsun|simhei|droidsansfallback/i.test(name));
  });
}

function triple() {
  return process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
}

/** What a program prints, in English; nothing when it cannot be run. @param {string} command @param {readonly string[]} args */
function output(command, args) {
  const { stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  return stdout ?? '';
}
