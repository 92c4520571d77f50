import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cell, goToPage, openExpenditure, openSampleTables } from './keying.ts';

/** What must not be found anywhere: it keeps somebody from reading or doing something. */
const GRAVE = ['serious', 'critical'];

/** `支出: color-contrast .entry-cell`: what is wrong where, one line each. */
async function faults(page: Page, where: string): Promise<string[]> {
  // one window, one frame: there is no other page for axe to gather its findings in
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${where}: ${id} ${target.join(' ')} ${failureSummary}`),
    );
}

function entries(page: Page) {
  return page.getByRole('navigation', { name: '工作顺序' }).getByRole('button');
}

/** The tabs of sheets that share an entry, and those of the page 检查. */
function tabs(page: Page) {
  return page.getByRole('tablist', { name: /录入表|检查的各页/ }).getByRole('tab');
}

/** The page has stopped to change: its heading is there and nothing is on its way. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByRole('main')).not.toBeEmpty();
}

test('no page of a book has a grave fault, with its panel and each of its tabs', async ({ desk }) => {
  test.setTimeout(240_000);
  const { page } = desk;
  const found = await (async () => {
    await expect(page.getByRole('button', { name: '打开示例' }).first()).toBeVisible();
    return faults(page, '起始页');
  })();
  await openExpenditure(page);
  const count = await entries(page).count();
  expect(count).toBeGreaterThan(10);
  for (let at = 0; at < count; at += 1) {
    const entry = entries(page).nth(at);
    const name = (await entry.getAttribute('title')) ?? '';
    await entry.click();
    await settled(page);
    found.push(...(await faults(page, name)));
    const tabCount = await tabs(page).count();
    for (let tab = 1; tab < tabCount; tab += 1) {
      await tabs(page).nth(tab).click();
      await settled(page);
      found.push(...(await faults(page, `${name} 第 ${tab + 1} 页签`)));
    }
  }
  expect(found).toEqual([]);
});

test('nor have the pages of the menu, what lies over a page, and a narrow window', async ({ desk }) => {
  test.setTimeout(180_000);
  const { app, page } = desk;
  const found: string[] = [];
  await openSampleTables(page);
  await settled(page);
  for (const item of ['单位与年度…', '报表格式…']) {
    await page.getByRole('button', { name: /^账簿 / }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await settled(page);
    found.push(...(await faults(page, item)));
  }
  await page.getByRole('button', { name: /^账簿 / }).click();
  await page.getByRole('menuitem', { name: '备份与恢复…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  found.push(...(await faults(page, '备份与恢复')));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(980, 614));
  await goToPage(page, '支出');
  await page.getByRole('button', { name: '001 示例街道办事处（本级）' }).click();
  await cell(page, '2010302', '项目支出').click();
  await page.keyboard.type('abc');
  await page.keyboard.press('Enter');
  found.push(...(await faults(page, '没有存入的格')));
  await page.keyboard.press('F1');
  await expect(page.getByRole('combobox', { name: '查名词' })).toBeFocused();
  found.push(...(await faults(page, '名词解释')));
  await page.keyboard.press('Control+/');
  found.push(...(await faults(page, '快捷键')));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+g');
  await page.keyboard.type('2010302');
  await expect(page.getByRole('option').first()).toBeVisible();
  found.push(...(await faults(page, '转到')));
  expect(found).toEqual([]);
});
