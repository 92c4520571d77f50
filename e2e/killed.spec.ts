import { expect, test } from './fixtures.ts';
import { cell, expectShown, fundTab, openAgain, openExpenditure } from './keying.ts';

const ROUNDS = 20;

test(`whatever was confirmed is there after kill -9 in mid-keying, ${ROUNDS} times over`, async ({
  desk,
}) => {
  test.setTimeout(240_000);
  await openExpenditure(desk.page);
  let confirmed = 780;
  for (let round = 1; round <= ROUNDS; round += 1) {
    await expectShown(cell(desk.page, '2010302', '项目支出'), `${confirmed}.00`);
    const { page } = desk;
    await cell(page, '2010302', '项目支出').click();
    // so many edits that are confirmed, each seen to be
    for (let edit = 0; edit <= round % 3; edit += 1) {
      confirmed = round * 10 + edit;
      await page.keyboard.type(String(confirmed));
      await page.keyboard.press('Enter');
      await expectShown(cell(page, '2010302', '项目支出'), `${confirmed}.00`);
      await expect(fundTab(page, '一般公共预算')).toContainText(
        `${(1600 + confirmed).toLocaleString('en')}.00`,
      );
      await cell(page, '2010302', '项目支出').click();
    }
    // and one that is on its way, or still being typed
    await page.keyboard.type('5');
    if (round % 2 === 0) void page.keyboard.press('Enter').catch(() => undefined);
    await desk.killed();
    await desk.launch();
    await openAgain(desk.page);
    const name = (await cell(desk.page, '2010302', '项目支出').getAttribute('aria-label')) ?? '';
    // the one on its way may have got there
    if (round % 2 === 0 && name.endsWith('，5.00')) confirmed = 5;
  }
  await expectShown(cell(desk.page, '2010302', '项目支出'), `${confirmed}.00`);
});
