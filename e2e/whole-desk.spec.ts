import { join } from 'node:path';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expect, test } from './fixtures.ts';
import { goTo } from './going.ts';
import { cell, expectShown, namedCell } from './keying.ts';

/** Adds a line by its code and keys amounts into its columns from the first one on. */
async function addLine(page: Page, code: string, ...amounts: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+I');
  await expect(page.getByRole('combobox', { name: /科目/ })).toBeFocused();
  await page.keyboard.type(code);
  await expect(page.getByRole('option', { name: new RegExp(`^${code}`) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.entry-input')).toBeFocused();
  for (const amount of amounts) {
    await page.keyboard.type(amount);
    await page.keyboard.press('Tab');
  }
}

/** Keys amounts down a column from the active cell on; `''`: goes past a cell. */
async function keyDown(page: Page, amounts: readonly string[]): Promise<void> {
  for (const amount of amounts) {
    await page.keyboard.type(amount);
    await page.keyboard.press('Enter');
  }
}

/** Goes to the first keyed cell of a column: its head line is the first that takes figures. */
async function toCell(page: Page, line: string): Promise<void> {
  await page.keyboard.press('Control+F');
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

test('a small department goes from an empty book to its complete pack by the keyboard alone', async ({
  desk,
}) => {
  const { page } = desk;
  await expect(page.getByRole('button', { name: '新建账簿' }).first()).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('部门名称')).toBeFocused();
  await page.keyboard.type('小街道办事处');
  await page.keyboard.press('Enter');
  await page.keyboard.type('上海市某区');
  await desk.answerSaveDialog(join(desk.folder, '小街道.mzb'));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: '账簿 小街道办事处' })).toBeVisible();
  await goTo(page, '001', /^单位/);

  await goTo(page, '收入', /^页 ?收入$/);
  await addLine(page, '2010301', '200');
  await addLine(page, '2080505', '20');
  await page.keyboard.press('Alt+PageUp');
  await toCell(page, '2010301');
  await expectShown(cell(page, '2080505', '财政拨款收入'), '');

  await goTo(page, '支出', /^页 ?支出$/);
  await addLine(page, '2010301', '200');
  await addLine(page, '2080505', '20');
  await expectShown(cell(page, '2080505', '基本支出'), '20.00');
});
