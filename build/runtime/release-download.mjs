import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, commandFile } from '../paths.mjs';

const failureFile = join(cacheFolder, 'electron-download-failed.json');
const day = 24 * 60 * 60 * 1000;
const downloadLimit = 15 * 60 * 1000;

/**
 * Downloads the Electron release with its own installer, which takes a former download from its cache first.
 * Where the address does not answer, that is remembered for a day, so that the next starts do not wait.
 * @param {string} folder of the electron package
 * @param {string} version
 */
export function downloadRelease(folder, version) {
  const attempt = {
    version,
    mirror: process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? '',
  };
  if (failedLately(attempt)) {
    console.log(
      `Electron ${version}: no download, it failed within the last day (remove ${failureFile} to try again).`,
    );
    return false;
  }
  console.log(`Electron ${version}: trying to download the release from ${attempt.mirror || 'GitHub'}.`);
  const impatience = import.meta.resolve('./impatient-fetch.mjs');
  const installer = commandFile('electron', 'install-electron');
  const { status, stderr } = spawnSync(process.execPath, ['--import', impatience, installer], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    timeout: downloadLimit,
    killSignal: 'SIGKILL',
  });
  if (status === 0) {
    rmSync(failureFile, { force: true });
    return true;
  }
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(failureFile, JSON.stringify({ ...attempt, at: Date.now() }));
  console.log(
    `Electron ${version}: the download failed (${stderr.split('\n', 1)[0] || 'no answer in time'}).`,
  );
  return false;
}

/** @param {{ version: string, mirror: string }} attempt */
function failedLately(attempt) {
  try {
    const failure = JSON.parse(readFileSync(failureFile, 'utf8'));
    const isSame = failure.version === attempt.version && failure.mirror === attempt.mirror;
    return isSame && Date.now() - failure.at < day;
  } catch {
    return false;
  }
}
