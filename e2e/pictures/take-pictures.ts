import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { changed, rowOf, text } from '../../core/testing/report-street.ts';
import { reportWorkbook } from '../../electron/testing/report-workbook.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { goTo } from '../going.ts';
import { cell, chooseUnit, goToPage, goToSheet, key, namedCell } from '../keying.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const UNIT = '001 示例街道办事处（本级）';

test.beforeEach(async ({ desk }) => {
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
});

/** Fonts and drawings of charts have come, and nothing moves any more. */
async function picture({ page }: Desk, name: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)));
  });
  await page.screenshot({ path: join(docs, `${name}.png`), animations: 'disabled' });
}

async function openSample({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: '打开示例' }).first().click();
  await expect(page.getByRole('heading', { name: '总览' })).toBeVisible();
}

test('start', async ({ desk }) => {
  const { page } = desk;
  await expect(page.getByRole('button', { name: '打开示例' }).first()).toBeVisible();
  await page.keyboard.press('Control+n');
  await page.getByLabel('部门名称').fill('某某街道办事处');
  await page.getByLabel('地区').fill('上海市普陀区');
  await page.getByLabel('年度').fill('2025');
  await picture(desk, 'new-book');
});

test('the year', async ({ desk }) => {
  const { page } = desk;
  await openSample(desk);
  await expect(page.locator('.chart canvas, .chart svg').first()).toBeVisible();
  await picture(desk, 'overview');

  await goToPage(page, '支出');
  await chooseUnit(page, UNIT);
  await cell(page, '2010302', '项目支出').click();
  await expect(page.getByRole('complementary').getByRole('table').first()).toBeVisible();
  await picture(desk, 'keying');

  // two digits change places: the card says where to look first
  await key(page, cell(page, '2010302', '项目支出'), '708');
  await page.keyboard.press('F9');
  await expect(page.getByText(/检查于/)).toBeVisible();
  await goToPage(page, '检查');
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await expect(page.getByRole('complementary')).toContainText('先看');
  await picture(desk, 'checks');
  await page.keyboard.press('Control+z');
});

test('public tables', async ({ desk }) => {
  const { page } = desk;
  await openSample(desk);
  await goToPage(page, '公开表');
  await page.getByRole('button', { name: '一、一般公共服务支出，支出 决算数，2,708.00' }).click();
  await expect(page.getByRole('complementary')).toContainText('2010302 一般行政管理事务');
  await picture(desk, 'tables');

  const exported = join(desk.folder, '批复表.xlsx');
  await desk.answerSaveDialog(exported);
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByText('已导出 9 张表')).toBeVisible();
  await goToPage(page, '支出');
  await chooseUnit(page, UNIT);
  await key(page, cell(page, '2010301', '基本支出'), '1499');
  await goToPage(page, '公开表');
  await chooseUnit(page, '部门汇总');
  await desk.answerOpenDialog(exported);
  await page.getByRole('button', { name: /^与批复表核对/ }).click();
  await expect(page.getByText(/\d+ 处不同，在 \d+ 张表/)).toBeVisible();
  await picture(desk, 'comparing');

  await page.getByRole('button', { name: /^账簿 / }).click();
  await page.getByRole('menuitem', { name: '报表格式…' }).click();
  await expect(page.getByRole('heading', { name: '报表格式' })).toBeVisible();
  await picture(desk, 'formats');
});

test('import', async ({ desk }) => {
  const { page } = desk;
  await openSample(desk);
  await chooseUnit(page, UNIT);
  const file = join(desk.folder, '示例街道办事处（本级）.xls');
  const broken = changed('Z04', { [`${rowOf('财决04', '2010302')} 6`]: text('7,800,0OO.00') });
  writeFileSync(file, reportWorkbook(broken, 'biff8'));
  await goTo(page, '导入', /^页 ?导入$/);
  await desk.answerOpenDialog(file);
  await page.keyboard.press('Control+1');
  await expect(page.getByText('“7,800,0OO.00”不是金额', { exact: false })).toBeVisible();
  await picture(desk, 'importing');
});

test('registers', async ({ desk }) => {
  const { page } = desk;
  await openSample(desk);
  await chooseUnit(page, UNIT);
  await goToSheet(page, '资产与车辆', '公务用车');
  await page.getByRole('grid', { name: '公务用车' }).getByText('沪A10001').click();
  await expect(page.getByRole('button', { name: '登记处置' })).toBeVisible();
  await picture(desk, 'vehicles');
  await page.getByRole('button', { name: '登记处置' }).click();
  await page.locator('.card-form').getByLabel('处置日期').fill('2024-06-15');
  await page.locator('.card-form').getByLabel('处置方式和原因').fill('报废，沪财资〔2024〕12号');
  await picture(desk, 'vehicle-disposed');
  await page.keyboard.press('Escape');

  const file = join(desk.folder, '资产卡片清单.csv');
  writeFileSync(file, cardList());
  await goToSheet(page, '资产与车辆', '资产卡片');
  await desk.answerOpenDialog(file);
  await page.getByRole('button', { name: '导入卡片…' }).click();
  await page.getByRole('tab', { name: /^不能读入/ }).click();
  await picture(desk, 'cards-import');
  writeFileSync(file, cardList().replace(/^.*(杂项|1900).*\n/gm, ''));
  await page.getByRole('button', { name: '重新读取' }).click();
  await expect(page.getByRole('button', { name: /^读入卡片/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已读入 240 张卡片')).toBeVisible();
  await goToSheet(page, '资产与车辆', '资产');
  await key(page, namedCell(page, '其中：家具和用具', '原值'), '25.4');
  await key(page, namedCell(page, '其中：设备', '原值'), '46.6');
  await goToSheet(page, '资产与车辆', '资产卡片');
  await page.getByRole('tab', { name: '与资产年报核对' }).click();
  await expect(page.getByRole('row', { name: /^其中：家具和用具/ })).toBeVisible();
  await picture(desk, 'reconciliation');

  await page.getByRole('button', { name: /^账簿 / }).click();
  await page.getByRole('menuitem', { name: '单位与年度…' }).click();
  await page.getByRole('button', { name: '锁定 2024 年度' }).click();
  await expect(page.getByText('2024 年度已锁定（今天')).toBeVisible();
  // not the head of the page, which says where the book lies
  const years = page.getByRole('region', { name: '年度', exact: true });
  await years.screenshot({ path: join(docs, 'locked.png'), animations: 'disabled' });
});

/** 240 cards as an asset system lists them, and two with a fault. */
function cardList(): string {
  const things = [
    ['办公桌', '家具和用具', 3000],
    ['台式计算机', 'A02010105', 5200],
    ['文件柜', '家具和用具', 1400],
    ['打印机', '设备', 2400],
  ] as const;
  const rows = Array.from({ length: 240 }, (_, index) => {
    const [name, kind, value] = things[index % things.length] ?? things[0];
    const day = `20${10 + (index % 14)}-0${1 + (index % 9)}-1${index % 10}`;
    return `TY${String(index + 1).padStart(5, '0')},${name},${kind},${day},${value},${value / 2},${value / 2}`;
  });
  const faulty = ['TY00241,保险柜,杂项,2021-08-15,2400,2600,', 'TY00242,木椅,家具,1900-01-01,100,0,100'];
  const head = '资产编号,资产名称,资产分类,取得日期,账面原值,累计折旧,净值';
  return `${[head, ...rows, ...faulty].join('\n')}\n`;
}
