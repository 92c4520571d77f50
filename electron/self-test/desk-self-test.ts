import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Desk } from '../desk/desk.ts';
import type { OwnFiles } from '../folders.ts';

/** One thing that a package must be able to do. */
export interface SelfTestStep {
  readonly name: string;
  readonly run: () => Promise<void>;
}

const YEAR = 2024;
const UNIT = '001';
const department = { year: YEAR, unit: null };
const cell = {
  sheet: 'expenditure',
  row: '2010302',
  fund: 'general',
  column: 'project',
  measure: 'actual',
} as const;
/** 分 */
const KEYED = 790_000_000;

/** Two rows as an asset system lists them. */
const CARDS = `资产编号,资产名称,资产类别,取得日期,原值（元）,累计折旧（元）
TY001,办公桌,家具和用具,2019-05-01,3000.50,1200.25
TY002,打印机,设备,2021-08-15,2400.00,
`;

/**
 * The main job on a book of its own, with nobody at the desk: every native module, thread and data file that the
 * package must hold is used on the way.
 */
export function deskSelfTest(files: OwnFiles): {
  readonly steps: readonly SelfTestStep[];
  readonly handlers: Desk['handlers'];
  readonly end: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-self-test-'));
  const workbook = join(folder, '公开表.xlsx');
  const list = join(folder, '资产卡片.csv');
  const desk = new Desk({
    ...files,
    dataFolder: folder,
    documentsFolder: folder,
    frame: 'hidden',
    now: () => new Date(),
    askForBook: async () => null,
    askForFile: async (what) => (what === 'cards' ? list : workbook),
    askWhereToSave: async () => workbook,
    showInFolder: () => undefined,
    controlWindow: () => undefined,
    tell: () => undefined,
    giveUp: async () => false,
    exportWithout: async () => false,
    readyToClose: () => undefined,
  });
  const { handlers } = desk;
  const step = (name: string, run: () => Promise<void>): SelfTestStep => ({ name, run });

  const steps = [
    step('a book is made from the sample, and opened', async () => {
      const book = await handlers.openSample();
      assert.equal(book.years[0]?.year, YEAR);
    }),
    step('a figure is keyed, and read', async () => {
      handlers.commit({ year: YEAR, unit: UNIT, kind: 'key', edits: [{ ...cell, value: KEYED }] });
      await expectKeyed();
    }),
    step('the rules hold on their examples, in the thread of the review', async () => {
      const { results, passed } = await handlers.selfTest();
      assert.ok(passed > 0);
      assert.equal(passed, results.length);
    }),
    step('the tables are computed and checked', async () => {
      const { pack, tally } = await handlers.tables(department);
      assert.equal(pack.tables.length, 9);
      assert.ok(tally.length > 0);
    }),
    step('the tables are exported to a workbook', async () => {
      const exported = await handlers.exportPack(department, [], 'published');
      assert.equal(exported?.path, workbook);
      assert.ok(statSync(workbook).size > 0);
    }),
    step('the workbook is read in its thread, and holds the same numbers', async () => {
      const comparison = await handlers.compareTables(department);
      assert.deepEqual(comparison?.differences, []);
      assert.ok(comparison.compared.length > 0);
    }),
    step('a list of asset cards is read and stored in its thread', async () => {
      writeFileSync(list, CARDS);
      const preview = await handlers.beginCards({ year: YEAR, unit: UNIT });
      assert.equal(preview?.obstacle, null);
      assert.equal(preview.counts.added, 2);
      const { cards } = await handlers.takeCards();
      assert.equal(cards, 2);
    }),
    step('the book is backed up, closed and opened again, with all that was keyed', async () => {
      assert.ok((await handlers.backUpNow()).backups.length > 0);
      assert.equal(await handlers.closeBook([]), true);
      const [recent] = await handlers.recentBooks();
      assert.ok(recent);
      await handlers.openRecentBook(recent.id);
      await expectKeyed();
      await handlers.closeBook([]);
    }),
  ];

  async function expectKeyed(): Promise<void> {
    const { figures } = await handlers.sheet({ year: YEAR, unit: UNIT, sheet: cell.sheet });
    const found = figures.find(
      ({ row, fund, column, measure }) =>
        row === cell.row && fund === cell.fund && column === cell.column && measure === cell.measure,
    );
    assert.equal(found?.value, KEYED);
  }

  return {
    steps,
    handlers,
    end: () => {
      desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Runs the steps in order up to the first that fails, each with a line.
 * @returns whether all passed
 */
export async function runSteps(
  steps: readonly SelfTestStep[],
  write: (line: string) => void,
): Promise<boolean> {
  for (const { name, run } of steps) {
    try {
      await run();
    } catch (error) {
      write(`failed: ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return false;
    }
    write(`ok: ${name}`);
  }
  write(`self-test: ${steps.length} of ${steps.length} passed`);
  return true;
}
