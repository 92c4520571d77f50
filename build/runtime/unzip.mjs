import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} mode Unix permissions
 * @property {number} method 0 stored, 8 deflated
 * @property {number} packedSize
 * @property {number} size
 * @property {number} headerOffset of the local header
 */

const endOfDirectory = 0x06054b50;
const endOfDirectorySize = 22;
const localHeaderSize = 30;

/**
 * Lists a zip. Written here because the archive holds 25,000 files of which we want 70: no unpacker that we
 * have takes a choice, and `unzip` is missing on many machines. Knows no zip64 and no encryption.
 * @param {string} file
 * @returns {Promise<ZipEntry[]>}
 */
export async function zipEntries(file) {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tail = await bytes(handle, Math.max(0, size - 65_535 - endOfDirectorySize), size);
    const end = tail.lastIndexOf(Uint8Array.of(0x50, 0x4b, 0x05, 0x06));
    if (end < 0 || tail.readUInt32LE(end) !== endOfDirectory) throw new Error(`${file} is not a zip file.`);
    const start = tail.readUInt32LE(end + 16);
    return directoryEntries(await bytes(handle, start, start + tail.readUInt32LE(end + 12)));
  } finally {
    await handle.close();
  }
}

/**
 * Writes one file of the zip to the disk.
 * @param {string} file
 * @param {ZipEntry} entry
 * @param {string} target
 */
export async function unzipEntry(file, entry, target) {
  await mkdir(dirname(target), { recursive: true });
  const handle = await open(file);
  const header = await bytes(handle, entry.headerOffset, entry.headerOffset + localHeaderSize);
  await handle.close();
  const start = entry.headerOffset + localHeaderSize + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = createReadStream(file, { start, end: start + entry.packedSize - 1 });
  const written = createWriteStream(target, { mode: entry.mode & 0o777 });
  if (entry.method === 8) await pipeline(packed, createInflateRaw(), written);
  else await pipeline(packed, written);
  if (written.bytesWritten !== entry.size) throw new Error(`${entry.name} in ${file} is damaged.`);
}

/** @param {Buffer} directory */
function directoryEntries(directory) {
  /** @type {ZipEntry[]} */
  const entries = [];
  for (let at = 0; at < directory.length; ) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, nameEnd),
      mode: directory.readUInt16LE(at + 40),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** @param {import('node:fs/promises').FileHandle} handle @param {number} start @param {number} end */
async function bytes(handle, start, end) {
  const { buffer } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
  return buffer;
}
