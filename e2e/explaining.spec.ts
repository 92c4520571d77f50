import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cell, key, openExpenditure, pageEntry } from './keying.ts';

const EMPTY_WORDS = '因工作需要。';
const CAUSE = '年中追加街道公共服务设施改造项目资金 1000.00 万元，按合同支付工程进度款。';

function panel(page: Page): Locator {
  return page.getByRole('complementary');
}

async function openFindings(page: Page): Promise<void> {
  await panel(page).getByRole('tab', { name: '检查' }).click();
}

test('what is written about a 核实 is kept however one leaves it, and folds the card once it is accepted', async ({
  desk,
}) => {
  const { page } = desk;
  const status = page.getByRole('contentinfo');
  await openExpenditure(page);
  await openFindings(page);
  await expect(status).toContainText('核实 0');
  await key(page, cell(page, '2010302', '项目支出'), '1780');
  await expect(status).toContainText('核实 1');
  await expect(pageEntry(page, '结转结余')).toHaveAccessibleName(/核实 ?1/);

  const card = panel(page).getByRole('article', { name: /^核实 J2 / });
  await card.getByRole('button', { name: '写说明' }).click();
  const editor = card.getByRole('textbox', { name: '说明' });
  await expect(editor).toBeFocused();
  await page.keyboard.type(CAUSE);
  await expect(card).toContainText('可以接受');
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await expect(card.getByRole('button', { name: '写说明' })).toBeFocused();
  await expect(card).not.toContainText('街道公共服务设施');

  // whoever leaves while writing loses nothing
  await card.getByRole('button', { name: '写说明' }).click();
  await page.keyboard.type(EMPTY_WORDS);
  // the buttons are not pushed out by what is said of the text
  await expect(card.getByRole('button', { name: '放弃' })).toBeInViewport({ ratio: 1 });
  await editor.fill(CAUSE);
  await panel(page).getByRole('tab', { name: '预览' }).click();
  await expect(status).toContainText('核实 0');
  await expect(pageEntry(page, '结转结余')).not.toHaveAccessibleName(/核实/);
  await openFindings(page);
  await expect(card).toHaveCount(0);
  const settled = panel(page).getByRole('button', { name: /年末结转结余为负：年中追加/ });
  await settled.click();
  const opened = panel(page).getByRole('article', { name: /^已说明 J2 / });
  await expect(opened).toContainText(CAUSE);
  await panel(page).getByRole('button', { name: '收起', exact: true }).click();
  await expect(opened).toHaveCount(0);
});

test('what the book refuses is not lost with its card: it waits there, with the reason', async ({ desk }) => {
  const { page } = desk;
  const status = page.getByRole('contentinfo');
  const file = join(desk.folder, 'user-data', '示例街道.mzb');
  await openExpenditure(page);
  await openFindings(page);
  await key(page, cell(page, '2010302', '项目支出'), '1780');
  const card = panel(page).getByRole('article', { name: /^核实 J2 / });
  await card.getByRole('button', { name: '写说明' }).click();
  await page.keyboard.type(CAUSE);
  await rename(file, `${file}.away`);
  await panel(page).getByRole('tab', { name: '预览' }).click();
  await expect(status).toContainText('1 条说明未存入');
  await rename(`${file}.away`, file);
  await openFindings(page);
  await expect(card.getByRole('textbox', { name: '说明' })).toHaveValue(CAUSE);
  await expect(card).toContainText('没有存入');
  await card.getByRole('textbox', { name: '说明' }).focus();
  await page.keyboard.press('Control+Enter');
  await expect(status).toContainText('核实 0');
  await expect(status).not.toContainText('说明未存入');
});
