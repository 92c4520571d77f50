// `npm run package:addon [-- x64 arm64]`: the SQLite addon for Linux systems with an older C library.
//
// The binary in the npm package of better-sqlite3 needs glibc 2.34; UOS 20 has 2.28, Kylin V10 has 2.31. This compiles
// the same sources so that 2.28 is enough. Needs gcc and g++, for another architecture than this machine's the
// cross-compilers of Debian (g++-aarch64-linux-gnu, g++-x86-64-linux-gnu).
import '../../require-node.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { endWith } from '../../end.mjs';
import { projectFolder } from '../../paths.mjs';
import { run } from '../../run.mjs';
import { addonFolder, newestGlibc, OLDEST_GLIBC } from './addon.mjs';

const tools = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };
const require = createRequire(import.meta.url);
const source = join(projectFolder, 'node_modules', 'better-sqlite3');
const here = import.meta.dirname;

/** As in its gyp file; without -flto, under which the old names are lost. */
const addonDefines = [
  'NAPI_VERSION=10',
  'NAPI_DISABLE_CPP_EXCEPTIONS',
  'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
];
const common = [
  '-O3',
  '-fPIC',
  '-w',
  '-DNDEBUG',
  '-D_FILE_OFFSET_BITS=64',
  '-D_LARGEFILE64_SOURCE',
  '-fvisibility=hidden',
  ...['-include', join(here, 'old-glibc.h')],
];

await endWith(async () => {
  const asked = process.argv.slice(2);
  for (const arch of asked.length > 0 ? asked : [process.arch]) {
    if (arch !== 'x64' && arch !== 'arm64') throw new Error(`There is no package for ${arch}.`);
    await compile(arch);
  }
  return 0;
});

/** @param {keyof typeof tools} arch */
async function compile(arch) {
  const prefix = arch === process.arch ? '' : `${tools[arch]}-`;
  const folder = join(projectFolder, addonFolder, `linux-${arch}`);
  const object = (/** @type {string} */ name) => join(folder, `${name}.o`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  console.log(`Compiling SQLite for linux-${arch}; it takes some minutes.`);
  await step(`${prefix}gcc`, [
    ...common,
    '-std=c99',
    ...sqliteDefines().map((define) => `-D${define}`),
    ...['-c', join(source, 'deps', 'sqlite3', 'sqlite3.c'), '-o', object('sqlite3')],
  ]);
  await step(`${prefix}g++`, [
    ...common,
    '-std=c++20',
    '-fvisibility-inlines-hidden',
    ...addonDefines.map((define) => `-D${define}`),
    ...includeFolders().map((each) => `-I${each}`),
    ...['-c', join(source, 'src', 'better_sqlite3.cpp'), '-o', object('better_sqlite3')],
  ]);
  await step(`${prefix}gcc`, [...common, '-c', join(here, 'old-glibc.c'), '-o', object('old-glibc')]);
  const addon = join(folder, 'better_sqlite3.node');
  await step(`${prefix}g++`, [
    ...['-shared', '-s', '-static-libstdc++', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'],
    ...['stat64', 'lstat64', 'fstat64', 'fstat'].map((name) => `-Wl,--wrap=${name}`),
    ...['better_sqlite3', 'sqlite3', 'old-glibc'].map(object),
    ...['-ldl', '-lpthread', '-lm', '-o', addon],
  ]);
  for (const name of ['better_sqlite3', 'sqlite3', 'old-glibc']) rmSync(object(name));

  const needed = newestGlibc(addon);
  if (needed > OLDEST_GLIBC)
    throw new Error(`${addon} needs glibc 2.${needed}: a function is missing in old-glibc.h.`);
  console.log(`${addon} needs glibc 2.${needed}. The next package for linux-${arch} takes it.`);
}

/** @param {string} command @param {readonly string[]} args */
async function step(command, args) {
  if ((await run(command, args)) !== 0) throw new Error(`${command} failed; nothing was made.`);
}

/** How SQLite is to be built, from the list of better-sqlite3 itself. */
function sqliteDefines() {
  const text = readFileSync(join(source, 'deps', 'defines.gypi'), 'utf8').replace(/#.*/g, '');
  return Array.from(text.matchAll(/'([A-Z][^']*)'/g), ([, define]) => define ?? '');
}

function includeFolders() {
  const napi = join(projectFolder, 'node_modules', 'node-addon-api');
  return [napi, require('node-api-headers').include_dir, join(source, 'deps', 'sqlite3')];
}
