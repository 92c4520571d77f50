import { Unzip, UnzipInflate, unzipSync, zipSync } from 'fflate';

export class ArchiveTooLarge extends Error {}

/** Bytes of the archive read at a time, so that what unpacks to too much is given up early. */
const STEP = 16 * 1024;

/**
 * Unpacks the wanted parts of a zip archive and packs them again without compression, so that whoever reads them next
 * cannot be made to unpack more than `most` bytes, whatever the archive states of itself.
 *
 * @throws ArchiveTooLarge when the wanted parts unpack to more; another Error when the archive is damaged
 */
export function unpackWithin(
  archive: Uint8Array,
  most: number,
  isWanted: (part: string) => boolean,
): Uint8Array {
  const parts = new Map<string, Uint8Array[]>();
  const open = new Set<string>();
  let unpacked = 0;
  const unzip = new Unzip((file) => {
    if (!isWanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    open.add(file.name);
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      unpacked += chunk.length;
      if (unpacked > most) throw new ArchiveTooLarge();
      chunks.push(chunk);
      if (final) open.delete(file.name);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < archive.length; at += STEP) {
    unzip.push(archive.subarray(at, at + STEP), at + STEP >= archive.length);
  }
  const [lost] = namesOf(archive).filter((name) => isWanted(name) && (open.has(name) || !parts.has(name)));
  if (lost !== undefined) throw new Error(`${lost} is cut off`);
  return zipSync(Object.fromEntries([...parts].map(([name, chunks]) => [name, joined(chunks)])), {
    level: 0,
  });
}

/** The parts that the directory at the archive's end names. @throws when the end is missing */
function namesOf(archive: Uint8Array): string[] {
  const names: string[] = [];
  unzipSync(archive, {
    filter: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  return names;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
