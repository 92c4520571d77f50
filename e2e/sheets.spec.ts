import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { expect, test } from './fixtures.ts';
import {
  cell,
  copyText,
  expectShown,
  fundTab,
  goToPage,
  goToSheet,
  key,
  namedCell,
  openAgain,
  openExpenditure,
} from './keying.ts';

const UNIT_QUESTION = { name: '粘贴的单位' };

/** The cell that names a row of the clerk's own. */
function rowHead(page: Page, name: string) {
  return page.getByRole('rowheader', { name, exact: true });
}

test('a row of one’s own is added by the keyboard, named, keyed, undone, and deleted whole', async ({
  desk,
}) => {
  const { page } = desk;
  await openExpenditure(page);
  await goToPage(page, '采购与服务');
  await page.keyboard.press('Control+Tab');
  await expect(page.getByRole('heading', { name: '政府购买服务' })).toBeVisible();
  await expect(page.getByText('“政府购买服务”还没有数。这样开始：')).toBeVisible();

  await page.keyboard.press('Control+I');
  await page.keyboard.type('社区养老服务');
  await page.keyboard.press('Enter');
  await expect(rowHead(page, '社区养老服务')).toBeVisible();
  await page.keyboard.type('A0101');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12.5');
  await page.keyboard.press('Enter');
  await expectShown(namedCell(page, '社区养老服务', '指导性目录'), 'A0101');
  await expectShown(namedCell(page, '社区养老服务', '金额'), '12.50');
  await expectShown(namedCell(page, '合计', '金额'), '12.50');

  await rowHead(page, '社区养老服务').click();
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.type('（二期）');
  await page.keyboard.press('Enter');
  await expect(rowHead(page, '社区养老服务（二期）')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(rowHead(page, '社区养老服务')).toBeVisible();

  // a row on which a figure stands keeps its name
  await rowHead(page, '社区养老服务').click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alert')).toContainText('这一行还有数，名称不能空');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Delete');
  await expect(rowHead(page, '社区养老服务')).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expectShown(namedCell(page, '社区养老服务', '金额'), '12.50');
  await expectShown(namedCell(page, '社区养老服务', '指导性目录'), 'A0101');

  // amount, catalog and name were three steps
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Z');
  await expect(rowHead(page, '社区养老服务')).toHaveCount(0);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Y');
  await expectShown(namedCell(page, '社区养老服务', '金额'), '12.50');
});

test('a block that seems to be in 元 is asked about before it is stored', async ({ desk }) => {
  const { page } = desk;
  await openExpenditure(page);
  await copyText(desk.app, '16,000,000.00\r\n');
  const place = cell(page, '2010301', '基本支出');
  await place.click();
  await page.keyboard.press('Control+V');
  const question = page.getByRole('alertdialog', UNIT_QUESTION);
  await expect(question).toContainText('粘贴的 1 个数大约是原数的 1 万倍，像是元。');
  await expectShown(place, '1,500.00');
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expectShown(place, '1,500.00');

  await page.keyboard.press('Control+V');
  await page.keyboard.press('Enter');
  await expectShown(place, '1,600.00');
  await page.keyboard.press('Control+Z');
  await expectShown(place, '1,500.00');

  await page.keyboard.press('Control+V');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expectShown(place, '16,000,000.00');
});

test('codes that were copied along are no amounts', async ({ desk }) => {
  const { page } = desk;
  await openExpenditure(page);
  await copyText(desk.app, '2010399\t其他政府办公厅（室）及相关机构事务支出\t5\t6\r\n');
  const place = cell(page, '2010302', '项目支出');
  await place.click();
  await page.keyboard.press('Control+V');
  await expect(page.getByText('没有粘贴：第一列是科目编码（2010399）')).toBeVisible();
  await expectShown(place, '780.00');
});

test('comparing columns are hidden and shown by hand, and stay so', async ({ desk }) => {
  const { page } = desk;
  await openExpenditure(page);
  const header = (name: string) => page.getByRole('columnheader', { name, exact: true });
  await expect(header('完成率')).toBeVisible();
  await page.getByRole('button', { name: '列', exact: true }).click();
  const box = (name: string) =>
    page.getByRole('group', { name: '显示的列' }).getByRole('checkbox', { name, exact: true });
  await box('完成率').uncheck();
  await box('增减额').check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '列', exact: true })).toBeFocused();
  await expect(header('完成率')).toHaveCount(0);
  await desk.relaunch();
  await openAgain(desk.page);
  await expect(desk.page.getByRole('columnheader', { name: '增减额', exact: true })).toBeVisible();
  await expect(desk.page.getByRole('columnheader', { name: '完成率', exact: true })).toHaveCount(0);
});

test('a book in 元 is keyed and shown in 元', async ({ desk }) => {
  await openExpenditure(desk.page);
  await desk.close();
  const book = new Sqlite(join(desk.folder, 'user-data', '示例街道.mzb'));
  book.exec(`BEGIN;
    INSERT INTO change_set (at, actor, kind, reason) VALUES ('2026-11-22T07:00:00.000Z', '录入员', 'set-up', '');
    INSERT INTO open_change_set (id, change_set) VALUES (1, last_insert_rowid());
    UPDATE department SET money = 'yuan';
    DELETE FROM open_change_set;
    COMMIT`);
  book.close();
  await desk.launch();
  const { page } = desk;
  await openAgain(page);
  await expectShown(cell(page, '2010301', '基本支出'), '15,000,000.00');
  await key(page, cell(page, '2010301', '基本支出'), '15000000.01');
  await expectShown(cell(page, '2010301', '基本支出'), '15,000,000.01');
  await expect(fundTab(page, '一般公共预算')).toContainText('23,800,000.01');
  await expect(page.getByRole('contentinfo').getByText('元', { exact: true })).toBeVisible();
});

test('机关运行经费 stands by 款 beside its 核对数, and is not keyed', async ({ desk }) => {
  const { page } = desk;
  await openExpenditure(page);
  await goToSheet(page, '经济分类', '机关运行经费');
  await expectShown(namedCell(page, '合计', '本年决算'), '240.00');
  await expect(namedCell(page, '合计', '本年决算')).toHaveAttribute('aria-readonly', 'true');
  await expect(cell(page, '30201', '本年决算')).toBeVisible();
});
