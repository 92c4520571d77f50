import type { BrowserWindow } from 'electron';
import type { UnsavedCell } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';

/** A page that does not answer in this time, ms, is stuck; what was committed is safe without it. */
const ANSWER_LIMIT = 5_000;

/** What leaving needs of the app around the window. */
export interface LeavingApp {
  /** tells the page that the window is to be closed */
  tellPage(): void;
  /** asks the clerk; true: close in spite of the cells that were not stored */
  giveUp(unsaved: readonly UnsavedCell[]): Promise<boolean>;
  /** `null`: the backup was made, or none was needed */
  backUp(): Promise<Problem | null>;
  /** asks the clerk; true: close in spite of the missing backup */
  goWithoutBackup(problem: Problem): Promise<boolean>;
}

/**
 * A window is left in one order: the page stores its open cell, the clerk hears of what could not be stored, the book
 * is backed up, and only then the window goes.
 */
export class Closing {
  readonly #app: LeavingApp;
  #state: 'open' | 'leaving' | 'left' = 'open';
  #answer: (unsaved: readonly UnsavedCell[]) => void = () => undefined;

  constructor(app: LeavingApp) {
    this.#app = app;
  }

  guard(window: BrowserWindow): void {
    this.#state = 'open';
    window.on('close', (event) => {
      if (this.#state === 'left') return;
      event.preventDefault();
      if (this.#state === 'open') void this.#leave(window);
    });
  }

  /** The page has stored what it could. */
  answered(unsaved: readonly UnsavedCell[]): void {
    this.#answer(unsaved);
  }

  async #leave(window: BrowserWindow): Promise<void> {
    this.#state = 'leaving';
    try {
      this.#state = (await this.#mayGo(window)) ? 'left' : 'open';
    } catch (error) {
      // a clerk who cannot close the window would kill it
      console.error('leaving the window', error);
      this.#state = 'left';
    }
    if (window.isDestroyed()) return;
    if (this.#state === 'left') window.destroy();
    else window.show();
  }

  async #mayGo(window: BrowserWindow): Promise<boolean> {
    const unsaved = await this.#askPage(window);
    if (unsaved.length > 0 && !(await this.#app.giveUp(unsaved))) return false;
    // nothing more can be keyed while the backup is made
    window.hide();
    const problem = await this.#app.backUp();
    return problem === null || this.#app.goWithoutBackup(problem);
  }

  #askPage(window: BrowserWindow): Promise<readonly UnsavedCell[]> {
    if (window.webContents.isCrashed()) return Promise.resolve([]);
    return new Promise((resolve) => {
      const limit = setTimeout(() => {
        console.error('the page did not answer before closing');
        resolve([]);
      }, ANSWER_LIMIT);
      this.#answer = (unsaved) => {
        clearTimeout(limit);
        resolve(unsaved);
      };
      this.#app.tellPage();
    });
  }
}
