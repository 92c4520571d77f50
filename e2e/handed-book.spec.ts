import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { overview } from './keying.ts';
import { mz } from './mz.ts';

const samples = resolve(import.meta.dirname, '../samples');

test('a book that is double-clicked opens: with the app, and in the place of the book that is open', async ({
  desk,
}) => {
  const bureau = await bookOf('putuo-finance-bureau-2024.json');
  const street = await bookOf('zhanlanlu-street-2023.json');
  await desk.close();
  await desk.launch(bureau);
  await expectOpen(desk.page, '上海市普陀区财政局');
  expect(await desk.startSecond(street)).toBe(0);
  await expectOpen(desk.page, '北京市西城区人民政府展览路街道办事处');

  async function bookOf(sample: string): Promise<string> {
    const book = join(desk.folder, sample.replace('.json', '.mzb'));
    expect((await mz('import', join(samples, sample), '--to', book)).code).toBe(0);
    return book;
  }
});

async function expectOpen(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('button', { name: `账簿 ${name}` })).toBeVisible();
  await expect(overview(page)).toBeVisible();
}
