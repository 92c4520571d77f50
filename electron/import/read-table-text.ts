import { basename } from 'node:path';
import { textGrid } from '../../core/incoming/text-grid.ts';
import { problem } from '../../core/problems.ts';
import type { SheetGrid } from '../../core/recognition/grid.ts';
import { ProblemError } from '../store/failure.ts';

/** Reads a table of text: CSV or parted by tabs; UTF-8, UTF-16 with its mark, or GBK as Excel saves it here. */
export function readTableText(bytes: Uint8Array, file: string): SheetGrid {
  const name = basename(file);
  return textGrid(name.replace(/\.[^.]*$/, ''), decoded(bytes, name));
}

/** GB 18030 holds GBK whole. */
const ENCODINGS = ['utf-8', 'gb18030'];

function decoded(bytes: Uint8Array, name: string): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of isWide ? ['utf-16le'] : ENCODINGS) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // bytes of a picture or a program decode as something, but no table holds them
      if (!text.includes('\0')) return text;
    } catch {
      // another encoding then
    }
  }
  throw new ProblemError(problem('not-a-workbook', { file: name, doing: '导入' }));
}
