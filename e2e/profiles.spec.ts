import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { goToPage, openSampleTables } from './keying.ts';
import { mz } from './mz.ts';

const tableList = (page: Page) => page.getByRole('navigation', { name: '公开表目录' });
const profileList = (page: Page) => page.getByRole('navigation', { name: '报表格式' });

/** The texts of cells that wrap; runs in the page. */
function inTwoLines(cells: readonly Element[]): string[] {
  return cells
    .filter((cell) => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      return new Set(Array.from(text.getClientRects(), ({ top }) => top)).size > 1;
    })
    .map(({ textContent }) => textContent ?? '');
}

async function openProfiles(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^账簿/ }).click();
  await page.getByRole('menuitem', { name: '报表格式…' }).click();
  await expect(page.getByRole('heading', { name: '报表格式' })).toBeVisible();
}

test('a format is copied and changed, the tables follow, and another book takes it from its file', async ({
  desk,
}) => {
  const { page } = desk;
  await openSampleTables(page);
  await expect(tableList(page)).toContainText('01收入支出决算总表');

  await openProfiles(page);
  await expect(profileList(page).getByRole('button', { name: /上海市区级/ })).toContainText('在用');
  await profileList(page)
    .getByRole('button', { name: /财政部统一格式/ })
    .click();
  await expect(page.getByRole('heading', { name: /财政部统一格式/ })).toBeVisible();
  // built in: read only, and it says what no document confirms
  await expect(page.getByLabel('表名')).toHaveCount(0);
  await page.getByRole('button', { name: /处未证实/ }).click();
  await expect(page.getByText('见过的是目录、表名和表号，没有见过带行次、栏次的整套样张')).toBeVisible();

  await page.getByRole('button', { name: '复制并修改…' }).click();
  await page.getByLabel('复制成').fill('本区格式');
  await page.keyboard.press('Enter');
  await expect(profileList(page).getByRole('button', { name: '本区格式' })).toContainText('本账簿的');

  const contents = page.getByRole('region', { name: '表目' });
  await contents.getByRole('button', { name: '收入决算表' }).click();
  await page.getByLabel('表名').fill('部门收入决算表');
  await page.keyboard.press('Enter');
  await page.getByLabel('表号').fill('附表1');
  await page.getByLabel('附注').focus();
  await contents.getByRole('button', { name: '部门收入决算表' }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(contents.getByRole('listitem').nth(2)).toContainText('附表1');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(contents.getByRole('listitem').first()).toContainText('附表1');
  await page.getByRole('tab', { name: '通用版式' }).click();
  await page.getByRole('combobox', { name: '科目编码' }).click();
  await page.getByText('科目编码一栏').last().click();
  await page.getByRole('button', { name: '用于本账簿' }).click();
  await expect(page.getByText('本账簿的公开表现在按“本区格式”排印')).toBeVisible();
  await expect(page.getByRole('button', { name: '删除…' })).toHaveCount(0);

  await page.getByRole('button', { name: '看公开表' }).click();
  await expect(tableList(page).getByRole('listitem').first()).toContainText('附表1部门收入决算表');
  const income = page.getByRole('table', { name: '部门收入决算表' });
  await expect(income.getByText('2010301', { exact: true })).toBeVisible();
  await expect(page.getByText('附表1', { exact: true })).toHaveCount(2);
  // in a narrow column too a code stands in one line
  await tableList(page)
    .getByRole('button', { name: /基本支出决算明细表/ })
    .click();
  const basic = page.getByRole('table', { name: '一般公共预算财政拨款基本支出决算明细表' });
  await expect(basic.getByText('30202', { exact: true })).toBeVisible();
  expect(await basic.locator('td.code').evaluateAll(inTwoLines)).toEqual([]);

  const file = join(desk.folder, '本区格式.json');
  await page.getByRole('button', { name: '本区格式' }).click();
  await desk.answerSaveDialog(file);
  await page.getByRole('button', { name: '存为文件…' }).click();
  await expect(page.getByText(`已存为文件 ${file}`)).toBeVisible();

  const other = join(desk.folder, '财政局.mzb');
  expect(await mz('import', 'samples/putuo-finance-bureau-2024.json', '--to', other)).toMatchObject({
    code: 0,
  });
  await page.getByRole('button', { name: '关闭账簿' }).click();
  await desk.answerOpenDialog(other);
  await page.keyboard.press('Control+O');
  await goToPage(page, '公开表');
  await expect(tableList(page)).toContainText('01收入支出决算总表');
  await openProfiles(page);
  await desk.answerOpenDialog(file);
  await page.getByRole('button', { name: '从文件带入…' }).click();
  await expect(page.getByText('已带入“本区格式”')).toBeVisible();
  await page.getByRole('button', { name: '用于本账簿' }).click();
  await page.getByRole('button', { name: '看公开表' }).click();
  await expect(tableList(page).getByRole('listitem').first()).toContainText('附表1部门收入决算表');
});

test('what cannot be printed stays in its field with the reason, and a changed format in use reaches the tables', async ({
  desk,
}) => {
  const { page } = desk;
  await openSampleTables(page);
  await openProfiles(page);
  await page.getByRole('button', { name: '复制并修改…' }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '用于本账簿' }).click();
  await expect(page.getByText('本账簿的公开表现在按')).toBeVisible();

  const contents = page.getByRole('region', { name: '表目' });
  await contents.getByRole('button', { name: /基本支出决算表/ }).click();
  await page.getByLabel('人员经费的行').fill('30101\n3010');
  await page.getByLabel('表名').fill('');
  await page.getByLabel('表号').focus();
  await expect(page.getByText('“3010”不是经济分类编码')).toBeVisible();
  await expect(page.getByText('没有存入：不能空着')).toBeVisible();
  await page.getByLabel('表名').fill('基本支出表');
  await page.getByLabel('表号').focus();
  await expect(contents.getByRole('button', { name: '基本支出表' })).toBeVisible();

  // 2025 shares the edition: from now on only 2024 changes
  await expect(page.getByText('适用 2024—2025 年度')).toBeVisible();
  await page.getByRole('button', { name: '为 2024 年度另立一版' }).click();
  await expect(page.getByText('适用 2024 年度，这个格式按年度有 2 版，改动只在这一版')).toBeVisible();
  await expect(page.getByRole('button', { name: /另立一版/ })).toHaveCount(0);
  await page.getByRole('tab', { name: '依据与未证实' }).click();
  await expect(page.getByText('2025 年度', { exact: true })).toBeVisible();
  await expect(page.getByLabel('依据', { exact: true })).toHaveValue('自 2024—2025 年度的版式复制');
  await expect(page.getByText('复制自“上海市区级（普陀区模板）”，改动的地方没有样张证实')).toBeVisible();
  await page.getByRole('tab', { name: '字体' }).click();
  await page.getByLabel('表名的字体').fill('楷体');
  await page.getByLabel('表名的字号').fill('26');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: '各张表' }).click();

  await contents.getByRole('button', { name: /国有资本经营/ }).click();
  await page.getByRole('button', { name: '不公开这张表' }).click();
  await expect(contents.getByRole('listitem')).toHaveCount(8);
  await page.getByRole('navigation', { name: '工作顺序' }).getByRole('button', { name: '公开表' }).click();
  await expect(tableList(page).getByRole('listitem')).toHaveCount(8);
  await tableList(page).getByRole('button', { name: '基本支出表' }).click();
  const title = page.getByRole('heading', { name: /基本支出表$/ });
  await expect(title).toHaveCSS('font-family', /^"?楷体"?,/);
  // what was refused was not stored: all lines are there as before
  await expect(page.getByRole('table', { name: '基本支出表' }).getByText('津贴补贴')).toBeVisible();
});
