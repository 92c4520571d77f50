import { type CDPSession, type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';

/** The page of the entry grid, by what a person sees in it. Lines and columns are named as on the screen. */
export class GridPage {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly grid: Locator;

  constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
    this.grid = page.getByRole('treegrid', { name: '支出' });
  }

  /** A fresh page; `query`: `lines=5000&columns=12&enter=right&plain=1` */
  async open(query = ''): Promise<void> {
    const url = new URL(this.page.url());
    url.search = query;
    await this.page.goto(url.href);
    await expect(this.grid).toBeVisible();
  }

  /** A cell by the beginning of its name: `cell('2010301', '基本支出')`. */
  cell(code: string, column: string): Locator {
    return this.page.getByRole('gridcell', { name: new RegExp(`^${code}( \\S+)?，${column}，`) });
  }

  /** The cell with exactly this in it; `''`: blank. */
  cellWith(code: string, column: string, text: string): Locator {
    const shown = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const name = new RegExp(`^${code}( \\S+)?，${column}，${text === '' ? '空' : shown}$`);
    return this.page.getByRole('gridcell', { name });
  }

  async expectCell(code: string, column: string, text: string): Promise<void> {
    await expect(this.cellWith(code, column, text)).toHaveCount(1);
  }

  /** The field that has the focus, by the cell it names. */
  async expectAt(code: string, column: string): Promise<void> {
    await expect(this.field).toHaveAccessibleName(new RegExp(`^${code}( \\S+)?，${column}，`));
    await expect(this.field).toBeFocused();
  }

  get field(): Locator {
    return this.page.locator('.entry-input');
  }

  row(code: string): Locator {
    return this.grid
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`^${code}( |$)`) }) });
  }

  /** What the grid told the page: `存入`, `跳过`, `正在录入` … */
  told(what: string): Locator {
    return this.page.getByRole('status', { name: what });
  }

  async click(code: string, column: string): Promise<void> {
    await this.cell(code, column).click();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types a text and presses a key behind it. */
  async key(text: string, ...keys: readonly string[]): Promise<void> {
    await this.page.keyboard.type(text);
    await this.press(...keys);
  }

  async writeClipboard(text: string): Promise<void> {
    await this.app.evaluate(({ clipboard }, value) => clipboard.writeText(value), text);
  }

  readClipboard(): Promise<string> {
    return this.app.evaluate(({ clipboard }) => clipboard.readText());
  }

  /** Drags from the middle of one place to the middle of another. */
  async drag(from: Locator, to: Locator): Promise<void> {
    const [begin, end] = [await middleOf(from), await middleOf(to)];
    await this.page.mouse.move(begin.x, begin.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  get fillHandle(): Locator {
    return this.page.locator('.entry-fill-handle');
  }

  inputMethod(): Promise<InputMethod> {
    return InputMethod.of(this.page);
  }
}

export async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('There is nothing to point at.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** An input method as the browser sees one: keys that it takes, a text under way, and the text chosen at last. */
export class InputMethod {
  readonly #session: CDPSession;

  static async of(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page));
  }

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  async compose(...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await this.takeKey('KeyN');
      const end = { selectionStart: text.length, selectionEnd: text.length };
      await this.#session.send('Input.imeSetComposition', { text, ...end });
    }
  }

  /** A key that goes to the input method; the page is told no more than that. */
  async takeKey(code: string): Promise<void> {
    const key = { windowsVirtualKeyCode: 229, key: 'Process', code };
    await this.#session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  }

  async choose(text: string): Promise<void> {
    await this.#session.send('Input.insertText', { text });
  }
}
