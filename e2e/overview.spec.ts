import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cell, goToPage, key } from './keying.ts';

const table = (page: Page, name: string) => page.getByRole('region', { name }).getByRole('table');
const row = (page: Page, region: string, name: string | RegExp) =>
  table(page, region)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });

test('总览 says what the year comes to, what is missing and where it is keyed', async ({ desk }) => {
  const { page } = desk;
  await page.getByRole('button', { name: /示例街道/ }).click();
  const equation = page.getByRole('region', { name: '收支平衡' });
  await expect(equation).toContainText('3,324.71');
  await expect(equation).toContainText('143.21');
  await expect(equation).toContainText('收支平衡');

  // the charts say their numbers in words too, and are drawn
  await expect(row(page, '本年支出按类', '201 一般公共服务支出')).toContainText('2,708.00');
  await expect(row(page, '本年支出按类', '201 一般公共服务支出')).toContainText('85.44%');
  await expect(row(page, '结转和结余', '一般公共预算')).toContainText('112.00');
  await expect(page.locator('.class-chart svg path[fill="#1f5a94"]')).toHaveCount(4);

  // a line opens to say what its sheet lacks, and each of it leads to its cell
  await expect(row(page, '录入进度', /^.*结转结余$/)).toContainText('已齐');
  await expect(row(page, '录入进度', /支出$/)).toContainText('未齐');
  await page.getByRole('button', { name: '支出：缺什么' }).click();
  await page.getByRole('button', { name: '001 2010302 一般行政管理事务（一般公共预算）年初预算' }).click();
  const blank = cell(page, '2010302', '项目支出');
  await expect(blank).toHaveAttribute('aria-selected', 'true');
  await key(page, blank, '780');
  await goToPage(page, '总览');
  await page.getByRole('button', { name: '支出：缺什么' }).click();
  const lacks = table(page, '录入进度').getByRole('listitem');
  await expect(lacks.filter({ hasText: '2010301 行政运行（一般公共预算）年初预算' })).toBeVisible();
  await expect(lacks.filter({ hasText: '2010302' })).toHaveCount(0);
  await expect(row(page, '录入进度', /支出$/)).toContainText('今天');

  // what comes next leads there; F9 to the checks
  await page
    .getByRole('region', { name: '接下来' })
    .getByRole('button', { name: /看公开表/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('公开表');
  await goToPage(page, '总览');
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('检查');
});
