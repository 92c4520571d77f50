import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { goTo } from './going.ts';
import { cell, expectShown, goToPage, grid, overview } from './keying.ts';

const INCOME = ['2120199', '上级补助收入'] as const;
const PAID = ['2010302', '项目支出'] as const;

const proposals = (page: Page) => page.getByRole('region', { name: '可能是部门内部往来' });
const reasonField = (page: Page) => page.getByRole('combobox', { name: '抵销理由', exact: true });
const beside = (page: Page) => page.locator('.beside-cell.note');

/** Opens the sample and chooses its 差额表, by the keyboard alone. */
async function chooseAdjustments(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(overview(page)).toBeVisible();
  await goTo(page, '差额', /^单位 ?差额表/);
  await expect(page.getByText('上面选的是差额表')).toBeVisible();
  await goTo(page, '支出', /^页 ?支出/);
  await expectShown(cell(page, ...PAID), '-5.00');
}

/** Goes to a sheet of the 差额表 and clears a cell of it. */
async function clear(page: Page, sheet: string, code: string): Promise<void> {
  await goTo(page, sheet, new RegExp(`^页 ?${sheet}`));
  await goTo(page, code, new RegExp(`差额表 ${sheet} ${code}`));
  await expect(page.locator('.entry-input')).toBeFocused();
  await page.keyboard.press('Delete');
}

test('a transfer is proposed, taken by one key with its reason, and taken back', async ({ desk }) => {
  const { page } = desk;
  await chooseAdjustments(page);
  await expect(proposals(page)).toHaveCount(0);
  await clear(page, '支出', PAID[0]);
  await expectShown(cell(page, ...PAID), '');
  await clear(page, '收入', INCOME[0]);
  await expect(proposals(page)).toContainText(
    '5.00 003 上级补助收入 2120199 其他城乡社区管理事务支出 ⇄ 001 项目支出 2010302 一般行政管理事务（8.00 里的一部分）',
  );
  const total = page.getByRole('gridcell', { name: /^合计，小计，/ });
  const seeDepartment = async (shown: string) => {
    await goTo(page, '部门汇总', /^单位 ?部门汇总/);
    await goTo(page, '支出', /^页 ?支出/);
    await page.getByRole('tab', { name: '全部' }).click();
    await expectShown(total, shown);
    await goTo(page, '差额', /^单位 ?差额表/);
  };
  await seeDepartment('3,174.50');
  await expect(proposals(page)).toBeVisible();
  await page.keyboard.press('Alt+t');
  await expectShown(cell(page, ...PAID), '-5.00');
  await expect(cell(page, ...PAID)).toHaveAttribute('aria-selected', 'true');
  await expect(beside(page)).toContainText('抵销理由：001 拨给 003 的补助，部门内部往来');
  await expect(page.getByLabel('选中的格')).toContainText('抵销理由：001 拨给 003 的补助');
  await expect(proposals(page)).toHaveCount(0);
  await seeDepartment('3,169.50');

  await cell(page, ...PAID).click();
  await page.keyboard.press('Control+z');
  await expectShown(cell(page, ...PAID), '');
  await expect(proposals(page)).toBeVisible();
  await seeDepartment('3,174.50');
  await goTo(page, '收入', /^页 ?收入/);
  await expect(cell(page, ...INCOME)).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expectShown(cell(page, ...INCOME), '-5.00');
});

test('without a reason nothing is keyed, and the reason of many cells is changed in one step', async ({
  desk,
}) => {
  const { page } = desk;
  await chooseAdjustments(page);
  const basic = cell(page, '2010302', '基本支出');
  await basic.click();
  await page.keyboard.type('-1.5');
  await page.keyboard.press('Enter');
  await expect(basic).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('alert')).toContainText('没有抵销理由');
  await page.keyboard.press('Alt+r');
  await expect(reasonField(page)).toBeFocused();
  await page.keyboard.type('001 付给 002 的水电费');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await page.keyboard.press('Enter');
  await expectShown(basic, '-1.50');
  await basic.click();
  await expect(beside(page)).toContainText('抵销理由：001 付给 002 的水电费');

  // both cells of the row
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Alt+r');
  await page.keyboard.type('两笔一起');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 格改用了这条理由')).toBeVisible();
  await cell(page, ...PAID).click();
  await expect(beside(page)).toContainText('抵销理由：两笔一起');
  await page.keyboard.press('Control+z');
  await expect(beside(page)).toContainText('抵销理由：001 付给 002 的水电费');
  await cell(page, ...PAID).click();
  await expect(beside(page)).toContainText('抵销理由：本级拨给 003 的款项，部门内部往来');
  await expectShown(cell(page, ...PAID), '-5.00');
});

test('other pages say what they show of it, and a finding leads to its cell', async ({ desk }) => {
  const { page } = desk;
  await chooseAdjustments(page);
  await expect(page.getByRole('tablist', { name: '资金' })).toHaveCount(0);
  await goTo(page, '结转结余', /^页 ?结转结余/);
  await expect(page.getByText('“结转结余”里没有要抵销的')).toBeVisible();
  await page.locator('.nothing-adjusted').getByRole('button', { name: '收入' }).click();
  await expectShown(cell(page, ...INCOME), '-5.00');
  await goToPage(page, '公开表');
  await expect(page.getByText('这一页看的是部门汇总')).toBeVisible();
  await goToPage(page, '导入');
  await expect(page.getByText('上面选的是差额表，数要落到一个单位里')).toBeVisible();

  await goTo(page, '支出', /^页 ?支出/);
  await cell(page, ...PAID).click();
  await page.keyboard.press('Alt+r');
  await page.keyboard.type('多抵了');
  await page.keyboard.press('Enter');
  await page.keyboard.type('-6');
  await page.keyboard.press('Enter');
  await expectShown(cell(page, ...PAID), '-6.00');
  await goTo(page, '部门汇总', /^单位 ?部门汇总/);
  await goToPage(page, '检查');
  await page.getByRole('button', { name: /差额表收支不等/ }).click();
  await page.getByRole('button', { name: '转到支出' }).click();
  await expect(grid(page)).toBeVisible();
  await expect(cell(page, ...PAID)).toHaveAttribute('aria-selected', 'true');
  await expect(cell(page, ...PAID)).toHaveAttribute('aria-readonly', 'false');
  await expectShown(cell(page, ...PAID), '-6.00');
});
