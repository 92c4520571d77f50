import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { cell, chooseUnit, expectShown, goToPage, pageEntry } from './keying.ts';

test('a new book is set up on the keyboard alone, and all its pages open empty', async ({ desk }) => {
  const { page } = desk;
  const file = join(desk.folder, '新街道.mzb');
  await expect(page.getByRole('button', { name: '新建账簿' }).first()).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('部门名称')).toBeFocused();

  // what is missing is said beside its field, and the first of them has the focus
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('没有部门名称，按批复上的全称录入。')).toBeVisible();
  await expect(page.getByLabel('部门名称')).toBeFocused();

  await page.keyboard.type('新街道办事处');
  await page.keyboard.press('Enter');
  await page.keyboard.type('上海市某区');
  await expect(page.getByRole('radio', { name: /上海/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: '万元' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '元', exact: true })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('年度')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2024');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('第 1 个单位的名称')).toHaveValue('新街道办事处（本级）');
  await expect(page.getByLabel('第 1 个单位的名称')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('新街道文化站');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('001');
  await desk.answerSaveDialog(file);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('代码 001 用了两次，给其中一个换一个代码。').first()).toBeVisible();
  await expect(page.getByLabel('第 1 个单位的代码')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('002');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByLabel('第 1 个单位的名称')).toHaveValue('新街道文化站');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('button', { name: '账簿 新街道办事处' })).toBeVisible();
  expect(existsSync(file)).toBe(true);
  await expect(page.getByTitle('部门汇总（2 个单位）')).toBeVisible();
  for (const name of ['总览', '导入', '收入', '结转结余', '三公与实物量', '核对数', '检查', '公开表']) {
    await pageEntry(page, name).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('main.page')).not.toBeEmpty();
    await expect(pageEntry(page, name)).toHaveAttribute('aria-current', 'page');
  }
  await expect(page.getByRole('heading', { name: '收入支出决算总表' }).first()).toBeVisible();
});

test('a new year takes over what the old one ended with', async ({ desk }) => {
  const { page } = desk;
  await page.getByRole('button', { name: '打开示例' }).first().click();
  await page.getByRole('button', { name: /^账簿 / }).click();
  await page.getByRole('menuitem', { name: '单位与年度…' }).click();
  await expect(page.getByRole('heading', { name: '2024 年度的单位 3 个' })).toBeVisible();

  // a unit is added beside those that are there, and one that has figures stays
  await page.getByRole('button', { name: '添单位' }).click();
  await page.keyboard.type('示例街道文化站');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('heading', { name: '2024 年度的单位 4 个' })).toBeVisible();
  await page.getByRole('button', { name: '移去第 1 个单位' }).click();
  await expect(page.getByText(/没有移去，先删去它的/)).toBeVisible();
  await expect(page.getByLabel('第 4 个单位的名称')).toHaveValue('示例街道文化站');

  await expect(page.getByText('取自 2024 年末，各项调整留空')).toBeVisible();
  await page.getByRole('button', { name: '开启 2025 年度' }).click();
  await expect(page.getByText('已开启 2025 年度', { exact: false })).toBeVisible();
  await expect(page.getByRole('heading', { name: '2025 年度的单位 4 个' })).toBeVisible();

  await goToPage(page, '结转结余');
  await chooseUnit(page, '001 示例街道办事处（本级）');
  await expectShown(cell(page, '2010302', '上年末结转和结余'), '112.00');
  await goToPage(page, '支出');
  await expectShown(cell(page, '2010301', '上年决算'), '1,500.00');
  await expectShown(cell(page, '2010301', '基本支出'), '');
  await goToPage(page, '公开表');
  await expect(page.getByRole('heading', { name: '收入支出决算总表' }).first()).toBeVisible();
});
