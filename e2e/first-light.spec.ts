import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expect, test } from './fixtures.ts';
import { goToPage, openSampleTables, overview } from './keying.ts';

async function openSampleByKey(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: '打开示例' }).first()).toBeVisible();
  await page.keyboard.press('Control+L');
  await goToPage(page, '公开表');
}

test('a stranger opens the sample, sees a number and where it comes from, exports, and reads the file', async ({
  desk,
}) => {
  const { page } = desk;
  await openSampleTables(page);

  const sheet = page.getByRole('table', { name: '收入支出决算总表' });
  const number = sheet.getByRole('button', { name: '一、一般公共服务支出，支出 决算数，2,708.00' });
  await number.click();
  const panel = page.getByRole('complementary');
  await expect(panel).toContainText('2010302 一般行政管理事务');
  await expect(panel).toContainText('本级拨给 003 的款项，部门内部往来');
  await expect(panel).toContainText('27,080,000.00');

  const file = join(desk.folder, '公开表.xlsx');
  await desk.answerSaveDialog(file);
  await page.getByRole('button', { name: '导出' }).click();
  await expect(page.getByText(`已导出 9 张表到 ${file}`)).toBeVisible();

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  expect(workbook.worksheets.map((each) => each.name)).toEqual([
    '01 收入支出决算总表',
    '02 收入决算表',
    '03 支出决算表',
    '04 财政拨款收入支出决算总表',
    '05 一般公共预算财政拨款支出决算表',
    '06 一般公共预算财政拨款基本支出决算表',
    '07 财政拨款“三公”经费支出决算表',
    '08 政府性基金预算财政拨款收入支出决算表',
    '09 国有资本经营预算财政拨款收入支出决算表',
  ]);
  const [summary] = workbook.worksheets;
  const printed: [unknown, unknown][] = [];
  summary?.eachRow((row) => printed.push([row.getCell(3).value, row.getCell(4).value]));
  expect(printed).toContainEqual(['一、一般公共服务支出', 2708]);
});

test('every table of every unit is on the desk, and the empty one says why it is empty', async ({ desk }) => {
  const { page } = desk;
  await openSampleByKey(page);
  const list = page.getByRole('navigation', { name: '公开表' });
  await list.getByRole('button', { name: /“三公”经费/ }).click();
  await expect(page.getByRole('button', { name: /公务用车运行维护费 决算数，2\.01$/ })).toBeVisible();
  await list.getByRole('button', { name: /国有资本经营/ }).click();
  await expect(
    page.getByText('说明：示例街道办事处本年度没有国有资本经营预算财政拨款收入和支出，故本表无数据。'),
  ).toBeVisible();

  await page.getByRole('combobox', { name: '单位' }).click();
  await page.getByText('003 示例街道市政管理服务中心', { exact: true }).click();
  await list.getByRole('button', { name: '收入决算表' }).first().click();
  await expect(
    page.getByRole('button', { name: /^其他城乡社区管理事务支出，上级补助收入，5\.00$/ }),
  ).toBeVisible();
});

test('a book opened before is on the start page, and opens there with Enter', async ({ desk }) => {
  await openSampleTables(desk.page);
  await expect(desk.page.getByRole('table', { name: '收入支出决算总表' })).toBeVisible();
  await desk.relaunch();
  await expect(desk.page.getByText('示例街道办事处')).toBeVisible();
  await desk.page.keyboard.press('Enter');
  await expect(overview(desk.page)).toBeVisible();
  // closed, a book is one file
  await desk.close();
  const books = readdirSync(join(desk.folder, 'user-data')).filter((name) => name.includes('.mzb'));
  expect(books).toEqual(['示例街道.mzb']);
});

test('a file that is no book is refused with one sentence, and the desk goes on', async ({ desk }) => {
  const { page } = desk;
  await expect(page.getByRole('button', { name: '打开示例' }).first()).toBeVisible();
  const file = join(desk.folder, '会议纪要.mzb');
  writeFileSync(file, '不是账簿');
  await desk.answerOpenDialog(file);
  await page.keyboard.press('Control+O');
  await expect(page.getByRole('alert')).toContainText(`${file} 不是明账的账簿`);
  await openSampleTables(page);
  await expect(page.getByRole('table', { name: '收入支出决算总表' })).toBeVisible();
});

test('an export that cannot be written says so, and leaves nothing behind', async ({ desk }) => {
  const { page } = desk;
  await openSampleByKey(page);
  await expect(page.getByRole('table', { name: '收入支出决算总表' })).toBeVisible();
  writeFileSync(join(desk.folder, 'blocked'), '');
  await desk.answerSaveDialog(join(desk.folder, 'blocked', '公开表.xlsx'));
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByRole('alert')).toContainText('写不进');
  expect(readdirSync(desk.folder).sort()).toEqual(['blocked', 'user-data']);
});

test('whatever is closed by keyboard hands the focus back, so the keyboard goes on where it was', async ({
  desk,
}) => {
  const { page } = desk;
  await openSampleByKey(page);
  const number = page.getByRole('button', { name: '一、一般公共服务支出，支出 决算数，2,708.00' });
  await number.click();
  const closePanel = page.getByRole('button', { name: '收起右侧' });
  await closePanel.focus();
  await page.keyboard.press('Enter');
  await expect(closePanel).toHaveCount(0);
  await expect(number).toBeFocused();

  await desk.answerSaveDialog(join(desk.folder, '公开表.xlsx'));
  await page.keyboard.press('Control+Shift+E');
  const closeStrip = page.getByRole('button', { name: '收起这句话' });
  await closeStrip.focus();
  await page.keyboard.press('Enter');
  await expect(closeStrip).toHaveCount(0);
  await expect(number).toBeFocused();
});

test('the window is closed to the world: sandboxed, no Node, no way out', async ({ desk }) => {
  const { app, page } = desk;
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // getLastWebPreferences is not in the types
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  const seen = await page.evaluate(() => ({
    node: 'process' in window || 'require' in window,
    bridge: Object.isFrozen((window as unknown as { mingzhang: object }).mingzhang),
    opened: window.open('app://mingzhang/index.html') !== null,
  }));
  expect(seen).toEqual({ node: false, bridge: true, opened: false });
  expect(app.windows()).toHaveLength(1);

  // listens behind the app's own listener, so it sees what that one decided
  await app.evaluate(({ BrowserWindow }) => {
    const decided = new Promise((tell) => {
      BrowserWindow.getAllWindows()[0]?.webContents.once('will-navigate', (event) =>
        tell(event.defaultPrevented),
      );
    });
    Object.assign(globalThis, { decided });
  });
  await page.evaluate(() => {
    window.location.href = 'app://mingzhang/assets/elsewhere.html';
  });
  expect(await app.evaluate(() => (globalThis as unknown as { decided: Promise<boolean> }).decided)).toBe(
    true,
  );

  // not even main itself gets out: the session lets nothing through but the page's own files
  const outside = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    try {
      await window.loadURL('http://127.0.0.1:9/');
      return 'loaded';
    } catch (error) {
      return (error as { code?: string }).code;
    } finally {
      window.destroy();
    }
  });
  expect(outside).toBe('ERR_BLOCKED_BY_CLIENT');
});
