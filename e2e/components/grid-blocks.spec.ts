import { expect, test } from './fixtures.ts';

test('a range is copied as exact amounts, as text and as a table', async ({ grid }) => {
  await grid.page.evaluate(() => {
    window.addEventListener('copy', (event) => {
      document.title = event.clipboardData?.getData('text/html') ?? '';
    });
  });
  await grid.click('2010301', '基本支出');
  await grid.key('1,234.5', 'Tab');
  await grid.key('2', 'Enter');
  await grid.click('2010301', '基本支出');
  await grid.press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
  await expect.poll(() => grid.readClipboard()).toBe('1234.5\t2\r\n\t\r\n');
  await expect(grid.page).toHaveTitle(
    '<table><tr><td>1234.5</td><td>2</td></tr><tr><td></td><td></td></tr></table>',
  );
});

test('the pinned total can be copied', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('1234.5', 'Enter');
  await grid.click('合计', '基本支出');
  await grid.press('Control+c');
  await expect.poll(() => grid.readClipboard()).toBe('1234.5\r\n');
});

test('a block from Excel is pasted: quotes, line breaks in cells, one step to take back', async ({
  grid,
}) => {
  await grid.writeClipboard('"1,500.00"\t2\r\n3\t4\r\n');
  await grid.click('2010301', '基本支出');
  await grid.press('Control+v');
  await grid.expectCell('2010301', '小计', '1,502.00');
  await grid.expectCell('2010302', '小计', '7.00');
  await expect(grid.told('存入')).toHaveText('{"kind":"paste","count":4}');
  await expect(grid.told('跳过')).toHaveCount(0);
  await expect(grid.told('选中')).toHaveText('2010301 amount0，行 3–4，列 2–3');
  await grid.writeClipboard('"第一行\n第二行"\r\n');
  await grid.click('2010301', '备注');
  await grid.press('Control+v');
  await grid.expectCell('2010301', '备注', '第一行 第二行');
  await grid.press('Control+c');
  await expect.poll(() => grid.readClipboard()).toBe('"第一行\n第二行"\r\n');
  await grid.press('Control+z', 'Control+z');
  await grid.expectCell('合计', '小计', '');
});

test('a paste leaves computed cells alone and says how many, and how many lay beyond the sheet', async ({
  grid,
}) => {
  await grid.writeClipboard('1\t2\t3\n1\t2\t3\n1\t2\t3');
  await grid.click('2080505', '基本支出');
  await grid.press('Control+v');
  await grid.expectCell('合计', '小计', '6.00');
  await expect(grid.told('存入')).toHaveText('{"kind":"paste","count":4}');
  await expect(grid.told('跳过')).toHaveText('{"readOnly":2,"outside":3}');
});

test('one value fills the whole selection, and a block repeats in a multiple of it', async ({ grid }) => {
  await grid.writeClipboard('5');
  await grid.click('2010301', '基本支出');
  await grid.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Control+v');
  await grid.expectCell('合计', '小计', '20.00');
  await grid.writeClipboard('1\t2');
  await grid.press('Control+v');
  await grid.expectCell('2010302', '项目支出', '2.00');
  await grid.expectCell('合计', '小计', '6.00');
});

test('what a paste brings and cannot be read stays in its cell, refused', async ({ grid }) => {
  await grid.writeClipboard('1,23.4\n5');
  await grid.click('2010301', '基本支出');
  await grid.press('Control+v');
  await expect(grid.cellWith('2010301', '基本支出', '1,23.4')).toHaveAttribute('aria-invalid', 'true');
  await grid.expectCell('合计', '基本支出', '5.00');
  await grid.expectAt('2010301', '基本支出');
});

test('into an open cell a copied cell is pasted as text, without its line break', async ({ grid }) => {
  await grid.writeClipboard('23\r\n');
  await grid.click('2010301', '基本支出');
  await grid.key('1', 'Control+v');
  await expect(grid.field).toHaveValue('123');
  await grid.press('Control+z');
  await expect(grid.field).toHaveValue('1');
});

test('Delete clears a range in one step; computed cells in it are counted', async ({ grid }) => {
  await grid.writeClipboard('1\t2\n3\t4');
  await grid.click('2010301', '基本支出');
  await grid.press('Control+v', 'Shift+ArrowRight', 'Delete');
  await grid.expectCell('合计', '小计', '');
  await expect(grid.told('存入')).toHaveText('{"kind":"clear","count":4}');
  await expect(grid.told('跳过')).toHaveText('{"readOnly":2,"outside":0}');
  await grid.press('Control+z');
  await grid.expectCell('合计', '小计', '10.00');
});

test('Ctrl+X takes a block away and Ctrl+V puts it elsewhere', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('8', 'Enter', 'ArrowUp', 'Control+x');
  await grid.expectCell('2010301', '基本支出', '');
  await expect(grid.told('存入')).toHaveText('{"kind":"cut","count":1}');
  await grid.click('2080505', '项目支出');
  await grid.press('Control+v');
  await grid.expectCell('2080505', '项目支出', '8.00');
});

test('Ctrl+D fills down from the first row of the range, or from the row above; Ctrl+R to the right', async ({
  grid,
}) => {
  await grid.click('2010301', '基本支出');
  await grid.key('6', 'Enter', 'Control+d');
  await grid.expectCell('2010302', '基本支出', '6.00');
  await grid.click('2010301', '基本支出');
  await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
  await grid.expectCell('2010308', '基本支出', '6.00');
  await grid.press('Shift+ArrowRight', 'Control+r');
  await grid.expectCell('合计', '项目支出', '18.00');
  await expect(grid.told('存入')).toHaveText('{"kind":"fill","count":3}');
});

test('nothing is filled from a sum: put into one of its own parts it would be counted twice', async ({
  grid,
}) => {
  await grid.click('2010301', '项目支出');
  await grid.key('6', 'Enter');
  await grid.expectCell('20103', '项目支出', '6.00');
  await grid.click('2010301', '项目支出');
  await grid.press('Control+d');
  await grid.expectCell('2010301', '项目支出', '6.00');
  await grid.expectCell('20103', '项目支出', '6.00');
  await expect(grid.told('跳过')).toHaveText('{"readOnly":1,"outside":0}');
});

const DIRECTIONS = [
  ['down', '2010302', '基本支出', '2010308', '基本支出', '2010302 amount0，行 4–5，列 2–2'],
  ['up', '2010302', '基本支出', '2010301', '基本支出', '2010302 amount0，行 3–4，列 2–2'],
  ['right', '2010302', '基本支出', '2010302', '项目支出', '2010302 amount0，行 4–4，列 2–3'],
  ['left', '2010302', '项目支出', '2010302', '基本支出', '2010302 amount1，行 4–4，列 2–3'],
] as const;

for (const [direction, code, column, toCode, toColumn, selected] of DIRECTIONS) {
  test(`the fill handle, dragged ${direction}, fills there, and what it filled is selected`, async ({
    grid,
  }) => {
    await grid.click(code, column);
    await grid.key('3', 'Enter', 'ArrowUp');
    await grid.drag(grid.fillHandle, grid.cell(toCode, toColumn));
    await grid.expectCell(toCode, toColumn, '3.00');
    await grid.expectCell('合计', '小计', '6.00');
    await expect(grid.told('选中')).toHaveText(selected);
  });
}

test('a fill over a subtotal leaves it alone and says so', async ({ grid }) => {
  await grid.click('2010308', '基本支出');
  await grid.key('3', 'Enter', 'Shift+Enter');
  await grid.drag(grid.fillHandle, grid.cell('2013299', '基本支出'));
  await grid.expectCell('2013299', '基本支出', '3.00');
  await expect(grid.told('跳过')).toHaveText('{"readOnly":1,"outside":0}');
});
