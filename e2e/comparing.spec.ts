import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from './fixtures.ts';
import { cell, goToPage, openSampleTables } from './keying.ts';

/** Saves a workbook with one number changed, as somebody else's hand does. @returns where the number stands */
async function alter(file: string, to: string, sheet: string, from: number, into: number): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  let address = '';
  workbook.getWorksheet(sheet)?.eachRow((row) =>
    row.eachCell((cell) => {
      if (address !== '' || cell.value !== from) return;
      cell.value = into;
      address = cell.address;
    }),
  );
  await workbook.xlsx.writeFile(to);
  return address;
}

test('one altered number of the approved tables is found, leads to ours, and is said to be old after an edit', async ({
  desk,
}) => {
  const { page } = desk;
  await openSampleTables(page);
  await expect(page.getByRole('table', { name: '收入支出决算总表' })).toBeVisible();
  const published = join(desk.folder, '公开表.xlsx');
  await desk.answerSaveDialog(published);
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByText('已导出 9 张表')).toBeVisible();

  await desk.answerOpenDialog(published);
  await page.getByRole('button', { name: '与批复表核对…' }).click();
  const panel = page.getByRole('region', { name: '与批复表核对' });
  await expect(panel.getByText(/没有不同：9 张表，\d+ 格有数的都一致。/)).toBeVisible();

  const approved = join(desk.folder, '批复表.xlsx');
  const address = await alter(published, approved, '03 支出决算表', 1500, 1499.98);
  await desk.answerOpenDialog(approved);
  await panel.getByRole('button', { name: '重新核对…' }).click();
  await expect(panel.getByText(/^1 处不同，在 1 张表；另有 \d+ 格一致。$/)).toBeVisible();
  const difference = panel.getByRole('list', { name: '支出决算表的不同' }).getByRole('button');
  await expect(difference).toHaveCount(1);
  await expect(difference).toContainText('1,500.00');
  await expect(difference).toContainText('1,499.98');
  await expect(difference).toContainText('0.02');
  await expect(difference).toContainText(`03 支出决算表!${address}`);
  await difference.click();
  const table = page.getByRole('table', { name: '支出决算表', exact: true });
  await expect(table.locator('[aria-current]')).toHaveText('1,500.00');

  // mended in a unit, which was not compared; the answer of the department then says that it may be old
  await goToPage(page, '支出');
  await page.getByRole('button', { name: '001 示例街道办事处（本级）' }).click();
  await cell(page, '2010301', '基本支出').click();
  await page.keyboard.type('1499');
  await page.keyboard.press('Enter');
  await goToPage(page, '公开表');
  await expect(page.getByRole('tab', { name: /^核对/ })).toHaveCount(0);
  await page.getByRole('combobox', { name: '单位' }).click();
  await page
    .getByText(/^部门汇总/)
    .last()
    .click();
  await expect(panel).toContainText('可能已过时');
  await panel.getByRole('button', { name: '重新核对…' }).click();
  await expect(panel).not.toContainText('可能已过时');
});
