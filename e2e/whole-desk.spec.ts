import { join } from 'node:path';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expect, test } from './fixtures.ts';
import { goTo } from './going.ts';
import { namedCell } from './keying.ts';

const ECONOMIC = [
  ['30101', '130'],
  ['30108', '20'],
  ['30201', '50'],
  ['30217', '1'],
  ['30231', '4'],
  ['30239', '15'],
] as const;

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
  await goTo(page, '支出', /^页 ?支出$/);
  await addLine(page, '2010301', '200');
  await addLine(page, '2080505', '20');
  for (const budget of ['全年预算', '年初预算']) {
    await page.keyboard.press('Alt+PageUp');
    await expect(page.getByRole('button', { name: budget })).toHaveAttribute('aria-pressed', 'true');
    await toCell(page, '2010301');
    await keyDown(page, ['200', '']);
    await toCell(page, '2080505');
    await keyDown(page, ['20']);
  }
  await goTo(page, '结转结余', /^页 ?结转结余$/);
  await page.keyboard.press('Control+I');
  await page.keyboard.press('Enter');
  await keyDown(page, ['0']);
  await goTo(page, '经济分类', /^页 ?基本支出经济分类$/);
  for (const [code, amount] of ECONOMIC) await addLine(page, code, amount);
  await goTo(page, '三公经费', /^页 ?“三公”经费$/);
  await page.keyboard.press('Alt+PageUp');
  await page.keyboard.press('Alt+PageUp');
  await toCell(page, '因公');
  await keyDown(page, ['0', '0', '5', '2']);
  await page.keyboard.press('Control+Tab');
  await toCell(page, '公务用车保有量');
  await keyDown(page, ['1', '3']);
  await toCell(page, '国内公务接待人次');
  await keyDown(page, ['20']);
  await goTo(page, '核对数', /^页 ?核对数$/);
  await toCell(page, '本年收入合计');
  await keyDown(page, ['220', '220', '220']);
  await page.keyboard.press('F9');
  await expect(page.getByText(/检查于/)).toBeVisible();
  await page.screenshot({ path: '/tmp/look/wd.png' });
});
