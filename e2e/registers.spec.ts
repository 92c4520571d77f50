import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseUnit, expectShown, goToPage, goToSheet, key, namedCell } from './keying.ts';

const UNIT = '001 示例街道办事处（本级）';

/** Fills the open form by the labels of its fields, and records it. */
async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    const field = page.locator('.card-form').getByLabel(label, { exact: true });
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(text);
    else await field.fill(text);
  }
  await page.keyboard.press('Control+Enter');
}

const CAR = {
  取得日期: '2019-5-1',
  号牌号码: '沪A12345',
  品牌型号: '大众帕萨特',
  用途: '机要通信用车',
  '原值（万元）': '21.8',
};

function total(page: Page, name: string) {
  return page.locator('.register-totals > div', { hasText: name }).locator('dd');
}

test('a vehicle goes in June: 保有量, the text and the check change, and a locked year does not', async ({
  desk,
}) => {
  const { page } = desk;
  await page.getByRole('button', { name: '打开示例' }).first().click();
  await chooseUnit(page, UNIT);
  await goToSheet(page, '资产与车辆', '公务用车');
  const list = page.getByRole('grid', { name: '公务用车' });
  await expect(list.getByRole('row').filter({ hasText: '沪A10001' })).toBeVisible();
  await expect(total(page, '公务用车保有量')).toHaveText('1 辆');

  await page.keyboard.press('Control+I');
  await fillIn(page, { ...CAR, '原值（万元）': '-1' });
  await expect(page.getByRole('alert').filter({ hasText: '是负数' })).toBeVisible();
  await fillIn(page, CAR);
  await expect(list.getByRole('row').filter({ hasText: '沪A12345' })).toContainText('在册');
  await expect(total(page, '公务用车保有量')).toHaveText('2 辆');
  await expect(page.getByLabel('公开文字')).toContainText('公务用车保有量2辆');

  // 实物量 says the same and is not keyed
  await goToSheet(page, '三公与实物量', '实物量');
  const kept = namedCell(page, '公务用车保有量', '数量');
  await expectShown(kept, '2');
  await expect(kept).toHaveAttribute('aria-readonly', 'true');
  // the paper of the year says one car: the check sees the difference until one has gone
  await goToPage(page, '核对数');
  await key(page, namedCell(page, '公务用车保有量', '数量'), '1');
  await goToPage(page, '检查');
  await expect(page.getByText('账簿公务用车保有量').first()).toBeVisible();

  // the year is locked, and the next one goes on with the same cars
  await page.getByRole('button', { name: /^账簿 / }).click();
  await page.getByRole('menuitem', { name: '单位与年度…' }).click();
  await page.getByRole('button', { name: '锁定 2024 年度' }).click();
  await expect(page.getByText('2024 年度已锁定（今天')).toBeVisible();
  await page.getByRole('button', { name: '开启 2025 年度' }).click();
  await expect(page.getByText('已开启 2025 年度')).toBeVisible();
  await goToSheet(page, '资产与车辆', '公务用车');
  await expect(total(page, '公务用车保有量')).toHaveText('2 辆');
  await list.getByText('沪A12345').click();
  await page.getByRole('button', { name: '登记处置' }).click();
  await fillIn(page, { 处置日期: '20250615', 处置方式和原因: '报废' });
  await expect(total(page, '公务用车保有量')).toHaveText('1 辆');
  await expect(page.getByLabel('公开文字')).toContainText('公务用车保有量1辆');

  // put right to a day of the locked year: it stays as it was locked, 2025 does not change
  await page.getByRole('button', { name: /^改正 2025年6月15日 处置/ }).click();
  await fillIn(page, { 处置日期: '2024-06-15' });
  await expect(total(page, '公务用车保有量')).toHaveText('1 辆');
  await page.getByRole('combobox', { name: '年度' }).click();
  await page.getByTitle('2024').click();
  await expect(page.getByText('已锁定', { exact: true })).toBeVisible();
  await expect(total(page, '公务用车保有量')).toHaveText('2 辆');
  await expect(page.getByRole('button', { name: /^登记增加/ })).toBeDisabled();
  await goToPage(page, '支出');
  await key(page, page.getByRole('gridcell', { name: /^2010301 [^，]*，基本支出，/ }), '9');
  await expect(page.getByText('没有录入：2024 年度已锁定')).toBeVisible();

  // unlocked with a reason, the year follows its registers again
  await page.getByRole('button', { name: /^账簿 / }).click();
  await page.getByRole('menuitem', { name: '单位与年度…' }).click();
  await page.getByRole('button', { name: '解锁 2024 年度…' }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '没有写原因' })).toBeVisible();
  await page.getByLabel('解锁原因，记入历史').fill('财政退回批复');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2024 年度没有锁定')).toBeVisible();
  await goToSheet(page, '资产与车辆', '公务用车');
  await expect(total(page, '公务用车保有量')).toHaveText('1 辆');
});

test('asset cards come from a list: what is wrong with it is said, mended, and the totals are compared', async ({
  desk,
}) => {
  const { page } = desk;
  const file = join(desk.folder, '资产清单.csv');
  const head = '资产编号,资产名称,资产分类,取得日期,账面原值,累计折旧,净值';
  const rows = [
    'TY001,办公桌,家具和用具,2019-05-01,3000,1200,1800',
    'FW001,办公楼,房屋,1998-09-30,800000,260000,540000',
  ];
  const wrong = ['TY002,打印机,杂项,2021-08-15,2400,2600,', 'TY001,椅子,家具,2020-01-01,100,0,100'];
  writeFileSync(file, [head, ...rows, ...wrong].join('\n'));
  await page.getByRole('button', { name: '打开示例' }).first().click();
  await chooseUnit(page, UNIT);
  await goToSheet(page, '资产与车辆', '资产卡片');
  await desk.answerOpenDialog(file);
  await page.getByRole('button', { name: '导入卡片…' }).click();
  await expect(page.getByText('有 3 行不能读入')).toBeVisible();
  await page.getByRole('combobox', { name: '杂项 是哪一类' }).click();
  await page.getByTitle('设备（不含车辆）').click();
  await page.getByRole('tab', { name: /^不能读入/ }).click();
  const bad = page.getByRole('tabpanel').getByRole('row');
  await expect(bad.filter({ hasText: 'TY002' })).toContainText('大于原值');
  await expect(bad.filter({ hasText: '椅子' })).toContainText('第 2 行又有');
  await expect(page.getByRole('button', { name: /^读入卡片/ })).toBeDisabled();

  // the list is put right in the asset system, and read again
  writeFileSync(file, [head, ...rows, 'TY002,打印机,杂项,2021-08-15,2400,1600,800'].join('\n'));
  await page.getByRole('button', { name: '重新读取' }).click();
  await expect(page.getByText('新增 3 张')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已读入 3 张卡片')).toBeVisible();
  await expect(total(page, '固定资产')).toHaveText('3 张，原值 80.54 万元');

  // 资产年报 says more: the difference is named, on the page and by the check
  await goToSheet(page, '资产与车辆', '资产');
  await key(page, namedCell(page, '其中：家具和用具', '原值'), '0.54');
  await key(page, namedCell(page, '其中：设备', '原值'), '0');
  await goToSheet(page, '资产与车辆', '资产卡片');
  await page.getByRole('tab', { name: '与资产年报核对' }).click();
  await expect(page.getByRole('row', { name: /^其中：家具和用具/ })).toContainText('0.24');
  await expect(page.getByRole('row', { name: /^其中：家具和用具/ })).toContainText(
    '与设备的差额大小相等、方向相反',
  );
  await goToPage(page, '检查');
  await expect(page.getByText('资产年报与资产卡片不等').first()).toBeVisible();
});
