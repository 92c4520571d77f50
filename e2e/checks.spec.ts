import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cell, goToPage, key, openAgain, openExpenditure, pageEntry } from './keying.ts';

/** The line of a finding in the list of the page 检查. */
function line(page: Page, rule: string): Locator {
  return page
    .getByRole('main')
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: rule, exact: true }) });
}

/** The card of the selected finding in the panel at the right. */
function card(page: Page): Locator {
  return page.getByRole('complementary').getByRole('article');
}

function filter(page: Page, name: string): Locator {
  return page.getByRole('group', { name: '列出' }).getByRole('button', { name: new RegExp(`^${name}`) });
}

test('the page 检查 lists what is broken, leads to the cell, and has nothing of it when it is mended', async ({
  desk,
}) => {
  const { page } = desk;
  await openExpenditure(page);
  const keyed = cell(page, '2010302', '项目支出');
  await key(page, keyed, '708');
  await goToPage(page, '检查');
  await expect(line(page, 'K04')).toContainText('734.50');
  await expect(line(page, 'K04')).toContainText('806.50');
  await expect(line(page, 'K04')).toContainText('-72.00');
  await expect(pageEntry(page, '检查')).toHaveAccessibleName(/错误 ?3/);
  await filter(page, '提示').click();
  await expect(line(page, 'K04')).toHaveCount(0);
  await filter(page, '错误 3').click();

  // the keyboard goes through the lines
  await page.keyboard.press('F8');
  await expect(line(page, 'K02')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('F8');
  await expect(card(page)).toContainText('K04');
  await expect(card(page)).toContainText('先看：差额能被 9 整除，像是相邻两位写颠倒');
  await card(page).getByRole('button', { name: '708.00' }).click();
  await expect(keyed).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('780');
  await page.keyboard.press('Enter');
  await goToPage(page, '检查');
  await page.keyboard.press('F9');
  await expect(filter(page, '错误')).toHaveText('错误 0');
  await expect(line(page, 'K04')).toHaveCount(0);
});

test('the rule book says what each rule stands on, and 规则自检 runs all of them on their examples', async ({
  desk,
}) => {
  const { page } = desk;
  await openExpenditure(page);
  await goToPage(page, '检查');
  await page.getByRole('tab', { name: /^规则/ }).click();
  await expect(line(page, 'B9')).toContainText('V33-203');
  await expect(line(page, 'B9')).not.toContainText('推定');
  await expect(line(page, 'B12')).toContainText('推定');
  await expect(line(page, 'B1')).toContainText('只核对文件');
  const rules = await page
    .getByRole('main')
    .getByRole('cell', { name: /^[A-Z]\d{1,2}[a-z]?$/ })
    .count();
  await page.getByRole('button', { name: '规则自检' }).click();
  await expect(page.getByRole('main').getByText(`规则自检 ${rules}/${rules}`)).toBeVisible();
  await expect(line(page, 'K02')).toContainText('相差');
});

test('an explanation that says nothing is refused with its reason; one that does settles the finding for good', async ({
  desk,
}) => {
  await openExpenditure(desk.page);
  await desk.page.getByRole('button', { name: '全年预算' }).click();
  await key(desk.page, cell(desk.page, '2010302', '项目支出'), '1200');
  await goToPage(desk.page, '检查');
  await line(desk.page, 'Y2').getByRole('button').click();
  await expect(card(desk.page)).toContainText('1,200.00');

  await card(desk.page).getByRole('button', { name: '写说明' }).click();
  await desk.page.keyboard.type('因工作需要');
  await expect(card(desk.page)).toContainText('还不能接受：只有“因工作需要”这样的话');
  await desk.page.keyboard.press('Control+Enter');
  await expect(card(desk.page)).toContainText('说明没有接受：只有“因工作需要”这样的话');

  await card(desk.page).getByRole('button', { name: '改说明' }).click();
  await desk.page.keyboard.press('Control+A');
  const accepted = '两个小区的道路修缮招标推迟，跨年实施，少支付 420 万元';
  await desk.page.keyboard.type(accepted);
  await expect(card(desk.page)).toContainText('可以接受');
  await desk.page.keyboard.press('Control+Enter');
  await expect(line(desk.page, 'Y2')).toHaveCount(0);
  await filter(desk.page, '已说明 1').click();
  await expect(line(desk.page, 'Y2')).toContainText('已说明');

  await desk.relaunch();
  const { page } = desk;
  await openAgain(page);
  const panel = page.getByRole('complementary');
  await panel.getByRole('tab', { name: '检查' }).click();
  await expect(panel.getByRole('region', { name: '已说明' })).toContainText(accepted);
  await goToPage(page, '检查');
  await filter(page, '已说明 1').click();
  await line(page, 'Y2').getByRole('button').click();
  await expect(card(page)).toContainText(accepted);

  // with Esc nothing of what is typed is stored; an emptied text takes the explanation back
  await card(page).getByRole('button', { name: '改说明' }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await expect(card(page)).toContainText(accepted);
  await card(page).getByRole('button', { name: '改说明' }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Enter');
  await filter(page, '待处理').click();
  await expect(line(page, 'Y2')).toContainText('核实');
});
