import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { changed, rowOf, text } from '../core/testing/report-street.ts';
import { reportWorkbook } from '../electron/testing/report-workbook.ts';
import type { Desk } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { goTo } from './going.ts';
import { cell, expectShown } from './keying.ts';

const SAMPLE = resolve(import.meta.dirname, '../samples/example-street-2024.json');

/** A new book of one unit, 001, for 2024. */
async function newBook(desk: Desk): Promise<void> {
  const { page } = desk;
  await expect(page.getByRole('button', { name: '新建账簿' }).first()).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('部门名称')).toBeFocused();
  await page.keyboard.type('示例街道办事处');
  await page.keyboard.press('Enter');
  await page.keyboard.type('上海市某区');
  await page.getByLabel('年度').fill('2024');
  await desk.answerSaveDialog(join(desk.folder, '街道.mzb'));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: '账簿 示例街道办事处' })).toBeVisible();
  await goTo(page, '001', /^单位/);
}

async function begin(desk: Desk, keys: string, file: string): Promise<void> {
  await goTo(desk.page, '导入', /^页 ?导入$/);
  await desk.answerOpenDialog(file);
  await desk.page.keyboard.press(keys);
}

const take = (page: Page): Locator => page.getByRole('button', { name: /^并入账簿/ });
const counts = (page: Page): Locator => page.getByRole('status').filter({ hasText: '新增' });

/** Mends the cell that F8 has led to. */
async function mend(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.locator('.mend-input')).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('财决 reports with two bad rows go in when these are mended, and each figure says where it stood', async ({
  desk,
}) => {
  const { page } = desk;
  await newBook(desk);
  const spent = rowOf('财决04', '2010302');
  const broken = changed('Z04', { [`${spent} 6`]: text('7,800,0OO.00') }).map((sheet, index) => {
    const other = changed('Z03', { [`${rowOf('财决03', '2080505')} 0`]: text('20805O5') })[index];
    return sheet.name.startsWith('Z03') && other !== undefined ? other : sheet;
  });
  const file = join(desk.folder, '示例街道办事处（本级）.xls');
  writeFileSync(file, reportWorkbook(broken, 'biff8'));

  await begin(desk, 'Control+1', file);
  await expect(counts(page)).toContainText('待处理');
  await expect(take(page)).toBeDisabled();

  // the first bad row is shown at once, F8 leads to the next
  await expect(page.getByText('20805O5', { exact: false }).first()).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByText('“7,800,0OO.00”不是金额', { exact: false })).toBeVisible();
  await mend(page, '7880000');
  await expect(counts(page)).toContainText('待处理 1 行');
  await page.keyboard.press('F8');
  await mend(page, '2080505');
  await expect(counts(page)).not.toContainText('待处理');
  await expect(page.getByRole('tab', { name: /^表间核对/ })).not.toContainText('不等');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`“示例街道办事处（本级）.xls”已并入 001 2024 年度`)).toBeVisible();

  await goTo(page, '支出', /^页 ?支出$/);
  const project = cell(page, '2010302', '项目支出');
  await expectShown(project, '780.00');
  await project.click();
  await expect(page.getByText(/财决07.*2010302/).first()).toBeVisible();
  await page.getByRole('tab', { name: /^非财政拨款/ }).click();
  await expectShown(project, '8.00');
  await page.keyboard.press('F9');
  await expect(page.getByText(/检查于/)).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(/错误 ?0/);
  await goTo(page, '公开表', /^页 ?公开表$/);
  await expect(
    page
      .getByRole('table', { name: '收入支出决算总表' })
      .getByRole('button', { name: /本年支出合计.*2,406\.50$/ }),
  ).toBeVisible();
});

/** Keys 基本支出 of 2010350 as another view of the book would. @returns whether it was stored */
function commitBeside(value: number): boolean {
  const { mingzhang } = window as unknown as {
    readonly mingzhang: { readonly commit: (asked: unknown) => { readonly ok: boolean } };
  };
  const cell = {
    sheet: 'expenditure',
    row: '2010350',
    fund: 'general',
    column: 'basic',
    measure: 'actual',
  };
  return mingzhang.commit({ year: 2024, unit: '002', kind: 'key', edits: [{ ...cell, value }] }).ok;
}

test('the file of a unit is merged over what the book has, difference by difference', async ({ desk }) => {
  const { page } = desk;
  const file = join(desk.folder, '服务中心.json');
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as {
    years: { units: { code: string; sheets: { expenditure: { basic?: string }[] } }[] }[];
  };
  const unit = sample.years[0]?.units.find(({ code }) => code === '002');
  const [spent] = unit?.sheets.expenditure ?? [];
  if (spent === undefined) throw new Error('the sample has changed');
  spent.basic = '401.5';
  writeFileSync(file, JSON.stringify(sample));

  await page.getByRole('button', { name: '打开示例' }).first().click();
  await goTo(page, '002', /^单位/);
  await begin(desk, 'Control+3', file);
  await expect(counts(page)).toContainText('改动 1 格');
  const difference = page.getByRole('row', { name: /2010350 事业运行 基本支出/ });
  await expect(difference).toContainText('400.00');
  await expect(difference).toContainText('401.50');
  await page.keyboard.press('Space');
  await expect(counts(page)).toContainText('改动 0 格');
  await page.keyboard.press('Space');
  await expect(counts(page)).toContainText('改动 1 格');
  // the book is changed behind the differences that were looked at: they are shown again first
  expect(await page.evaluate(commitBeside, 403_000_000)).toBe(true);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('看过差异以后账簿又有改动', { exact: false })).toBeVisible();
  await expect(difference).toContainText('403.00');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已并入 002 2024 年度：新增 0 格，改动 1 格。')).toBeVisible();
  await goTo(page, '支出', /^页 ?支出$/);
  await expectShown(cell(page, '2010350', '基本支出'), '401.50');
});
