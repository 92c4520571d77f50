import { unzipSync, zipSync } from 'fflate';

export class ArchiveTooLarge extends Error {}

/**
 * Unpacks the wanted parts of a zip archive and packs them again without compression, so that whoever reads them next
 * cannot be made to unpack more than `most` bytes: the directory is believed for no more room than it states.
 *
 * @throws ArchiveTooLarge when all parts together state more; another Error when the archive is damaged
 */
export function unpackWithin(
  archive: Uint8Array,
  most: number,
  isWanted: (part: string) => boolean,
): Uint8Array {
  let stated = 0;
  unzipSync(archive, {
    filter: ({ originalSize }) => {
      stated += originalSize;
      return false;
    },
  });
  if (stated > most) throw new ArchiveTooLarge();
  const parts = unzipSync(archive, { filter: ({ name }) => isWanted(name) });
  for (const [name, bytes] of Object.entries(parts)) {
    if (/\.(xml|rels)$/i.test(name) && !endsAsMarkup(bytes)) throw new Error(`${name} is cut off`);
  }
  return zipSync(parts, { level: 0 });
}

/** A part that states less than it holds is cut off in the middle of its markup. */
function endsAsMarkup(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(-64)).trimEnd().endsWith('>');
}
