import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import ExcelJS from 'exceljs';
import { expect, test } from './fixtures.ts';
import {
  cell,
  copyText,
  expectShown,
  fundTab,
  goToPage,
  grid,
  openAgain,
  openExpenditure,
  openSampleTables,
} from './keying.ts';
import { mz } from './mz.ts';

test('a clerk adds an item by its 拼音 initials, keys it, sees tables and totals follow, and exports', async ({
  desk,
}) => {
  const { page } = desk;
  await openExpenditure(page);
  await expect(fundTab(page, '一般公共预算')).toContainText('2,380.00');

  const preview = page.getByRole('region', { name: '预览' });
  await expect(preview.getByRole('row', { name: '合计 2,406.50 1,600.00 806.50' })).toBeVisible();

  await page.keyboard.press('Control+I');
  await page.keyboard.type('zynj');
  await expect(page.getByRole('option', { name: '2080506 机关事业单位职业年金缴费支出' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('=48+2.5');
  await page.keyboard.press('Enter');

  await expectShown(cell(page, '2080506', '基本支出'), '50.50');
  await expectShown(cell(page, '20805', '基本支出'), '150.50');
  await expectShown(cell(page, '208', '小计'), '150.50');
  await expect(fundTab(page, '一般公共预算')).toContainText('2,430.50');
  await expect(page.getByText(/^已保存 \d\d:\d\d:\d\d$/)).toBeVisible();
  await expect(
    preview.getByRole('row', { name: '2080506 机关事业单位职业年金缴费支出 50.50' }),
  ).toBeVisible();
  await expect(preview.getByRole('button', { name: '收入支出决算总表', exact: true })).toBeVisible();

  await goToPage(page, '公开表');
  await page
    .getByRole('navigation', { name: '公开表目录' })
    .getByRole('button', { name: '支出决算表' })
    .first()
    .click();
  const file = join(desk.folder, '公开表.xlsx');
  await desk.answerSaveDialog(file);
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByText(`已导出 9 张表到 ${file}`)).toBeVisible();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const rows: unknown[] = [];
  workbook.getWorksheet('03 支出决算表')?.eachRow((row) => rows.push((row.values as unknown[]).slice(1, 5)));
  expect(rows).toContainEqual(['2080506', '    机关事业单位职业年金缴费支出'.trim(), 50.5, 50.5]);
});

test('a block pasted from Excel is one step: undone, redone, and there after the app was quit and opened', async ({
  desk,
}) => {
  await openExpenditure(desk.page);
  await copyText(desk.app, '1,500.10\t"20"\r\n\t（3）\r\n7\t8\r\n');
  await cell(desk.page, '2010301', '基本支出').click();
  await desk.page.keyboard.press('Control+V');
  // the third line of the block meets the sums of 208
  await expect(desk.page.getByText('已跳过 2 个由程序计算的格')).toBeVisible();
  await expectShown(cell(desk.page, '2010301', '项目支出'), '20.00');
  await expectShown(cell(desk.page, '2010302', '项目支出'), '-3.00');
  await expect(fundTab(desk.page, '一般公共预算')).toContainText('1,617.10');

  await desk.page.keyboard.press('Control+Z');
  await expect(fundTab(desk.page, '一般公共预算')).toContainText('2,380.00');
  await expectShown(cell(desk.page, '2010301', '项目支出'), '');

  await desk.relaunch();
  await openAgain(desk.page);
  await expectShown(cell(desk.page, '2010302', '项目支出'), '780.00');
  await cell(desk.page, '2010301', '基本支出').click();
  await desk.page.keyboard.press('Control+Y');
  await expect(fundTab(desk.page, '一般公共预算')).toContainText('1,617.10');
  await expect(cell(desk.page, '2010301', '基本支出')).toHaveAttribute('aria-selected', 'true');
});

test('undo goes back over units: it leads to the cell that it changes', async ({ desk }) => {
  const { page } = desk;
  await openExpenditure(page);
  await cell(page, '2010302', '项目支出').click();
  await page.keyboard.type('781');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: '单位' }).click();
  await page.getByText('003 示例街道市政管理服务中心', { exact: true }).click();
  await expectShown(cell(page, '2120199', '项目支出'), '300.00');
  await goToPage(page, '公开表');
  await expect(page.getByRole('table', { name: '收入支出决算总表' })).toBeVisible();

  await page.keyboard.press('Control+Z');
  await expectShown(cell(page, '2010302', '项目支出'), '780.00');
  await expect(page.getByRole('combobox', { name: '单位' }).locator('..')).toContainText('001');
});

test('undo works from outside the grid as well, and the grid shows it', async ({ desk }) => {
  const { page } = desk;
  await openExpenditure(page);
  await cell(page, '2010302', '项目支出').click();
  await page.keyboard.type('781');
  await page.keyboard.press('Enter');
  await expectShown(cell(page, '2010302', '项目支出'), '781.00');
  await fundTab(page, '一般公共预算').focus();
  await page.keyboard.press('Control+Z');
  await expectShown(cell(page, '2010302', '项目支出'), '780.00');
});

test('what is shown is what is stored, however often undo was asked for from outside', async ({ desk }) => {
  const { page } = desk;
  await openExpenditure(page);
  for (const amount of ['781', '782', '783']) {
    await cell(page, '2010302', '项目支出').click();
    await page.keyboard.type(amount);
    await page.keyboard.press('Enter');
  }
  await goToPage(page, '公开表');
  await expect(page.getByRole('table', { name: '收入支出决算总表' })).toBeVisible();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Z');
  await expectShown(cell(page, '2010302', '项目支出'), '780.00');
  await cell(page, '2010302', '项目支出').click();
  await page.keyboard.type('790');
  await page.keyboard.press('Enter');
  await goToPage(page, '公开表');
  await expect(page.getByRole('table', { name: '收入支出决算总表' })).toBeVisible();
  await goToPage(page, '支出');
  await expectShown(cell(page, '2010302', '项目支出'), '790.00');
  await expect(fundTab(page, '一般公共预算')).toContainText('2,390.00');
});

test('a remark is stored by leaving it, as a cell is', async ({ desk }) => {
  await openExpenditure(desk.page);
  await cell(desk.page, '2010302', '项目支出').click();
  await desk.page.keyboard.press('Shift+F2');
  await desk.page.keyboard.type('甲');
  await cell(desk.page, '2010301', '基本支出').click();
  await desk.page.keyboard.press('Shift+F2');
  await desk.page.keyboard.type('乙');
  await desk.relaunch();
  await openAgain(desk.page);
  await cell(desk.page, '2010302', '项目支出').click();
  await expect(desk.page.getByText('甲', { exact: true })).toBeVisible();
  await cell(desk.page, '2010301', '基本支出').click();
  await expect(desk.page.getByText('乙', { exact: true })).toBeVisible();
});

test('a cell that is being typed is stored when the window is closed', async ({ desk }) => {
  await openExpenditure(desk.page);
  await cell(desk.page, '2010302', '项目支出').click();
  await desk.page.keyboard.type('799.5');
  await desk.relaunch();
  await openAgain(desk.page);
  await expectShown(cell(desk.page, '2010302', '项目支出'), '799.50');
});

test('what cannot be read stays in its cell with the reason, through other pages, and is asked about at leaving', async ({
  desk,
}) => {
  const { page } = desk;
  await openExpenditure(page);
  const place = cell(page, '2010302', '项目支出');
  await place.click();
  await page.keyboard.type('1,23.4');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('千分位的位置不对。应是 123.4，还是 1,234？');
  await expect(page.getByRole('button', { name: '1 格未存入' })).toBeVisible();
  await expect(fundTab(page, '一般公共预算')).toContainText('2,380.00');

  await goToPage(page, '公开表');
  await expect(page.getByRole('table', { name: '收入支出决算总表' })).toBeVisible();
  await page.getByRole('button', { name: '1 格未存入' }).click();
  await expect(place).toHaveAttribute('aria-invalid', 'true');
  await expectShown(place, '1,23.4');

  await desk.answerMessageBox(0);
  await page.getByRole('button', { name: '关闭账簿' }).first().click();
  await expect(grid(page)).toBeVisible();
  await place.click();
  await page.keyboard.press('Escape');
  await expectShown(place, '780.00');
  await page.getByRole('button', { name: '关闭账簿' }).first().click();
  await expect(page.getByRole('heading', { name: '部门决算，数字只录一次' })).toBeVisible();
});

test('what the book could not take stays in its cell, and goes in by Enter once it can', async ({ desk }) => {
  const { page } = desk;
  await openExpenditure(page);
  const other = new Sqlite(join(desk.folder, 'user-data', '示例街道.mzb'));
  other.exec('BEGIN IMMEDIATE');
  const place = cell(page, '2010302', '项目支出');
  await place.click();
  await page.keyboard.type('781');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('正被另一个程序使用');
  await expect(fundTab(page, '一般公共预算')).toContainText('2,380.00');
  await expect(page.getByRole('button', { name: '1 格未存入' })).toBeVisible();

  other.exec('ROLLBACK');
  other.close();
  await page.keyboard.press('Enter');
  await expectShown(place, '781.00');
  await expect(fundTab(page, '一般公共预算')).toContainText('2,381.00');
  await expect(page.getByRole('button', { name: '1 格未存入' })).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a remark stands beside its cell, also in the book that is opened again', async ({ desk }) => {
  await openExpenditure(desk.page);
  await cell(desk.page, '2010302', '项目支出').click();
  await desk.page.keyboard.press('Shift+F2');
  await desk.page.keyboard.type('批复文号沪财 12 号');
  await desk.page.keyboard.press('Control+Enter');
  await expect(desk.page.getByText('批复文号沪财 12 号')).toBeVisible();
  await desk.relaunch();
  await openAgain(desk.page);
  await cell(desk.page, '2010302', '项目支出').click();
  await expect(desk.page.getByText('批复文号沪财 12 号')).toBeVisible();
});

test('looking for a name, a code or an amount leads from one to the next', async ({ desk }) => {
  const { page } = desk;
  await openExpenditure(page);
  await cell(page, '2010301', '基本支出').click();
  await page.keyboard.press('Control+F');
  await page.keyboard.type('780');
  await expect(page.getByText('第 1 处，共 5 处')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(cell(page, '2010302', '项目支出')).toHaveAttribute('aria-selected', 'true');
  // the grid has the keyboard again, at what was found
  await page.keyboard.press('Escape');
  await page.keyboard.type('790');
  await page.keyboard.press('Enter');
  await expectShown(cell(page, '2010302', '项目支出'), '790.00');
});

test('the department can only be looked at, and says where its figures are keyed', async ({ desk }) => {
  const { page } = desk;
  await openSampleTables(page);
  await goToPage(page, '支出');
  await expect(page.getByText('部门汇总由各单位和差额表相加得来')).toBeVisible();
  await expect(cell(page, '2120199', '项目支出')).toHaveAttribute('aria-readonly', 'true');
  await page.getByRole('tab', { name: '全部' }).click();
  await expectShown(cell(page, '2010302', '项目支出'), '783.00');
});

test('a second start brings the first window to the front, and leaves', async ({ desk }) => {
  await openExpenditure(desk.page);
  await desk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    const focused = new Promise((tell) => {
      window.focus = () => tell(true);
    });
    Object.assign(globalThis, { focused });
  });
  expect(await desk.startSecond()).toBe(0);
  expect(
    await desk.app.evaluate(() => (globalThis as unknown as { focused: Promise<boolean> }).focused),
  ).toBe(true);
  expect(desk.app.windows()).toHaveLength(1);
});

test('two processes never write one book: who comes second is told so', async ({ desk }) => {
  const { page } = desk;
  await openExpenditure(page);
  const book = join(desk.folder, 'user-data', '示例街道.mzb');
  const sample = resolve(import.meta.dirname, '../samples/example-street-2024.json');
  const writing = await mz('import', sample, '--to', book);
  expect(writing).toEqual({ code: 2, said: expect.stringContaining('正在另一个明账窗口里打开') });
  // reading is free
  expect((await mz('tables', book, '--year', '2024')).code).toBe(0);
  await cell(page, '2010302', '项目支出').click();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expectShown(cell(page, '2010302', '项目支出'), '1.00');
  await desk.close();
  expect((await mz('check', book, '--year', '2024')).code).toBe(1);
});
