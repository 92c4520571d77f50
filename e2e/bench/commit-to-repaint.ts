import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { writeBook } from '../../core/interchange/write-book.ts';
import { Desk } from '../desk.ts';
import { mz } from '../mz.ts';
import { largeBook } from './large-book.ts';
import { frameLength, keyDown, quantile, watchRepaints } from './stopwatch.ts';

// Run by `npm run bench`: how long a keyed amount takes to the screen, with all that hangs on it and with nothing.

const WINDOW = { width: 1600, height: 900 };
const ROUNDS = 5;
const CELLS = 40;
/** ms: long enough that tables and checks are computed between two cells */
const CLERK_PAUSE = 700;

const project = resolve(import.meta.dirname, '../..');

async function openApp(desk: Desk): Promise<Page> {
  const interchange = join(desk.folder, 'large.json');
  const book = join(desk.folder, 'large.mzb');
  await writeFile(interchange, writeBook(largeBook(), 'wan'));
  const made = await mz('import', interchange, '--to', book);
  if (made.code !== 0) throw new Error(made.said);
  await desk.launch();
  const { page } = desk;
  await page.setViewportSize(WINDOW);
  await desk.answerOpenDialog(book);
  await page.keyboard.press('Control+O');
  await page.getByRole('navigation', { name: '工作顺序' }).getByRole('button', { name: '支出' }).click();
  await page.getByRole('tab', { name: '非财政拨款' }).click();
  await page
    .getByRole('gridcell', { name: /，基本支出，/ })
    .nth(3)
    .click();
  return page;
}

async function openPlain(folder: string, columns: number): Promise<[ElectronApplication, Page]> {
  const app = await _electron.launch({
    executablePath: process.env['MINGZHANG_ELECTRON'] ?? '',
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      `--user-data-dir=${join(folder, 'plain')}`,
      join(project, 'e2e/components/harness'),
    ],
    env: { ...process.env, COMPONENT_PAGE: join(project, '.cache/grid-harness/page.html') },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  await page.goto(`${page.url().split('?')[0]}?lines=5021&columns=${columns}&plain=1`);
  await page.setViewportSize(WINDOW);
  await page
    .getByRole('gridcell', { name: /，基本支出，/ })
    .nth(3)
    .click();
  return [app, page];
}

const attribute = async (page: Page, name: string) =>
  Number(await page.getByRole('treegrid').getAttribute(name));
const shownCells = (page: Page) => page.getByRole('gridcell').count();

function line(name: string, values: readonly number[], frame: number): void {
  const [median, p95] = [quantile(values, 0.5), quantile(values, 0.95)];
  const frames = (p95 / frame).toFixed(1);
  console.log(
    `${name.padEnd(42)} median ${median.toFixed(1).padStart(6)} ms   p95 ${p95.toFixed(1).padStart(6)} ms = ${frames} frames`,
  );
}

const desk = await Desk.open();
const folder = await mkdtemp(join(tmpdir(), 'mingzhang-bench-'));
try {
  const full = await openApp(desk);
  const columns = await attribute(full, 'aria-colcount');
  const [plainApp, plain] = await openPlain(folder, columns);
  for (const page of [full, plain]) await watchRepaints(page);
  const times: { full: number[]; plain: number[]; paused: number[] } = { full: [], plain: [], paused: [] };
  // warm up both before anything counts, then take turns, so that a noisy minute meets both
  for (const page of [full, plain]) await keyDown(page, CELLS, 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    times.full.push(...(await keyDown(full, CELLS, 0)));
    times.plain.push(...(await keyDown(plain, CELLS, 0)));
    times.paused.push(...(await keyDown(full, CELLS / 4, CLERK_PAUSE)));
  }
  const frame = await frameLength(plain);
  console.log(
    `Enter to repaint, ${await attribute(full, 'aria-rowcount')} rows × ${columns} columns, frame ${frame.toFixed(1)} ms; cells drawn: ${await shownCells(full)} and ${await shownCells(plain)}`,
  );
  line('with sums, store, tables and checks', times.full, frame);
  line('  the same at the pace of a clerk', times.paused, frame);
  line('the grid alone', times.plain, frame);
  const ratio = (share: number) => (quantile(times.full, share) / quantile(times.plain, share)).toFixed(2);
  console.log(`ratio: median ${ratio(0.5)}, p95 ${ratio(0.95)} (aim: within 2 frames p95, and 1.3)`);
  await plainApp.close();
  await desk.close();
} finally {
  desk.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  await rm(desk.folder, { recursive: true, force: true, maxRetries: 5 });
}
