import { join } from 'node:path';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expect, test } from './fixtures.ts';
import { goTo } from './going.ts';

const ECONOMIC = [
  ['30101', '130'],
  ['30108', '20'],
  ['30201', '50'],
  ['30217', '1'],
  ['30231', '4'],
  ['30239', '15'],
] as const;

/** The numbers of each worksheet, by a part of the title that one looks for. */
async function printedIn(file: string): Promise<Map<string, number[]>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const wanted = ['收入支出决算总表', '一般公共预算财政拨款基本支出决算表', '“三公”经费'];
  return new Map(
    wanted.map((title): [string, number[]] => {
      const sheet = workbook.worksheets.find((each) => JSON.stringify(each.getSheetValues()).includes(title));
      const numbers: number[] = [];
      sheet?.eachRow((row) =>
        row.eachCell(({ value }) => {
          if (typeof value === 'number') numbers.push(value);
        }),
      );
      return [title, numbers];
    }),
  );
}

/** Goes to a sheet, and waits until it has the keyboard: what is pressed before still belongs to the page that is left. */
async function goToSheet(page: Page, typed: string, line: RegExp, title: string): Promise<void> {
  await goTo(page, typed, line);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.locator('main .entry-input')).toBeFocused();
}

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

/** Goes to the first keyed cell of a line by 查找, as one does on a long sheet. */
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

  await goToSheet(page, '收入', /^页 ?收入$/, '收入');
  await addLine(page, '2010301', '200');
  await addLine(page, '2080505', '20');
  await goToSheet(page, '支出', /^页 ?支出$/, '支出');
  await addLine(page, '2010301', '200');
  await addLine(page, '2080505', '20');
  for (const budget of ['全年预算', '年初预算']) {
    await page.keyboard.press('Alt+PageUp');
    await expect(page.getByRole('button', { name: budget })).toHaveAttribute('aria-pressed', 'true');
    await toCell(page, '2010301');
    await keyDown(page, ['200']);
    await toCell(page, '2080505');
    await keyDown(page, ['20']);
  }
  await goToSheet(page, '结转结余', /^页 ?结转结余$/, '结转结余');
  await page.keyboard.press('Control+I');
  await page.keyboard.press('Enter');
  await keyDown(page, ['0']);
  await goToSheet(page, '经济分类', /^页 ?基本支出经济分类$/, '基本支出经济分类');
  for (const [code, amount] of ECONOMIC) await addLine(page, code, amount);
  await goToSheet(page, '三公经费', /^页 ?“三公”经费$/, '“三公”经费');
  await page.keyboard.press('Alt+PageUp');
  await page.keyboard.press('Alt+PageUp');
  await toCell(page, '因公');
  await keyDown(page, ['0', '0', '5', '2']);
  await page.keyboard.press('Control+Tab');
  await toCell(page, '团组数');
  await keyDown(page, ['0', '0', '0', '1', '3', '0', '20', '0', '0', '0', '2', '1']);
  await goToSheet(page, '核对数', /^页 ?核对数$/, '核对数');
  await toCell(page, '本年收入合计');
  await keyDown(page, ['220', '220', '220']);

  await page.keyboard.press('F9');
  await expect(page.getByText(/检查于/)).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(/错误 ?0.*核实 ?0/);
  await expect(page.getByRole('contentinfo')).toContainText('核对数 4/4');

  const file = join(desk.folder, '公开表.xlsx');
  await goTo(page, '公开表', /^页 ?公开表$/);
  await expect(page.getByRole('table', { name: '收入支出决算总表' })).toBeVisible();
  await desk.answerSaveDialog(file);
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByText(`已导出 9 张表到 ${file}`)).toBeVisible();
  const printed = await printedIn(file);
  expect(printed.get('收入支出决算总表')).toEqual(expect.arrayContaining([220, 200, 20]));
  expect(printed.get('一般公共预算财政拨款基本支出决算表')).toEqual(
    expect.arrayContaining([150, 70, 130, 20, 50, 1, 4, 15]),
  );
  expect(printed.get('“三公”经费')).toEqual(expect.arrayContaining([7, 5, 4, 2, 1]));
});
