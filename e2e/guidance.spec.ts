import { expect, test } from './fixtures.ts';
import { going, goTo } from './going.ts';
import { cell, goToPage, namedCell, openExpenditure, pageEntry } from './keying.ts';

test('F1 says what the active column, the row and a finding mean, and gives the focus back', async ({
  desk,
}) => {
  const { page } = desk;
  const guide = page.getByRole('complementary', { name: '名词解释和快捷键' });
  await openExpenditure(page);
  await cell(page, '2010302', '项目支出').click();
  const input = page.locator('.entry-input');
  await expect(input).toBeFocused();
  await page.keyboard.press('F1');
  await expect(guide.getByRole('article', { name: '项目支出' })).toBeVisible();
  await expect(guide.getByRole('combobox', { name: '查名词' })).toBeFocused();
  await page.keyboard.type('byl');
  await expect(guide.getByRole('article', { name: '公务用车保有量' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(guide).toHaveCount(0);
  await expect(input).toBeFocused();

  await page.keyboard.press('Control+/');
  await expect(guide.getByRole('tab', { name: '快捷键' })).toHaveAttribute('aria-selected', 'true');
  await expect(guide.getByRole('cell', { name: '全部检查' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(input).toBeFocused();

  await goToPage(page, '三公与实物量');
  await expect(input).toBeFocused();
  await page.keyboard.press('F1');
  await expect(guide.getByRole('combobox', { name: '查名词' })).toBeFocused();
  await page.keyboard.type('sgjf');
  await expect(guide.getByRole('article', { name: '“三公”经费' })).toBeVisible();
  await guide.getByRole('button', { name: '核对数 · 财政拨款“三公”经费支出决算表决算数合计' }).click();
  await expect(page.getByRole('heading', { name: '核对数', level: 1 })).toBeVisible();
});

test('Ctrl+G leads to a page, a 科目, an amount, a unit and a public table by the keyboard alone', async ({
  desk,
}) => {
  const { page } = desk;
  await openExpenditure(page);
  await goTo(page, 'jzjy', /^页 ?结转结余/);
  await expect(page.getByRole('heading', { name: '结转结余', level: 1 })).toBeVisible();

  await goTo(page, '780', /001 支出 2010302 一般行政管理事务 项目支出（一般公共预算，决算） ?780\.00/);
  await expect(cell(page, '2010302', '项目支出')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.entry-input')).toBeFocused();

  await goTo(page, '保有量', /001 实物量 公务用车保有量 数量（决算）/);
  await expect(namedCell(page, '公务用车保有量', '数量')).toHaveAttribute('aria-selected', 'true');

  await goTo(page, '002', /^单位/);
  await expect(page.getByTitle(/^002 /).first()).toBeVisible();

  await goTo(page, '国有资本', /^公开表 ?国有资本经营预算财政拨款/);
  await expect(page.getByRole('heading', { name: '公开表', level: 1 })).toBeVisible();
  const table = page
    .getByRole('navigation', { name: '公开表目录' })
    .getByRole('button', { name: /国有资本/ });
  await expect(table).toHaveAttribute('aria-current', 'true');

  await page.keyboard.press('Control+g');
  await page.keyboard.type('没有这样的东西');
  await expect(page.getByText('没有找到')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(going(page)).toHaveValue('');
});

test('F9 checks from everywhere, F6 goes round the regions, F4 closes the panel on every sheet', async ({
  desk,
}) => {
  const { page } = desk;
  const panel = page.getByRole('complementary', { name: '检查和预览' });
  await openExpenditure(page);
  await page.keyboard.press('F4');
  const wasOpen = (await panel.count()) > 0;
  if (!wasOpen) await page.keyboard.press('F4');
  await panel.getByRole('tab', { name: '检查' }).click();
  await goToPage(page, '收入');
  await expect(panel.getByRole('tab', { name: '检查' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('F4');
  await expect(panel).toHaveCount(0);
  await goToPage(page, '支出');
  await expect(cell(page, '2010301', '基本支出')).toBeVisible();
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('F4');
  await expect(panel.getByRole('tab', { name: '检查' })).toHaveAttribute('aria-selected', 'true');

  await cell(page, '2010301', '基本支出').click();
  await page.keyboard.press('F6');
  await expect(panel.getByRole('tab', { name: '检查' })).toBeFocused();
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await expect(going(page)).toBeFocused();
  await page.keyboard.press('F6');
  await expect(pageEntry(page, '支出')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.locator('.entry-input')).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(pageEntry(page, '支出')).toBeFocused();

  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { name: '检查', level: 1 })).toBeVisible();
  await expect(page.getByText(/检查于/)).toBeVisible();
});
