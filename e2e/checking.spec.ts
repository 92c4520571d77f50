import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  cell,
  chooseUnit,
  expectShown,
  goToPage,
  goToSheet,
  grid,
  key,
  namedCell,
  openExpenditure,
  openSampleTables,
  overview,
  pageEntry,
} from './keying.ts';
import { mz } from './mz.ts';

const SAMPLE = resolve(import.meta.dirname, '../samples/example-street-2024.json');
const FIRST_UNIT = '001 示例街道办事处（本级）';

/** The card of a finding in the panel at the right. */
function card(page: Page, rule: string): Locator {
  return page
    .getByRole('complementary')
    .getByRole('article')
    .filter({ has: page.getByText(rule, { exact: true }) });
}

function status(page: Page): Locator {
  return page.getByRole('contentinfo');
}

async function openFindings(page: Page): Promise<void> {
  await page.getByRole('complementary').getByRole('tab', { name: '检查' }).click();
}

test('two digits change places: both sides are seen, gone to and mended, and nothing is left of it', async ({
  desk,
}) => {
  const { page } = desk;
  await openExpenditure(page);
  await openFindings(page);
  await expect(status(page)).toContainText('错误 0');
  const keyed = cell(page, '2010302', '项目支出');
  await key(page, keyed, '708');

  const total = card(page, 'K04');
  await expect(total).toContainText('734.50');
  await expect(total).toContainText('806.50');
  await expect(total).toContainText('先看');
  await expect(total).toContainText('差额能被 9 整除，像是相邻两位写颠倒');
  await expect(status(page)).toContainText('错误 3');
  await expect(pageEntry(page, '支出')).toHaveAccessibleName(/错误/);

  await total.getByRole('button', { name: /806\.50/ }).click();
  const control = namedCell(page, '项目支出合计', '金额');
  await expect(control).toHaveAttribute('aria-selected', 'true');
  await expect(control).toHaveClass(/mark-error/);
  await expect(control).toHaveAccessibleDescription(
    /项目支出合计与核对数不等。账簿项目支出（全部资金） 734.50，核对数 财决04 项目支出（全部资金） 806.50/,
  );
  await expect(
    page.getByText('账簿项目支出（全部资金） 734.50，核对数 财决04 项目支出（全部资金） 806.50，相差 -72.00'),
  ).toBeVisible();

  await total
    .getByRole('button', { name: /708\.00/ })
    .first()
    .click();
  await expect(keyed).toHaveAttribute('aria-selected', 'true');
  // the grid has the keyboard
  await page.keyboard.type('780');
  await page.keyboard.press('Enter');
  await expect(total).toHaveCount(0);
  await expect(status(page)).toContainText('错误 0');
  await expect(pageEntry(page, '支出')).not.toHaveAccessibleName(/错误/);
  await goToPage(page, '核对数');
  await expectShown(control, '806.50');
  await expect(control).not.toHaveClass(/mark-error/);
});

test('F8 leads from one problem to the next, over the sheets', async ({ desk }) => {
  const { page } = desk;
  await openExpenditure(page);
  await goToPage(page, '核对数');
  await key(page, namedCell(page, '基本支出合计', '金额'), '1610');
  await key(page, namedCell(page, '项目支出合计', '金额'), '860.5');
  await expect(status(page)).toContainText('错误 2');
  await goToPage(page, '支出');
  await expect(grid(page)).toBeVisible();
  await page.keyboard.press('F8');
  await expect(namedCell(page, '基本支出合计', '金额')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('F8');
  await expect(namedCell(page, '项目支出合计', '金额')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+F8');
  await expect(namedCell(page, '基本支出合计', '金额')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('1600');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('错误 1');
});

test('an amount that stands alone carries the corner itself, and loses it when it is mended', async ({
  desk,
}) => {
  const { page } = desk;
  await openExpenditure(page);
  await page.getByRole('tab', { name: /政府性基金/ }).click();
  const keyed = cell(page, '2296002', '基本支出');
  await key(page, keyed, '3');
  await expect(keyed).toHaveClass(/mark-error/);
  await keyed.click();
  await page.keyboard.press('Delete');
  await expect(keyed).not.toHaveClass(/mark-error/);
});

test('the 核对数 of the department are keyed with 部门汇总, and compared with all units together', async ({
  desk,
}) => {
  const { page } = desk;
  await openSampleTables(page);
  await goToPage(page, '核对数');
  await expect(page.getByText(/批复的部门汇总数/)).toBeVisible();
  const total = namedCell(page, '本年支出合计', '金额');
  await expectShown(total, '3,169.50');
  await key(page, total, '3164.5');
  await expect(total).toHaveClass(/mark-error/);
  await expect(card(page, 'K02')).toContainText('3,164.50');

  // those of a unit are its own
  await chooseUnit(page, FIRST_UNIT);
  await expectShown(total, '2,406.50');
  await expect(total).not.toHaveClass(/mark-error/);
  await chooseUnit(page, '部门汇总（3 个单位）');
  await expectShown(total, '3,164.50');
  await key(page, total, '3169.5');
  await expect(total).not.toHaveClass(/mark-error/);
  await expect(card(page, 'K02')).toHaveCount(0);
});

test('a book without 核对数 says 未核对 until they are keyed', async ({ desk }) => {
  const { page } = desk;
  const book = JSON.parse(await readFile(SAMPLE, 'utf8'));
  const [year] = book.years;
  delete year.control;
  for (const { sheets } of year.units) delete sheets.control;
  const file = join(desk.folder, '没有核对数.json');
  await writeFile(file, JSON.stringify(book));
  const opened = join(desk.folder, '没有核对数.mzb');
  expect(await mz('import', file, '--to', opened)).toMatchObject({ code: 0 });
  await desk.answerOpenDialog(opened);
  await page.keyboard.press('Control+O');
  await goToPage(page, '核对数');
  await chooseUnit(page, FIRST_UNIT);
  await expect(status(page)).toContainText('未核对');
  await expect(page.getByRole('complementary')).toContainText('未核对');
  await key(page, namedCell(page, '本年支出合计', '金额'), '2406.5');
  await expect(status(page)).not.toContainText('未核对');
});

test('each sheet can be keyed: a count, a line for all 项, a 款 by its 拼音', async ({ desk }) => {
  const { page } = desk;
  await openExpenditure(page);
  await goToSheet(page, '三公与实物量', '实物量');
  const meetings = namedCell(page, '会议次数', '数量');
  await key(page, meetings, '12.5');
  await expect(page.getByText('不是数量，只能是 0 或正整数。').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await key(page, meetings, '12');
  await expectShown(meetings, '12');

  await goToPage(page, '经济分类');
  await page.keyboard.press('Control+I');
  await page.keyboard.type('gwjdf');
  await page.keyboard.press('Enter');
  await page.keyboard.type('0.5');
  await page.keyboard.press('Enter');
  await expectShown(cell(page, '30217', '金额'), '0.50');

  await goToPage(page, '结转结余');
  await page.getByRole('tab', { name: /国有资本经营/ }).click();
  await page.keyboard.press('Control+I');
  await page.keyboard.press('Enter');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  const undivided = namedCell(page, '不分项', '上年末结转和结余');
  await expectShown(undivided, '3.00');
  // in one fund there is one way only
  await page.getByRole('tab', { name: /一般公共预算/ }).click();
  await page.keyboard.press('Control+I');
  await page.keyboard.press('Enter');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('两种只用一种');
  await expect(undivided).toHaveAttribute('aria-invalid', 'true');
});

test('a cell that one is led to is shown also where nothing is left in its row', async ({ desk }) => {
  await openExpenditure(desk.page);
  await desk.page.keyboard.press('Control+I');
  await desk.page.keyboard.type('zynj');
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.type('50');
  await desk.page.keyboard.press('Enter');
  await expectShown(cell(desk.page, '2080506', '基本支出'), '50.00');
  await desk.relaunch();
  const { page } = desk;
  await expect(page.getByRole('button', { name: /示例街道办事处/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(overview(page)).toBeVisible();
  await page.keyboard.press('Control+Z');
  const emptied = cell(page, '2080506', '基本支出');
  await expectShown(emptied, '');
  await expect(emptied).toHaveAttribute('aria-selected', 'true');
  // the grid has the keyboard
  await page.keyboard.type('51');
  await page.keyboard.press('Enter');
  await expectShown(emptied, '51.00');
});
