import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureFolder, writeFileWhole } from './write-file.ts';

const NEW = new TextEncoder().encode('新');

describe('a file written whole', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mingzhang-export-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('replaces the old one and leaves nothing beside it, however long its name', () => {
    const name = `${'长'.repeat(80)}.xlsx`;
    writeFileSync(join(folder, name), '旧的内容');
    writeFileWhole(join(folder, name), NEW);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('新');
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('leaves the old one untouched when writing fails', () => {
    const file = join(folder, '公开表.xlsx');
    writeFileSync(file, '旧');
    expect(() => writeFileWhole(file, {} as Uint8Array)).toThrow(TypeError);
    expect(readFileSync(file, 'utf8')).toBe('旧');
    expect(readdirSync(folder)).toEqual(['公开表.xlsx']);
  });

  it('throws the original error and leaves nothing when its place cannot hold a file', () => {
    writeFileSync(join(folder, 'file'), '');
    ensureFolder(join(folder, 'a', 'b'));
    const codeOf = (path: string) => {
      try {
        writeFileWhole(path, NEW);
      } catch (error) {
        return (error as NodeJS.ErrnoException).code;
      }
      return 'written';
    };
    expect(codeOf(join(folder, 'file', '公开表.xlsx'))).toBe('ENOTDIR');
    expect(codeOf(join(folder, 'missing', '公开表.xlsx'))).toBe('ENOENT');
    expect(codeOf(join(folder, 'a'))).not.toBe('written');
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['a', join('a', 'b'), 'file']);
  });
});
