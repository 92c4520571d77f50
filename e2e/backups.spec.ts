import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { cell, expectShown, openAgain, openExpenditure, overview } from './keying.ts';

const bookOf = (desk: Desk) => join(desk.folder, 'user-data', '示例街道.mzb');
const copiesOf = (desk: Desk) => {
  const folder = join(desk.folder, 'user-data', '示例街道-备份');
  return existsSync(folder) ? readdirSync(folder).map((name) => name.split(' ')[2]) : [];
};

async function key(desk: Desk, amount: string): Promise<void> {
  await cell(desk.page, '2010302', '项目支出').click();
  await desk.page.keyboard.type(amount);
  await desk.page.keyboard.press('Enter');
}

async function openBackups(desk: Desk): Promise<void> {
  await desk.page.getByRole('button', { name: '账簿 示例街道办事处' }).click();
  await desk.page.getByRole('menuitem', { name: '备份与恢复…' }).click();
}

test('a copy is made at closing, and takes the place of the book on request, which is kept first', async ({
  desk,
}) => {
  await openExpenditure(desk.page);
  await key(desk, '781');
  await desk.relaunch();
  expect(copiesOf(desk)).toEqual(['关闭时.mzb']);

  await openAgain(desk.page);
  await key(desk, '999');
  await openBackups(desk);
  const list = () => desk.page.getByRole('list', { name: '备份' });
  await expect(list().getByRole('listitem')).toHaveCount(1);
  await list().getByRole('button', { name: /^恢复/ }).click();
  await expect(desk.page.getByRole('button', { name: '不换' })).toBeFocused();
  await desk.page.getByRole('button', { name: '换成这一份' }).click();

  await expect(overview(desk.page)).toBeVisible();
  expect(copiesOf(desk).sort()).toEqual(['关闭时.mzb', '恢复前.mzb'].sort());
  await desk.relaunch();
  await openAgain(desk.page);
  await expectShown(cell(desk.page, '2010302', '项目支出'), '781.00');

  // and back again: nothing was lost
  await openBackups(desk);
  await list()
    .getByRole('listitem')
    .filter({ hasText: '恢复前' })
    .getByRole('button', { name: /^恢复/ })
    .click();
  await desk.page.getByRole('button', { name: '换成这一份' }).click();
  await expect(overview(desk.page)).toBeVisible();
  await desk.relaunch();
  await openAgain(desk.page);
  await expectShown(cell(desk.page, '2010302', '项目支出'), '999.00');
});

test('a copy can be made at any time', async ({ desk }) => {
  await openExpenditure(desk.page);
  await openBackups(desk);
  await expect(desk.page.getByText('还没有备份。')).toBeVisible();
  await desk.page.getByRole('button', { name: '立即备份' }).click();
  await expect(desk.page.getByRole('listitem').filter({ hasText: '手工' })).toBeVisible();
  expect(copiesOf(desk)).toEqual(['手工.mzb']);
});

test('a damaged book is not opened: what is wrong, and the newest good copy, which can take its place', async ({
  desk,
}) => {
  await openExpenditure(desk.page);
  await key(desk, '782');
  await desk.close();
  const bytes = readFileSync(bookOf(desk));
  // the first page is whole, the next ones are not
  bytes.fill(0xa5, 4096, 4096 * 6);
  writeFileSync(bookOf(desk), bytes);

  await desk.launch();
  const { page } = desk;
  await expect(page.getByRole('button', { name: /示例街道办事处/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '账簿已损坏，没有打开' })).toBeVisible();
  await expect(page.getByText('关闭时')).toBeVisible();
  await expect(page.getByRole('button', { name: '打开文件夹' })).toBeFocused();
  expect(readFileSync(bookOf(desk)).equals(bytes)).toBe(true);

  await page.getByRole('button', { name: '恢复这份备份' }).click();
  await expect(overview(page)).toBeVisible();
  expect(copiesOf(desk).sort()).toEqual(['关闭时.mzb', '损坏的账簿.mzb'].sort());
  await desk.relaunch();
  await openAgain(desk.page);
  await expectShown(cell(desk.page, '2010302', '项目支出'), '782.00');
});
