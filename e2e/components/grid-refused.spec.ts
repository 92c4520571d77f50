import { expect, test } from './fixtures.ts';

const sentence = '“1,23.4”没有存入：不是金额。';

test('a refused text keeps the cell open, with text and caret, and its sentence beside it', async ({
  grid,
}) => {
  await grid.click('2010301', '基本支出');
  await grid.key('1,23.4', 'Enter');
  await grid.expectAt('2010301', '基本支出');
  await expect(grid.field).toHaveValue('1,23.4');
  await expect(grid.field).toHaveAttribute('aria-invalid', 'true');
  await expect(grid.field).toHaveAccessibleDescription(sentence);
  const beside = grid.page.getByText(sentence);
  const [said, cell] = [await beside.boundingBox(), await grid.cell('2010301', '基本支出').boundingBox()];
  expect(said?.y).toBeGreaterThanOrEqual((cell?.y ?? 0) + (cell?.height ?? 0));
  // the caret is where it was, and the arrows are its own now
  await grid.press('ArrowLeft', 'ArrowLeft', 'Backspace');
  await expect(grid.field).toHaveValue('1,2.4');
  await grid.press('Home', 'Delete', 'Delete');
  await grid.press('Enter');
  await grid.expectCell('2010301', '基本支出', '2.40');
  await grid.expectAt('2010302', '基本支出');
  await expect(beside).toHaveCount(0);
});

test('there is no way out of it by key but to mend or to discard it', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('x', 'Tab', 'Enter', 'Tab', 'Shift+Enter');
  await grid.expectAt('2010301', '基本支出');
  await expect(grid.field).toHaveValue('x');
  await grid.press('Escape');
  await grid.expectCell('2010301', '基本支出', '');
  await grid.press('Enter');
  await grid.expectAt('2010302', '基本支出');
});

test('left by a click it stays in its cell, red, and what is stored is what was', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('5', 'Enter');
  await grid.click('2010301', '基本支出');
  await grid.key('1,23.4');
  await grid.click('2080505', '项目支出');
  await grid.expectAt('2080505', '项目支出');
  const cell = grid.cellWith('2010301', '基本支出', '1,23.4');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await expect(cell).toHaveAttribute('title', sentence);
  await grid.expectCell('合计', '基本支出', '5.00');
});

test('F2 opens the refused text; typing replaces it; Esc discards it', async ({ grid }) => {
  const cell = grid.cell('2010301', '基本支出');
  await cell.click();
  await grid.key('1,23.4');
  await grid.click('201', '小计');
  await cell.click();
  await grid.press('F2');
  await expect(grid.field).toHaveValue('1,23.4');
  await grid.press('Backspace', 'Backspace', 'Enter');
  await expect(grid.field).toHaveValue('1,23');
  await grid.click('201', '小计');

  await cell.click();
  await grid.key('6', 'Enter');
  await grid.expectCell('2010301', '基本支出', '6.00');

  await cell.click();
  await grid.key('7-7');
  await grid.click('201', '小计');
  await cell.click();
  await grid.press('Escape');
  await grid.expectCell('2010301', '基本支出', '6.00');
});

test('a refused text that was typed over is back when the typing is given up', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('1,23.4');
  await grid.click('2010302', '基本支出');
  await grid.click('2010301', '基本支出');
  await grid.key('9', 'Escape');
  await grid.expectCell('2010301', '基本支出', '1,23.4');
});

test('leaving the grid stores what is typed, by whichever way it is left', async ({ grid }) => {
  const { page } = grid;
  await grid.click('2010301', '基本支出');
  await grid.key('1');
  await page.getByRole('button', { name: '存入打开的格' }).click();
  await grid.expectCell('2010301', '基本支出', '1.00');

  await grid.click('2010302', '基本支出');
  await grid.key('2');
  await page.getByRole('textbox', { name: '加科目' }).click();
  await grid.expectCell('2010302', '基本支出', '2.00');

  await grid.click('2010308', '基本支出');
  await grid.key('3');
  // a button that is pressed without taking the focus, as a shortcut does
  await page.getByRole('button', { name: '收起表格' }).evaluate((button: HTMLElement) => button.click());
  await expect(grid.grid).toHaveCount(0);
  await expect(grid.told('存入')).toHaveText('{"kind":"key","count":1}');
  await page.getByRole('button', { name: '收起表格' }).click();
  await grid.expectCell('合计', '基本支出', '6.00');
});

test('the page learns whether the open cell could be stored', async ({ grid }) => {
  const leave = grid.page.getByRole('button', { name: '存入打开的格' });
  const press = () => leave.evaluate((button: HTMLElement) => button.click());
  await grid.click('2010301', '基本支出');
  await grid.key('1,23.4');
  await press();
  await expect(grid.told('离开')).toHaveText('false');
  await grid.expectCell('2010301', '基本支出', '1,23.4');
  await expect(grid.told('正在录入')).toHaveText('null');
  await grid.key('5');
  await press();
  await expect(grid.told('离开')).toHaveText('true');
});

test('the sentence lies above the cell where there is no room below, and never takes the focus', async ({
  grid,
}) => {
  await grid.open('lines=60');
  await grid.click('2010301', '基本支出');
  await grid.press('Control+End', 'Home');
  await grid.key('x', 'Enter');
  const beside = grid.page.getByText('“x”没有存入');
  const [said, cell] = [await beside.boundingBox(), await grid.field.boundingBox()];
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(cell?.y ?? 0);
  await beside.click();
  await expect(grid.field).toBeFocused();
  await expect(grid.field).toHaveValue('x');
});

test('scrolled away, the cell takes its sentence along', async ({ grid }) => {
  await grid.open('lines=60');
  await grid.click('2010301', '基本支出');
  await grid.key('x', 'Enter');
  const beside = grid.page.getByText('“x”没有存入');
  await expect(beside).toBeVisible();
  await grid.cell('2010301', '备注').hover();
  await grid.page.mouse.wheel(0, 400);
  await expect(beside).toBeHidden();
  await grid.page.mouse.wheel(0, -400);
  await expect(beside).toBeVisible();
});
