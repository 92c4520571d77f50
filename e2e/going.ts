import { expect, type Locator, type Page } from '@playwright/test';

export function going(page: Page): Locator {
  return page.getByRole('combobox', { name: '转到' });
}

/** Goes by the keyboard to the line of 转到 that is wanted: the list is that of what is typed when the line is there. */
export async function goTo(page: Page, typed: string, line: RegExp): Promise<void> {
  await page.keyboard.press('Control+g');
  await expect(going(page)).toBeFocused();
  await page.keyboard.type(typed);
  const option = page.getByRole('option', { name: line });
  await expect(option).toBeVisible();
  for (let steps = 0; (await option.getAttribute('aria-selected')) !== 'true'; steps += 1) {
    if (steps > 40) throw new Error('the arrows did not reach the line');
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}
