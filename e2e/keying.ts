import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';

/** Opens the sample and goes to its tables. */
export async function openSampleTables(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例' }).first().click();
  await goToPage(page, '公开表');
}

/** Opens the sample and goes to 支出 of 本级, as a clerk does. */
export async function openExpenditure(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开示例' }).first().click();
  await goToExpenditure(page);
}

/** Opens the book that was opened last, from the start page, and goes to the same place. */
export async function openAgain(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /示例街道办事处/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await goToExpenditure(page);
}

/** What is seen first of a book that has been opened. */
export function overview(page: Page): Locator {
  return page.getByRole('heading', { name: '总览' });
}

/** From any page of an open book. */
async function goToExpenditure(page: Page): Promise<void> {
  await goToPage(page, '支出');
  await page.getByRole('button', { name: '001 示例街道办事处（本级）' }).click();
  await expect(grid(page)).toBeVisible();
  await expect(cell(page, '2010301', '基本支出')).toHaveAttribute('aria-readonly', 'false');
}

export function goToPage(page: Page, name: string): Promise<void> {
  return pageEntry(page, name).click();
}

/** One of the sheets that share an entry. */
export async function goToSheet(page: Page, entry: string, sheet: string): Promise<void> {
  await goToPage(page, entry);
  await page.getByRole('tablist', { name: '录入表' }).getByRole('tab', { name: sheet, exact: true }).click();
}

/** The entry of a page in the sequence of the work; it says after its name how many findings wait there. */
export function pageEntry(page: Page, name: string): Locator {
  return page
    .getByRole('navigation', { name: '工作顺序' })
    .getByRole('button', { name: new RegExp(`^${name}`) });
}

export async function chooseUnit(page: Page, unit: string): Promise<void> {
  await page.getByRole('combobox', { name: '单位' }).click();
  await page.getByTitle(unit).click();
}

export function grid(page: Page): Locator {
  return page.getByRole('treegrid', { name: '支出录入' });
}

/** A cell of the grid by the code of its line and the title of its column. */
export function cell(page: Page, code: string, column: string): Locator {
  return page.getByRole('gridcell', { name: new RegExp(`^${code} [^，]*，${column}，`) });
}

/** A cell of a sheet whose lines have names and no codes. */
export function namedCell(page: Page, name: string, column: string): Locator {
  return page.getByRole('gridcell', { name: new RegExp(`^${name}，${column}，`) });
}

/** Keys a text into a cell, as a clerk does who clicks it first. */
export async function key(page: Page, place: Locator, text: string): Promise<void> {
  await place.click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** The cell shows this amount; `''`: it is blank. */
export async function expectShown(place: Locator, shown: string): Promise<void> {
  await expect(place).toHaveAccessibleName(
    new RegExp(`，${shown === '' ? '空' : shown.replaceAll('.', '\\.')}$`),
  );
}

/** `2,380.00`, as it stands on the tab of a fund. */
export function fundTab(page: Page, fund: string): Locator {
  return page.getByRole('tablist', { name: '资金' }).getByRole('tab', { name: fund });
}

export function copyText(app: ElectronApplication, text: string): Promise<void> {
  return app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
}
