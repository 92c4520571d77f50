import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { answerMessage, answerOpen, answerSave, refuseDialogs } from './dialogs.ts';
import { PageLog } from './page-log.ts';

const projectFolder = resolve(import.meta.dirname, '..');
const launchLimit = 60_000;
const closeLimit = 20_000;

type Started = { readonly app: ElectronApplication; readonly page: Page };

/** The real app in a test. After `relaunch`, `app` and `page` are new ones: ask the desk again. */
export class Desk {
  /** Belongs to this test alone and is removed after it; the app keeps its own data in `user-data` below it. */
  readonly folder: string;
  readonly log = new PageLog();
  #started: Started | undefined;
  /** Playwright forgets the process of an app that has ended, so it is kept. */
  #main: ChildProcess | undefined;
  #mainOutput = '';

  static async open(): Promise<Desk> {
    return new Desk(await mkdtemp(join(tmpdir(), 'mingzhang-e2e-')));
  }

  private constructor(folder: string) {
    this.folder = folder;
  }

  get app(): ElectronApplication {
    return this.#running().app;
  }

  get page(): Page {
    return this.#running().page;
  }

  /** What the main process wrote, over all starts. */
  get mainOutput(): string {
    return this.#mainOutput;
  }

  /** @param args what the system adds, as the file that was double-clicked */
  async launch(...args: readonly string[]): Promise<void> {
    const app = await _electron.launch({
      executablePath: electronExecutable(),
      cwd: this.folder,
      args: [...startArguments(this.folder), ...args],
      env: { ...process.env, MINGZHANG_TEST: '1' },
      timeout: launchLimit,
    });
    const main = app.process();
    this.#main = main;
    for (const stream of [main.stdout, main.stderr]) {
      stream?.on('data', (data) => {
        this.#mainOutput += String(data);
      });
    }
    app.on('window', (page) => this.log.watch(page));
    for (const page of app.windows()) this.log.watch(page);
    await refuseDialogs(app);
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    this.#started = { app, page };
  }

  /** Starts the app once more on the same data, as a second double click does. @returns its exit code */
  startSecond(...args: readonly string[]): Promise<number | null> {
    const second = spawn(electronExecutable(), [...startArguments(this.folder), ...args], {
      cwd: this.folder,
      env: { ...process.env, MINGZHANG_TEST: '1' },
    });
    const ended = new Promise<number | null>((tell) => second.on('close', tell));
    return within(launchLimit, ended, 'The second app did not end.');
  }

  /** Leaves the app as a person does, and starts it again on the same data. */
  async relaunch(): Promise<void> {
    await this.close();
    await this.launch();
  }

  /** Does nothing when the test has already closed the app. */
  async close(): Promise<void> {
    if (this.#hasEnded()) return;
    const { app } = this.#running();
    for (const page of app.windows()) await this.log.collect(page);
    await within(closeLimit, app.close(), 'The app did not close.');
  }

  /** As when the power fails: nothing in the app gets to run any more. */
  async killed(): Promise<void> {
    const main = this.#main;
    if (main === undefined) throw new Error('The app has not been started.');
    const gone = new Promise<void>((tell) => main.once('exit', () => tell()));
    main.kill('SIGKILL');
    await within(closeLimit, gone, 'The app outlived SIGKILL.');
  }

  /** For the end of a test that failed: no app may outlive it. */
  kill(): void {
    if (!this.#hasEnded()) this.#main?.kill('SIGKILL');
  }

  /** The next save dialogs return this path; null: the person cancels. */
  answerSaveDialog(path: string | null): Promise<void> {
    return answerSave(this.app, path);
  }

  /** The next open dialogs return these paths; null: the person cancels. */
  answerOpenDialog(path: string | readonly string[] | null): Promise<void> {
    return answerOpen(this.app, typeof path === 'string' ? [path] : path);
  }

  /** The next message boxes return the button with this number. */
  answerMessageBox(button: number): Promise<void> {
    return answerMessage(this.app, button);
  }

  #hasEnded(): boolean {
    return this.#main === undefined || this.#main.exitCode !== null || this.#main.signalCode !== null;
  }

  #running(): Started {
    if (this.#started === undefined) throw new Error('The app has not been started.');
    return this.#started;
  }
}

function startArguments(folder: string): string[] {
  return [
    // Containers run as root and have a small /dev/shm.
    '--no-sandbox',
    '--disable-dev-shm-usage',
    // Or the second app of two would hand over to the first and end.
    `--user-data-dir=${join(folder, 'user-data')}`,
    projectFolder,
  ];
}

function electronExecutable(): string {
  const path = process.env['MINGZHANG_ELECTRON'];
  if (!path)
    throw new Error('Run the end-to-end tests with `npm run e2e`, which finds an Electron that runs here.');
  return path;
}

async function within<T>(milliseconds: number, work: Promise<T>, message: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
