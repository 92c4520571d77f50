import { existsSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NAME_MISSING_RULE } from '../../core/checks/rules/names.ts';
import type { Book } from '../../core/figures/figure.ts';
import { writeBook } from '../../core/interchange/write-book.ts';
import { packJson } from '../../core/printed/pack-json.ts';
import { problem } from '../../core/problems.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { checkYear, packOf, packToExport } from '../desk/pack.ts';
import { asWriteFailure, EXPORT_FORMATS, type ExportFormat, exportPacks } from '../export/export-pack.ts';
import { isBookName } from '../export/file-name.ts';
import { ensureFolder, writeFileWhole } from '../export/write-file.ts';
import { exampleStreetFile, migrationsFolder } from '../folders.ts';
import { readBookFile } from '../import/read-book-file.ts';
import { BookStore } from '../store/book-store.ts';
import { detailOf, ProblemError, storeFailure } from '../store/failure.ts';
import { loadMigrations } from '../store/migrations.ts';
import { readArguments, yearOf } from './arguments.ts';
import { CHECK_USAGE, checkCommand, hasError, ofBook } from './check-command.ts';
import { checkText } from './check-text.ts';
import { DIFF_USAGE, diffCommand } from './diff-command.ts';
import { exportHints } from './export-hints.ts';
import { PROFILE_USAGE, profileCommand, profileOption } from './profile-command.ts';
import { tellProgress } from './progress.ts';
import { tableText } from './text.ts';

/** What a command works with; the tests give their own. */
export interface Surroundings {
  /** the folder that holds migrations/ and samples/ */
  readonly root: string;
  /** where relative paths and ./demo-output are */
  readonly folder: string;
  readonly now: () => Date;
  readonly print: (text: string) => void;
  readonly tell: { write(text: string): unknown };
  /** says which step begins, when the work takes long */
  readonly step: (step: string) => void;
}

/** Runs with its arguments; answers the exit code: 0 fine, 1 findings. Bad input is thrown as ProblemError. */
type Command = (args: readonly string[], surroundings: Surroundings) => Promise<number>;

const ACTOR = '命令行';

const USAGE = {
  import: 'mz import BOOK.json --to FILE.mzb',
  tables: 'mz tables FILE.mzb --year Y [--unit 单位代码] [--profile 报表格式] [--json]',
  check: CHECK_USAGE,
  book: 'mz book FILE.mzb --to BOOK.json [--money wan|yuan]',
  export: `mz export FILE.mzb --year Y --out 文件夹 [--unit 单位代码 | --all-units] [--profile 报表格式] [--formats ${EXPORT_FORMATS.join(',')}]`,
  diff: DIFF_USAGE,
  profile: PROFILE_USAGE,
  demo: 'mz demo',
} as const;

async function withBook<Outcome>(
  file: string,
  { root, now, step }: Surroundings,
  work: (store: BookStore) => Outcome | Promise<Outcome>,
  options: { readonly writing?: boolean } = {},
): Promise<Outcome> {
  step('打开账簿');
  const store = await BookStore.open(file, {
    migrations: loadMigrations(migrationsFolder(root)),
    now,
    thorough: true,
    ...options,
  });
  try {
    step('汇总账簿里的数');
    return await work(store);
  } catch (error) {
    throw storeFailure(error, file);
  } finally {
    store.close();
  }
}

function importOptions(surroundings: Surroundings, reason: string) {
  return {
    change: { at: surroundings.now().toISOString(), actor: ACTOR, reason },
    progress: tellProgress('导入', surroundings.tell, () => performance.now()),
  };
}

function sizeOf(book: Book): string {
  const years = book.years.map(
    ({ year, units, figures }) => `${year} 年度 ${units.length} 个单位 ${figures.length} 个数`,
  );
  return years.join('，');
}

const importCommand: Command = async (args, surroundings) => {
  const { positionals, options } = readArguments(args, {
    usage: USAGE.import,
    positionals: 1,
    options: ['to'],
  });
  const [source = ''] = positionals;
  const target = options['to'];
  if (!target)
    throw new ProblemError(problem('usage', { detail: `要用 --to 说明账簿，用法：${USAGE.import}` }));
  surroundings.step('读文件');
  const book = readBookFile(source);
  surroundings.step('导入');
  const importing = importOptions(surroundings, `导入 ${source}`);
  if (existsSync(target)) {
    await withBook(target, surroundings, (store) => store.import(book, importing), { writing: true });
  } else {
    await BookStore.create(target, book, {
      ...importing,
      migrations: loadMigrations(migrationsFolder(surroundings.root)),
    });
  }
  surroundings.print(`已导入 ${book.department.name}：${sizeOf(book)}，账簿 ${target}`);
  await withBook(target, surroundings, (store) => {
    const kept = store.department().profile;
    if (kept !== book.department.profile) {
      surroundings.print(`提示：账簿的报表格式仍是 ${kept}，文件里写的是 ${book.department.profile}`);
    }
    for (const { year } of book.years) printNameHints(store, year, surroundings);
  });
  return 0;
};

/** Each names up to twelve codes; more would push everything else off the screen. */
const MOST_HINTS = 3;

/** Codes that our list lacks are taken; what is missing for publishing is said (DESIGN §8). */
function printNameHints(store: BookStore, year: number, { print }: Surroundings): void {
  if (!store.years().includes(year)) return;
  const { findings } = checkYear(store, { year, unit: null });
  const missing = findings.filter(({ rule }) => rule === NAME_MISSING_RULE);
  const messages = [...new Set(missing.map(({ message }) => message))];
  for (const message of messages.slice(0, MOST_HINTS)) print(`提示：${year} 年度${message}`);
  if (messages.length > MOST_HINTS) {
    print(`提示：${year} 年度还有单位的科目不在科目表里，用 check 按单位列出`);
  }
}

/** Writes the whole book as an interchange file; read back, it gives the same book. */
const bookCommand: Command = async (args, surroundings) => {
  const { positionals, options } = readArguments(args, {
    usage: USAGE.book,
    positionals: 1,
    options: ['to', 'money'],
  });
  const target = options['to'];
  const money = (['wan', 'yuan'] as const).find((unit) => unit === (options['money'] ?? 'wan'));
  if (!target || money === undefined) {
    throw new ProblemError(
      problem('usage', { detail: `要用 --to 说明文件，金额单位是 wan 或 yuan，用法：${USAGE.book}` }),
    );
  }
  if (isBookName(target)) throw new ProblemError(problem('export-over-book', { file: target }));
  const text = await withBook(positionals[0] ?? '', surroundings, (store) =>
    writeBook(store.export(), money),
  );
  try {
    writeFileWhole(target, new TextEncoder().encode(text));
  } catch (error) {
    throw asWriteFailure(error, target);
  }
  surroundings.print(`已写出账簿：${target}`);
  return 0;
};

const tablesCommand: Command = async (args, surroundings) => {
  const { positionals, options, flags } = readArguments(args, {
    usage: USAGE.tables,
    positionals: 1,
    options: ['year', 'unit', 'profile'],
    flags: ['json'],
  });
  const profile = profileOption(options['profile']);
  const pack = await withBook(positionals[0] ?? '', surroundings, (store) =>
    packOf(store, {
      year: yearOf(options['year'], store.years(), USAGE.tables),
      unit: options['unit'] ?? null,
      ...profile,
    }),
  );
  if (!flags.has('json')) printUnconfirmed(pack, surroundings);
  surroundings.print(
    flags.has('json') ? JSON.stringify(packJson(pack), null, 2) : pack.tables.map(tableText).join('\n\n'),
  );
  return 0;
};

/** A layout that no document of the year shows must not pass for the official one. */
function printUnconfirmed(pack: TablePack, { print }: Surroundings): void {
  if (!pack.profile.confirmed) print(`提示：${pack.year} 年度的版式未经样张证实，公布前须核对`);
}

function formatsOf(text: string | undefined): ExportFormat[] {
  return (text ?? 'xlsx').split(',').map((found) => {
    const format = EXPORT_FORMATS.find((known) => known === found.trim());
    if (format === undefined)
      throw new ProblemError(problem('unknown-format', { found, known: EXPORT_FORMATS }));
    return format;
  });
}

const exportCommand: Command = async (args, surroundings) => {
  const { positionals, options, flags } = readArguments(args, {
    usage: USAGE.export,
    positionals: 1,
    options: ['year', 'out', 'unit', 'profile', 'formats'],
    flags: ['all-units'],
  });
  const out = options['out'];
  if (!out)
    throw new ProblemError(problem('usage', { detail: `要用 --out 说明文件夹，用法：${USAGE.export}` }));
  if (flags.has('all-units') && options['unit'] !== undefined) {
    throw new ProblemError(
      problem('usage', { detail: `--unit 和 --all-units 只能用一个，用法：${USAGE.export}` }),
    );
  }
  const formats = formatsOf(options['formats']);
  const profile = profileOption(options['profile']);
  const { packs, hints } = await withBook(positionals[0] ?? '', surroundings, (store) => {
    const year = yearOf(options['year'], store.years(), USAGE.export);
    const units = flags.has('all-units')
      ? [null, ...store.units(year).map(({ code }) => code)]
      : [options['unit'] ?? null];
    const withFigures = formats.includes('working');
    return {
      packs: units.map((unit) =>
        packToExport(store, packOf(store, { year, unit, ...profile }), { unit, withFigures }),
      ),
      hints: exportHints(year, checkYear(store, { year, unit: null })),
    };
  });
  surroundings.step('生成文件');
  const written = await exportPacks(packs, formats, out);
  const [first] = packs;
  if (first !== undefined) printUnconfirmed(first.pack, surroundings);
  for (const hint of hints) surroundings.print(hint);
  // one profile and year: the packs of all units have the same tables
  surroundings.print(
    written.map((path) => `已导出 ${first?.pack.tables.length ?? 0} 张表：${path}`).join('\n'),
  );
  return 0;
};

const demoCommand: Command = async (args, surroundings) => {
  readArguments(args, { usage: USAGE.demo, positionals: 0 });
  const out = join(surroundings.folder, 'demo-output');
  try {
    ensureFolder(out);
  } catch (error) {
    throw new ProblemError(problem('cannot-write', { file: out, detail: detailOf(error) }), error);
  }
  const book = readBookFile(exampleStreetFile(surroundings.root));
  const file = join(out, '示例街道.mzb');
  // of an earlier demo; a book is never replaced otherwise
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  await BookStore.create(file, book, {
    ...importOptions(surroundings, '示例'),
    migrations: loadMigrations(migrationsFolder(surroundings.root)),
  });
  surroundings.print(`账簿　${book.department.name}：${sizeOf(book)}`);
  return withBook(file, surroundings, async (store) => {
    const year = yearOf(undefined, store.years(), USAGE.demo);
    const checked = checkYear(store, { year, unit: null });
    surroundings.print(`检查　${checkText(ofBook(checked))}`);
    const pack = packOf(store, { year, unit: null });
    const exported = packToExport(store, pack, { unit: null, withFigures: true });
    const files = await exportPacks([exported], EXPORT_FORMATS, out);
    surroundings.print(
      `公开表　${pack.tables.length} 张，${pack.tables.filter((table) => table.empty).length} 张空表已附说明`,
    );
    for (const written of [file, ...files]) {
      surroundings.print(`　　　　./${relative(surroundings.folder, written)}`);
    }
    return hasError(checked.findings) ? 1 : 0;
  });
};

export const COMMANDS: Readonly<Record<string, Command>> = {
  import: importCommand,
  tables: tablesCommand,
  check: (args, surroundings) =>
    checkCommand(args, {
      ...surroundings,
      checkBook: (book, request) =>
        withBook(book, surroundings, (store) => checkYear(store, request(store.years()))),
    }),
  book: bookCommand,
  export: exportCommand,
  diff: (args, surroundings) =>
    diffCommand(args, {
      ...surroundings,
      packOf: (book, request) =>
        withBook(book, surroundings, (store) => packOf(store, request(store.years()))),
    }),
  profile: (args, surroundings) =>
    profileCommand(args, {
      print: surroundings.print,
      profileOf: (book, id) => withBook(book, surroundings, (store) => store.profile(id)),
    }),
  demo: demoCommand,
};

export const HELP = `明账命令行\n${Object.values(USAGE)
  .map((usage) => `  ${usage}`)
  .join('\n')}`;
