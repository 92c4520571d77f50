import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

/** Why an archive is not opened. */
export type ZipFault = 'not-a-zip' | 'damaged' | 'encrypted' | 'too-large';

export class ZipError extends Error {
  readonly fault: ZipFault;

  constructor(fault: ZipFault) {
    super(fault);
    this.fault = fault;
  }
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
}

const inflate = promisify(inflateRaw);

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LONGEST_END = 22 + 0xffff;
const IN_ZIP64 = 0xffff_ffff;

/**
 * A zip archive, opened only as far as it is asked for. The sizes that its directory states are added up before
 * anything is unpacked, and no part may unpack to more than it states: an archive made to fill the memory is refused.
 */
export class ZipParts {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** @param most bytes that all parts together may unpack to */
  constructor(bytes: Uint8Array, most: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#entries = readDirectory(this.#bytes);
    } catch (error) {
      throw error instanceof RangeError ? new ZipError('damaged') : error;
    }
    let total = 0;
    for (const { unpacked } of this.#entries.values()) total += unpacked;
    if (total > most) throw new ZipError('too-large');
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  async read(name: string): Promise<Buffer | null> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    if (entry.isEncrypted) throw new ZipError('encrypted');
    try {
      const names = this.#bytes.readUInt16LE(entry.offset + 26) + this.#bytes.readUInt16LE(entry.offset + 28);
      const start = entry.offset + 30 + names;
      const packed = this.#bytes.subarray(start, start + entry.packed);
      if (entry.method === 0) return packed;
      if (entry.method !== 8) throw new ZipError('damaged');
      const whole = await inflate(packed, { maxOutputLength: Math.max(entry.unpacked, 1) });
      if (whole.length !== entry.unpacked) throw new ZipError('damaged');
      return whole;
    } catch (error) {
      throw error instanceof ZipError ? error : new ZipError('damaged');
    }
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = bytes
    .subarray(Math.max(bytes.length - LONGEST_END, 0))
    .lastIndexOf(signature(END_OF_DIRECTORY));
  if (end === -1) throw new ZipError('not-a-zip');
  const at = end + Math.max(bytes.length - LONGEST_END, 0);
  const count = bytes.readUInt16LE(at + 10);
  let place = bytes.readUInt32LE(at + 16);
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(place) !== DIRECTORY_ENTRY) throw new ZipError('damaged');
    const nameEnd = place + 46 + bytes.readUInt16LE(place + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(place + 30);
    const name = bytes.toString('utf8', place + 46, nameEnd).replaceAll('\\', '/');
    const [unpacked = 0, packed = 0, offset = 0] = withZip64(
      [place + 24, place + 20, place + 42].map((each) => bytes.readUInt32LE(each)),
      bytes.subarray(nameEnd, extraEnd),
    );
    entries.set(name, {
      method: bytes.readUInt16LE(place + 10),
      isEncrypted: (bytes.readUInt16LE(place + 8) & 1) === 1,
      unpacked,
      packed,
      offset,
    });
    place = extraEnd + bytes.readUInt16LE(place + 32);
  }
  return entries;
}

/** Some programs state every size in the extra field that is meant for large archives. */
function withZip64(sizes: readonly number[], extra: Buffer): number[] {
  if (!sizes.includes(IN_ZIP64)) return [...sizes];
  let place = 0;
  while (extra.readUInt16LE(place) !== 1) place += 4 + extra.readUInt16LE(place + 2);
  place += 4;
  return sizes.map((size) => {
    if (size !== IN_ZIP64) return size;
    place += 8;
    return Number(extra.readBigUInt64LE(place - 8));
  });
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
