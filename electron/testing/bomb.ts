import { crc32, deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';

/**
 * An archive with one more part that unpacks to `size` blanks. fflate takes seconds to pack so much, so that it stores
 * what zlib has packed, and the two headers of the part are put right.
 */
export function withBlanks(parts: Record<string, Uint8Array>, name: string, size: number): Buffer {
  const blanks = Buffer.alloc(size, ' ');
  const archive = Buffer.from(
    zipSync({ ...parts, [name]: [deflateRawSync(blanks, { level: 1 }), { level: 0 }] }),
  );
  const local = archive.indexOf(name) - 30;
  const listed = archive.lastIndexOf(name) - 46;
  for (const [method, sum, unpacked] of [
    [local + 8, local + 14, local + 22],
    [listed + 10, listed + 16, listed + 24],
  ] as const) {
    archive.writeUInt16LE(8, method);
    archive.writeUInt32LE(crc32(blanks), sum);
    archive.writeUInt32LE(size, unpacked);
  }
  return archive;
}
