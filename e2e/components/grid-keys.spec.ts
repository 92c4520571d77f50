import { expect, test } from './fixtures.ts';

test('a typed amount and Enter: it is stored, shown with its separators, added up, and the next line is active', async ({
  grid,
}) => {
  await grid.click('2010301', '基本支出');
  await grid.key('1234.5', 'Enter');
  await grid.expectCell('2010301', '基本支出', '1,234.50');
  await grid.expectCell('2010301', '小计', '1,234.50');
  await grid.expectCell('20103', '基本支出', '1,234.50');
  await grid.expectCell('合计', '小计', '1,234.50');
  await grid.expectAt('2010302', '基本支出');
  await expect(grid.told('存入')).toHaveText('{"kind":"key","count":1}');
});

test('Enter of the number pad is Enter; with Shift it leads back', async ({ grid }) => {
  await grid.click('2010302', '基本支出');
  await grid.key('1', 'NumpadEnter');
  await grid.expectAt('2010308', '基本支出');
  await grid.press('Shift+NumpadEnter', 'Shift+Enter');
  await grid.expectAt('2010301', '基本支出');
});

test('Enter leads to the right where the page says so', async ({ grid }) => {
  await grid.open('enter=right');
  await grid.click('2010301', '基本支出');
  await grid.key('1', 'Enter');
  await grid.expectAt('2010301', '项目支出');
  await grid.key('2', 'Shift+Enter');
  await grid.expectAt('2010301', '基本支出');
  await grid.expectCell('2010301', '小计', '3.00');
});

test('Enter after a Tab run returns to the column in which it began, one line down', async ({ grid }) => {
  await grid.open('columns=8');
  await grid.click('2010301', '基本支出');
  await grid.key('1', 'Tab');
  await grid.key('2', 'Tab');
  await grid.key('3', 'Enter');
  await grid.expectAt('2010302', '基本支出');
  await grid.key('4', 'Enter');
  await grid.expectCell('2010301', '支出 3', '3.00');
  await grid.expectCell('2010302', '基本支出', '4.00');
  await grid.expectAt('2010308', '基本支出');

  // an arrow ends the run
  await grid.press('Tab', 'Tab', 'ArrowUp', 'Enter');
  await grid.expectAt('2010308', '支出 3');

  // over the sum of 20132 to what is keyed
  await grid.press('Shift+Tab', 'Enter');
  await grid.expectAt('2013299', '支出 3');
});

test('in a range Enter goes down and round, Tab along and round, and the range stays', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.press('Shift+ArrowRight', 'Shift+ArrowDown');
  for (const text of ['1', '2', '3', '4']) await grid.key(text, 'Enter');
  await grid.expectCell('2010301', '基本支出', '1.00');
  await grid.expectCell('2010302', '基本支出', '2.00');
  await grid.expectCell('2010301', '项目支出', '3.00');
  await grid.expectCell('2010302', '项目支出', '4.00');
  await grid.expectAt('2010301', '基本支出');
  await grid.press('Tab', 'Tab');
  await grid.expectAt('2010302', '基本支出');
  await grid.press('Shift+Tab');
  await grid.expectAt('2010301', '项目支出');
  await expect(grid.told('选中')).toHaveText('2010301 amount1，行 3–4，列 2–3');
});

test('the arrows, Home, End and their like lead where they lead in Excel', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.press('ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp');
  await grid.expectAt('2010301', '基本支出');
  await grid.press('End');
  await grid.expectAt('2010301', '备注');
  await grid.press('Home');
  await grid.expectAt('2010301', '基本支出');
  await grid.press('Home');
  await grid.expectAt('2010301', '科目编码');
  await grid.press('Control+End');
  await grid.expectAt('2080506', '备注');
  await grid.press('Control+Home');
  await grid.expectAt('201', '基本支出');
  await grid.press('Control+ArrowDown');
  await grid.expectAt('2080506', '基本支出');
  await grid.press('PageUp');
  await grid.expectAt('合计', '基本支出');
});

test('Ctrl and an arrow lead to the edge of what is filled; with Shift they draw the range there', async ({
  grid,
}) => {
  await grid.writeClipboard('1\n2\n3');
  await grid.click('2010301', '基本支出');
  await grid.press('Control+v', 'Control+ArrowDown');
  await grid.expectAt('2010308', '基本支出');
  await grid.press('Control+ArrowDown');
  await grid.expectAt('2080506', '基本支出');
  await grid.press('Control+Shift+ArrowUp');
  await expect(grid.told('选中')).toHaveText('2080506 amount0，行 5–11，列 2–2');
});

test('Shift extends the range from its first cell; Ctrl+A, Shift+Space and Ctrl+Space select the whole', async ({
  grid,
}) => {
  await grid.click('2010302', '基本支出');
  await grid.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowUp');
  await expect(grid.told('选中')).toHaveText('2010302 amount0，行 3–4，列 2–3');
  await expect(grid.grid.getByRole('gridcell', { selected: true })).toHaveCount(4);
  await grid.press('Shift+Space');
  await expect(grid.told('选中')).toHaveText('2010302 amount0，行 3–4，列 0–5');
  await grid.press('Control+Space');
  await expect(grid.told('选中')).toHaveText('2010302 amount0，行 0–11，列 0–5');
  await grid.click('2010301', '基本支出');
  await grid.press('Control+a');
  await expect(grid.told('选中')).toHaveText('2010301 amount0，行 0–11，列 0–5');
  await grid.expectAt('2010301', '基本支出');
});

test('while a text is typed the arrows store it and go on; F2 turns them to the caret, and back', async ({
  grid,
}) => {
  await grid.click('2010301', '基本支出');
  await grid.key('12', 'ArrowRight');
  await grid.expectCell('2010301', '基本支出', '12.00');
  await grid.expectAt('2010301', '项目支出');

  await grid.key('12', 'F2', 'ArrowLeft');
  await grid.key('3', 'Home');
  await grid.key('4', 'F2', 'ArrowDown');
  await grid.expectCell('2010301', '项目支出', '4,132.00');
  await grid.expectAt('2010302', '项目支出');
});

test('F2 opens the exact amount with the caret behind it; Esc leaves it as it was', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('1234.5', 'Enter', 'ArrowUp', 'F2');
  await expect(grid.field).toHaveValue('1234.5');
  await grid.key('6', 'Enter', 'ArrowUp');
  await grid.expectCell('2010301', '基本支出', '1,234.56');

  await grid.press('F2');
  await grid.key('999', 'Escape');
  await grid.expectCell('2010301', '基本支出', '1,234.56');
  await expect(grid.field).toHaveValue('');
  await expect(grid.told('正在录入')).toHaveText('null');
  await grid.expectAt('2010301', '基本支出');
});

test('typing replaces what is in the cell, and Backspace opens it blank', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('1', 'Enter', 'ArrowUp');
  await grid.key('2', 'Enter', 'ArrowUp');
  await grid.expectCell('2010301', '基本支出', '2.00');
  await grid.press('Backspace');
  await expect(grid.told('正在录入')).toHaveText('""');
  await grid.press('Enter');
  await grid.expectCell('2010301', '基本支出', '');
});

test('a text left as it was is no edit', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('1', 'Enter', 'ArrowUp', 'F2', 'Enter');
  await grid.expectAt('2010302', '基本支出');
  // one step to take back, not two
  await grid.press('Control+z');
  await grid.expectCell('2010301', '基本支出', '');
});

test('Ctrl+Enter puts the typed text into the whole selection and stays', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.press('Shift+ArrowDown', 'Shift+ArrowRight');
  await grid.key('7', 'Control+Enter');
  await grid.expectCell('2010301', '小计', '14.00');
  await grid.expectCell('2010302', '小计', '14.00');
  await expect(grid.told('存入')).toHaveText('{"kind":"key","count":4}');
  await grid.expectAt('2010301', '基本支出');
});

test('Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z take a step back and make it again', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('1', 'Enter');
  await grid.key('2', 'Enter');
  await grid.press('Control+z', 'Control+z');
  await grid.expectCell('合计', '基本支出', '');
  await grid.press('Control+y');
  await grid.expectCell('合计', '基本支出', '1.00');
  await grid.press('Control+Shift+Z');
  await grid.expectCell('合计', '基本支出', '3.00');
});

test('in an open cell Ctrl+Z is the undo of the text', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('1', 'Enter');
  await grid.key('2', 'F2', 'Control+z');
  await expect(grid.field).toHaveValue('');
  await grid.expectCell('2010301', '基本支出', '1.00');
});

test('nothing can be typed into a computed cell or the pinned total, but both can be selected', async ({
  grid,
}) => {
  await grid.click('2010301', '小计');
  await grid.key('5');
  await expect(grid.field).toHaveValue('');
  await grid.press('F2', 'Backspace', 'Enter');
  await grid.expectAt('2010302', '小计');
  await grid.click('合计', '基本支出');
  await grid.key('5');
  await expect(grid.told('跳过')).toHaveText('{"readOnly":1,"outside":0,"isTyped":true}');
  await grid.press('Enter');
  await grid.expectAt('2010301', '基本支出');
  await expect(grid.told('存入')).toHaveCount(0);
  await expect(grid.told('正在录入')).toHaveCount(0);
});

test('Alt and an arrow open and close a branch; its lines come and go', async ({ grid }) => {
  await grid.click('20103', '基本支出');
  await grid.press('Alt+ArrowLeft');
  await expect(grid.cell('2010301', '基本支出')).toHaveCount(0);
  await expect(grid.row('20103')).toHaveAttribute('aria-expanded', 'false');
  await grid.press('Alt+ArrowLeft');
  await expect(grid.row('20103')).toHaveAttribute('aria-expanded', 'false');
  await grid.press('Alt+ArrowRight');
  await expect(grid.cell('2010301', '基本支出')).toBeVisible();
});

test('the selection stays on its line when lines above it go and come', async ({ grid }) => {
  await grid.click('2080505', '项目支出');
  await grid.row('20103').locator('.entry-toggle').click();
  await expect(grid.told('选中')).toHaveText('2080505 amount1，行 7–7，列 3–3');
  await grid.key('9', 'Enter');
  await grid.expectCell('2080505', '项目支出', '9.00');
  await grid.row('201').locator('.entry-toggle').click();
  await grid.expectAt('2080506', '项目支出');
});

test('Shift+F2 asks for the note of the cell, after what is typed is stored', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('1', 'Shift+F2');
  await expect(grid.told('备注')).toHaveText('{"line":"2010301","column":"amount0"}');
  await grid.expectCell('2010301', '基本支出', '1.00');
});

test('the page can lead to a cell, with and without the focus', async ({ grid }) => {
  await grid.page.getByRole('button', { name: '转到' }).click();
  await grid.expectAt('2080506', '项目支出');
  const find = grid.page.getByRole('button', { name: '找到' });
  await find.click();
  await expect(grid.told('选中')).toContainText('2080505 amount0');
  await expect(find).toBeFocused();
});

test('5,000 lines: from the first to the last by key, and what is typed there is stored there', async ({
  grid,
}) => {
  await grid.open('lines=5000&columns=12');
  await grid.click('2010301', '基本支出');
  await grid.press('Control+ArrowDown', 'ArrowUp');
  await grid.key('5', 'Enter');
  await grid.expectCell('合计', '基本支出', '5.00');
  await expect(grid.grid.getByRole('row', { name: /./ }).last()).toHaveAttribute('aria-rowindex', '5003');
  await grid.press('Control+Home');
  await grid.expectAt('201', '基本支出');
  await expect(grid.cell('201', '基本支出')).toBeInViewport();
});
