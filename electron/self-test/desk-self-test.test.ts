import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { deskSelfTest, runSteps } from './desk-self-test.ts';

const root = resolve(import.meta.dirname, '../..');
const scripts = {
  reviewScript: new URL('../review/review-worker.ts', import.meta.url),
  readingScript: new URL('../import/reading-worker.ts', import.meta.url),
  cardsScript: new URL('../import/cards-worker.ts', import.meta.url),
};

async function run(files: Parameters<typeof deskSelfTest>[0]): Promise<{ passed: boolean; lines: string[] }> {
  const lines: string[] = [];
  const { steps, end } = deskSelfTest(files);
  try {
    return { passed: await runSteps(steps, (line) => lines.push(line)), lines };
  } finally {
    end();
  }
}

it('passes where everything of the app is there', async () => {
  const { passed, lines } = await run({ root, version: '0.0.0', ...scripts });
  expect(lines.filter((line) => !line.startsWith('ok: '))).toEqual([`self-test: 8 of 8 passed`]);
  expect(passed).toBe(true);
});

it.each([
  ['the migrations and the sample', { root: resolve(root, 'nowhere') }, 'a book is made'],
  [
    'the thread that reads files',
    { readingScript: new URL('../import/nowhere.ts', import.meta.url) },
    'is read in its thread',
  ],
])('fails where a package lacks %s', async (_, missing, step) => {
  const { passed, lines } = await run({ root, version: '0.0.0', ...scripts, ...missing });
  expect(passed).toBe(false);
  expect(lines.at(-1)).toContain(`failed: `);
  expect(lines.at(-1)).toContain(step);
});
