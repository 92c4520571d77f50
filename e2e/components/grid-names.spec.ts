import { expect, test } from './fixtures.ts';

test('the grid says what it is: lines and columns, levels, headers, cells that cannot be keyed', async ({
  grid,
}) => {
  await expect(grid.grid).toHaveAttribute('aria-rowcount', '14');
  await expect(grid.grid).toHaveAttribute('aria-colcount', '6');
  const row = grid.row('20103');
  await expect(row).toHaveAttribute('aria-rowindex', '5');
  await expect(row).toHaveAttribute('aria-level', '2');
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expect(grid.row('2010301')).not.toHaveAttribute('aria-expanded');
  await expect(row.getByRole('rowheader')).toHaveAccessibleName('20103 政府办公厅（室）及相关机构事务');
  await expect(grid.cell('2010301', '小计')).toHaveAttribute('aria-readonly', 'true');
  await expect(grid.cell('2010301', '基本支出')).toHaveAttribute('aria-readonly', 'false');
  await expect(grid.cell('2010301', '基本支出')).toHaveAttribute('aria-colindex', '3');
  await expect(grid.cell('2010301', '基本支出')).toHaveAccessibleName('2010301 行政运行，基本支出，空');
  await expect(grid.cell('合计', '基本支出')).toHaveAttribute('aria-readonly', 'true');
});

test('headers are merged over their columns', async ({ grid }) => {
  const group = grid.page.getByRole('columnheader', { name: '本年决算（录入）' });
  await expect(group).toHaveAttribute('aria-colspan', '3');
  await expect(grid.page.getByRole('columnheader', { name: '科目名称' })).toHaveAttribute(
    'aria-rowspan',
    '2',
  );
  const widths = await Promise.all(
    ['基本支出', '项目支出', '小计'].map(async (name) => {
      const box = await grid.page.getByRole('columnheader', { name, exact: true }).boundingBox();
      return box?.width ?? 0;
    }),
  );
  expect((await group.boundingBox())?.width).toBe(widths.reduce((sum, width) => sum + width, 0));
});

test('the field names the cell it is over, and says what is to be said about it', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('1500', 'Enter', 'ArrowUp');
  await expect(grid.field).toHaveAccessibleName('2010301 行政运行，基本支出，1,500.00');
  await grid.click('2010302', '项目支出');
  await expect(grid.field).toHaveAccessibleDescription('项目支出与核对数不等。');
});

test('a mark, a note and a refused text say their sentence', async ({ grid }) => {
  await expect(grid.cell('2010302', '项目支出')).toHaveAttribute('title', '项目支出与核对数不等。');
  await expect(grid.cell('2010308', '项目支出')).toHaveAttribute('title', '有全年预算，没有决算。');
  await expect(grid.cell('2080505', '基本支出')).toHaveAttribute('title', '批注：按实际缴费数');
});

test('an amount that does not fit is ####, with the whole of it as its name and tip; a wider column shows it', async ({
  grid,
}) => {
  await grid.click('2010301', '基本支出');
  await grid.key('123456789.12', 'Enter');
  const cell = grid.cellWith('2010301', '基本支出', '123,456,789.12');
  await expect(cell).toHaveText('####');
  await expect(cell).toHaveAttribute('title', '123,456,789.12');
  await grid.page.getByRole('columnheader', { name: '基本支出' }).locator('.entry-column-edge').dblclick();
  await expect(cell).toHaveText('123,456,789.12');
  await expect(cell).not.toHaveAttribute('title');
});

test('code, name, header and total stay in sight however the grid is scrolled', async ({ grid }) => {
  await grid.open('lines=5000&columns=12');
  await grid.click('2010301', '基本支出');
  await grid.press('Control+End');
  const total = grid.cell('合计', '科目编码');
  await expect(total).toBeInViewport({ ratio: 1 });
  await expect(grid.page.getByRole('columnheader', { name: '科目编码' })).toBeInViewport({ ratio: 1 });
  await expect(grid.grid.getByRole('rowheader').last()).toBeInViewport({ ratio: 1 });
  // the rest is not drawn at all
  expect(await grid.grid.getByRole('row').count()).toBeLessThan(60);
});

test('the Tab key comes into the grid once, and into nothing but its field', async ({ grid }) => {
  await grid.page.locator('body').press('Tab');
  await expect(grid.page.getByRole('textbox', { name: '加科目' })).toBeFocused();
  await grid.press('Tab');
  await expect(grid.field).toBeFocused();
});

test('the grid does not take the focus by itself, and selects the first cell that takes an amount', async ({
  grid,
}) => {
  await expect(grid.field).not.toBeFocused();
  await expect(grid.told('选中')).toHaveText('2010301 amount0，行 3–3，列 2–2');
});

test('a stored amount draws its own line and those it is added up in, and no other', async ({ grid }) => {
  await grid.open('lines=200');
  await grid.click('2010301', '基本支出');
  await grid.key('1');
  await grid.page.evaluate(() => (window as unknown as { asked: Set<string> }).asked.clear());
  await grid.press('Enter');
  await grid.expectCell('合计', '基本支出', '1.00');
  const asked = await grid.page.evaluate(() =>
    [...(window as unknown as { asked: Set<string> }).asked].sort(),
  );
  // 2010302: where Enter leads to
  expect(asked).toEqual(['201', '20103', '2010301', '2010302', 'total']);
});
