import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { newestGlibc } from './addon.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-addon-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('reads from a binary the newest glibc that it needs, by number and not by letter', () => {
  const file = join(folder, 'addon.node');
  writeFileSync(
    file,
    Buffer.from('\u007fELF\0GLIBC_2.9\0GLIBC_2.28\0GLIBC_2.2.5\0GLIBCXX_3.4.29\0', 'latin1'),
  );
  expect(newestGlibc(file)).toBe(28);
});
