import { expect, test } from './fixtures.ts';

test('escape', async ({ desk }) => {
  const { page } = desk;
  await page.getByRole('button', { name: '打开示例' }).first().click();
  const sheet = page.getByRole('table', { name: '收入支出决算总表' });
  await sheet.waitFor();
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1100, 700));
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+e');
  const panel = page.getByRole('complementary');
  await expect(panel).toBeVisible();
  for (const name of ['单位', '页面大小']) {
    for (const how of ['click', 'key', 'search']) {
      const box = page.getByRole('combobox', { name });
      if (how === 'key') {
        await box.focus();
        await page.keyboard.press('ArrowDown');
      } else await box.click();
      if (how === 'search') await page.keyboard.type('没有');
      await page.waitForTimeout(200);
      const expanded = await box.getAttribute('aria-expanded');
      await page.keyboard.press('Escape');
      await page.waitForTimeout(200);
      console.log(
        name,
        how,
        expanded,
        'after',
        await box.getAttribute('aria-expanded'),
        'panel',
        await panel.count(),
      );
      if ((await panel.count()) === 0) await page.keyboard.press('Control+e');
    }
  }
});
