import { expect, test } from './fixtures.ts';

test('an input method has the first key: nothing of it is lost, and nothing is typed twice', async ({
  grid,
}) => {
  const ime = await grid.inputMethod();
  await grid.click('2010301', '备注');
  await ime.compose('n', 'ni', 'ni h', 'ni hao');
  await ime.choose('你好');
  await grid.press('Enter');
  await grid.expectCell('2010301', '备注', '你好');
  await ime.compose('s', 'shi');
  await ime.choose('是');
  await grid.press('Tab');
  await grid.expectCell('2010302', '备注', '是');
});

test('Enter that picks a candidate belongs to the input method', async ({ grid }) => {
  const ime = await grid.inputMethod();
  await grid.click('2010301', '备注');
  await ime.compose('ni', 'ni hao');
  await ime.takeKey('Enter');
  // as browsers tell it in a composition
  await grid.field.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, isComposing: true });
  await expect(grid.told('选中')).toContainText('2010301 remark');
  await ime.choose('你好');
  await expect(grid.field).toHaveValue('你好');
  await grid.press('Enter');
  await grid.expectCell('2010301', '备注', '你好');
});

test('a composition in a computed cell comes to nothing, and the next cell is keyed as ever', async ({
  grid,
}) => {
  const ime = await grid.inputMethod();
  await grid.click('2010301', '小计');
  await ime.compose('n', 'ni');
  await expect(grid.field).toHaveValue('');
  await expect(grid.field).toBeFocused();
  await grid.press('ArrowRight');
  await grid.key('好', 'Enter');
  await grid.expectCell('2010301', '备注', '好');
  await expect(grid.told('存入')).toHaveText('{"kind":"key","count":1}');
});

test('a click elsewhere during a composition: the text stays in its own cell', async ({ grid }) => {
  const ime = await grid.inputMethod();
  await grid.click('2010301', '备注');
  await ime.compose('h', 'ha');
  await grid.click('2010302', '备注');
  await grid.expectCell('2010301', '备注', 'ha');
  await grid.expectCell('2010302', '备注', '');
  await grid.expectAt('2010302', '备注');
  await expect(grid.field).toHaveValue('');
});

test('the full stop of a Chinese input method is a decimal point', async ({ grid }) => {
  await grid.click('2010301', '基本支出');
  await grid.key('（５６。７）', 'Enter');
  await grid.expectCell('2010301', '基本支出', '-56.70');
});

test('the page takes what is being composed with it', async ({ grid }) => {
  const ime = await grid.inputMethod();
  await grid.click('2010301', '备注');
  await ime.compose('h', 'ha');
  await grid.page
    .getByRole('button', { name: '存入打开的格' })
    .evaluate((button: HTMLElement) => button.click());
  await grid.expectCell('2010301', '备注', 'ha');
  await expect(grid.told('离开')).toHaveText('true');
});
