import { expect, test } from './fixtures.ts';
import { middleOf } from './grid-page.ts';

test('a click selects a cell, with Shift a range, and the focus is in the field over the cell', async ({
  grid,
}) => {
  await grid.click('2010301', '基本支出');
  await grid.expectAt('2010301', '基本支出');
  const [field, cell] = [
    await grid.field.boundingBox(),
    await grid.cell('2010301', '基本支出').boundingBox(),
  ];
  expect(field).toEqual(cell);
  await grid.cell('2010308', '项目支出').click({ modifiers: ['Shift'] });
  await expect(grid.told('选中')).toHaveText('2010301 amount0，行 3–5，列 2–3');
});

test('a double click opens a cell, a click elsewhere stores it', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('12', 'Enter');
  await grid.cell('2010301', '基本支出').dblclick();
  await expect(grid.field).toHaveValue('12');
  await grid.key('3');
  await grid.click('2010302', '基本支出');
  await grid.expectCell('2010301', '基本支出', '123.00');
});

test('a click into the text that is being typed sets the caret, and the arrows are its own from then on', async ({
  grid,
}) => {
  await grid.click('2010301', '基本支出');
  await grid.key('12');
  await grid.field.click({ position: { x: 5, y: 15 } });
  await grid.key('3', 'ArrowRight');
  await grid.key('4', 'Enter');
  await grid.expectCell('2010301', '基本支出', '3,142.00');
});

test('the other button of the mouse leaves selection, text and focus as they are', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('12');
  await grid.cell('2010308', '项目支出').click({ button: 'right' });
  await expect(grid.field).toBeFocused();
  await expect(grid.field).toHaveValue('12');
  await expect(grid.told('选中')).toContainText('2010301 amount0');
});

test('a double click on a computed cell opens nothing', async ({ grid }) => {
  await grid.cell('2010301', '小计').dblclick();
  await grid.expectAt('2010301', '小计');
  await expect(grid.told('正在录入')).toHaveCount(0);
});

test('a drag selects a range', async ({ grid }) => {
  await grid.drag(grid.cell('2010308', '项目支出'), grid.cell('2010301', '基本支出'));
  await expect(grid.told('选中')).toHaveText('2010308 amount1，行 3–5，列 2–3');
  // let go, the pointer moves nothing any more
  await grid.cell('201', '备注').hover();
  await expect(grid.told('选中')).toHaveText('2010308 amount1，行 3–5，列 2–3');
});

test('a drag beyond the edge scrolls on while the pointer lies still, to the last line and back to the first', async ({
  grid,
}) => {
  await grid.open('lines=120');
  const { mouse } = grid.page;
  const begin = await middleOf(grid.cell('2010301', '基本支出'));
  const box = await grid.grid.boundingBox();
  if (box === null) throw new Error('no grid');
  await mouse.move(begin.x, begin.y);
  await mouse.down();
  await mouse.move(begin.x, box.y + box.height + 60, { steps: 3 });
  await expect(grid.told('选中')).toHaveText('2010301 amount0，行 3–120，列 2–2');
  await mouse.move(begin.x, box.y - 30, { steps: 3 });
  await expect(grid.told('选中')).toHaveText('2010301 amount0，行 0–3，列 2–2');
  await mouse.up();
  await expect(grid.cell('201', '基本支出')).toBeInViewport();
});

test('the fill handle scrolls on too', async ({ grid }) => {
  await grid.open('lines=60');
  await grid.click('2010308', '基本支出');
  await grid.key('3', 'Enter', 'Shift+Enter');
  const { mouse } = grid.page;
  const begin = await middleOf(grid.fillHandle);
  const box = await grid.grid.boundingBox();
  if (box === null) throw new Error('no grid');
  await mouse.move(begin.x, begin.y);
  await mouse.down();
  await mouse.move(begin.x - 20, box.y + box.height + 60, { steps: 3 });
  await expect(grid.grid.locator('.entry-row').last()).toHaveAttribute('aria-rowindex', '63');
  await expect(grid.page.locator('.entry-row[aria-rowindex="63"] .filling')).toHaveCount(1);
  await mouse.up();
  await expect(grid.told('存入')).toContainText('"kind":"fill"');
  await expect(grid.told('选中')).toHaveText('2010308 amount0，行 5–60，列 2–2');
});

test('a click on its arrow closes a branch and opens it; the selection stays where it is', async ({
  grid,
}) => {
  await grid.click('2080505', '基本支出');
  const arrow = grid.row('20103').locator('.entry-toggle');
  await arrow.click();
  await expect(grid.cell('2010302', '基本支出')).toHaveCount(0);
  await grid.expectAt('2080505', '基本支出');
  await arrow.click();
  await expect(grid.cell('2010302', '基本支出')).toBeVisible();
});

test('a column is made wider at the edge of its header, and as wide as its texts by a double click', async ({
  grid,
}) => {
  const header = grid.page.getByRole('columnheader', { name: '科目名称' });
  const edge = header.locator('.entry-column-edge');
  const { x, y } = await middleOf(edge);
  const { mouse } = grid.page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x - 60, y, { steps: 3 });
  // while it is dragged, and before the page knows
  await expect.poll(async () => (await header.boundingBox())?.width).toBe(222);
  await expect(grid.told('列宽')).toHaveCount(0);
  await mouse.up();
  await expect(grid.told('列宽')).toHaveText('{"id":"name","width":222}');
  await edge.dblclick();
  await expect(grid.told('列宽')).not.toHaveText('{"id":"name","width":222}');
  const longest = grid.row('2080505').getByRole('rowheader').locator('.entry-text');
  expect(await longest.evaluate((text) => text.scrollWidth <= text.clientWidth)).toBe(true);
  await expect(grid.row('2080505').getByRole('rowheader')).not.toHaveAttribute('title');
});

test('a press on an edge of a header leaves the open cell open', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('12');
  await grid.page.getByRole('columnheader', { name: '小计' }).locator('.entry-column-edge').click();
  await expect(grid.field).toHaveValue('12');
  await expect(grid.field).toBeFocused();
});

test('Ctrl and the wheel, Ctrl+= and Ctrl+- change the zoom, Ctrl+0 ends it; the same cell stays open', async ({
  grid,
}) => {
  const height = async () => (await grid.cell('2010301', '基本支出').boundingBox())?.height;
  await grid.click('2010301', '基本支出');
  await grid.key('12', 'Control+=');
  await expect.poll(height).toBe(35);
  await expect(grid.field).toHaveValue('12');
  await grid.page.keyboard.down('Control');
  await grid.page.mouse.wheel(0, -100);
  await expect.poll(height).toBe(39);
  await grid.page.keyboard.up('Control');
  await grid.press('Control+-', 'Control+-', 'Control+-');
  await expect.poll(height).toBe(26);
  await grid.press('Control+0');
  await expect.poll(height).toBe(30);
});

test('what lies behind the last line has its own keys and its own focus', async ({ grid }) => {
  const add = grid.page.getByRole('textbox', { name: '加科目' });
  await grid.click('2010301', '基本支出');
  await add.click();
  await expect(add).toBeFocused();
  await grid.key('xzyx', 'ArrowLeft', 'Backspace', 'Enter');
  await expect(add).toHaveValue('xzx');
  await expect(grid.told('选中')).toHaveText('2010301 amount0，行 3–3，列 2–2');
  await expect(grid.told('存入')).toHaveCount(0);
});

test('the open field goes along when the grid is scrolled, under the header and into sight again by a key', async ({
  grid,
}) => {
  await grid.open('lines=60');
  await grid.click('2010302', '基本支出');
  await grid.key('12');
  const before = await grid.field.boundingBox();
  await grid.page.mouse.wheel(0, 60);
  await expect.poll(async () => (await grid.field.boundingBox())?.y).toBe((before?.y ?? 0) - 60);
  await grid.page.mouse.wheel(0, 90);
  const header = grid.page.getByRole('columnheader', { name: '基本支出' });
  // it would lie on the header, were it not cut off there
  await expect.poll(async () => (await grid.field.boundingBox())?.y).toBe((before?.y ?? 0) - 150);
  const { x, y } = await middleOf(grid.field);
  const hit = await grid.page.evaluate(
    (at) => document.elementFromPoint(at.x, at.y)?.closest('[role]')?.textContent,
    { x, y },
  );
  expect(hit).toBe(await header.textContent());
  await grid.key('3');
  await expect.poll(async () => (await grid.field.boundingBox())?.y).toBeGreaterThan(y);
  await grid.press('Enter');
  await grid.expectCell('2010302', '基本支出', '123.00');
});
