import type { ConsoleMessage, Page } from '@playwright/test';

const violation = /content.security.policy/i;

/** What the pages of an app said on their consoles, and what of it no test may pass over. */
export class PageLog {
  readonly #lines = new Set<string>();
  readonly #complaints = new Set<string>();

  /** Listens from now on; this is all there is of a page that is gone before the test ends. */
  watch(page: Page): void {
    page.on('console', (message) => this.#take(message));
    page.on('pageerror', (error) => this.#complain(uncaught(error)));
    page.on('crash', () => this.#complain('The page crashed.'));
  }

  /** Asks for what was said before anybody could listen: breaches of the policy while a page loads. */
  async collect(page: Page): Promise<void> {
    if (page.isClosed()) return;
    for (const message of await page.consoleMessages({ filter: 'all' })) this.#take(message);
    for (const error of await page.pageErrors({ filter: 'all' })) this.#complain(uncaught(error));
  }

  get text(): string {
    return [...this.#lines].join('\n');
  }

  /** Breaches of the content security policy, uncaught errors, crashes. */
  get complaints(): readonly string[] {
    return [...this.#complaints];
  }

  #take(message: ConsoleMessage): void {
    const line = `${message.type()}: ${message.text()} (${message.location().url})`;
    if (violation.test(message.text())) this.#complain(line);
    this.#lines.add(line);
  }

  #complain(line: string): void {
    this.#complaints.add(line);
    this.#lines.add(line);
  }
}

function uncaught(error: Error): string {
  return `uncaught: ${error.stack ?? error.message}`;
}
