import { basename } from 'node:path';
import { Classification } from '../../core/classification/classification.ts';
import type { Book } from '../../core/figures/figure.ts';
import { SHEETS } from '../../core/figures/sheets.ts';
import { type ImportChoices, noChoices } from '../../core/incoming/choices.ts';
import { type Compared, compareWithBook } from '../../core/incoming/compare.ts';
import { hiddenTables } from '../../core/incoming/hidden-tables.ts';
import type { ImportKind, ImportReading } from '../../core/incoming/incoming.ts';
import { type IncomingRegisters, incomingRegisters } from '../../core/incoming/incoming-registers.ts';
import { obstacleOf, otherFigures } from '../../core/incoming/obstacle.ts';
import { readUnit } from '../../core/incoming/one-unit.ts';
import type { ImportPreview, TakenIn } from '../../core/incoming/preview.ts';
import { readPublished } from '../../core/incoming/read-published.ts';
import { readTables } from '../../core/incoming/read-table.ts';
import {
  replacedCounts,
  withoutRegistered,
  withoutReplaced,
} from '../../core/incoming/registered-figures.ts';
import type { RememberedColumn } from '../../core/incoming/remembered.ts';
import { textGrid } from '../../core/incoming/text-grid.ts';
import { withoutUnsureOpenings } from '../../core/incoming/unsure-openings.ts';
import { problem } from '../../core/problems.ts';
import type { BookRegister } from '../../core/registers/book-register.ts';
import { readReports } from '../../core/reports/read-reports.ts';
import { migrationsFolder } from '../folders.ts';
import type { ReadSheets } from '../import/reading-messages.ts';
import { readInThread } from '../import/reading-thread.ts';
import type { BookStore } from '../store/book-store.ts';
import type { EditBy } from '../store/editor.ts';
import { ProblemError } from '../store/failure.ts';
import type { Surroundings } from './surroundings.ts';

/** What was read from a file, before anything was decided about it. */
type Contents =
  | (ReadSheets & { readonly kind: Exclude<ImportKind, 'book'>; readonly source: string })
  | OtherBook;

interface OtherBook {
  readonly kind: 'book';
  readonly book: Book;
}

interface Staged {
  readonly id: string;
  readonly file: string;
  readonly contents: Contents;
}

interface Read {
  readonly reading: ImportReading;
  readonly offered: ImportPreview['offered'];
  readonly choices: ImportChoices;
}

/** The file that was read last and is looked at before it is taken in. */
export class Imports {
  readonly #around: Pick<Surroundings, 'readingScript' | 'root'>;
  #staged: Staged | null = null;
  /** what the last preview showed, see `shownOf`: nothing else is taken in */
  #shown = '';
  #count = 0;

  constructor(surroundings: Pick<Surroundings, 'readingScript' | 'root'>) {
    this.#around = surroundings;
  }

  /** Reads a file, and compares it with the book as it is then. @throws ProblemError */
  async begin(
    store: BookStore,
    { kind, file, year, unit }: { kind: ImportKind; file: string; year: number; unit: string },
  ): Promise<ImportPreview> {
    const contents = await this.#read(kind, file);
    // it may have been closed while the file was read
    if (!store.isOpen) throw new ProblemError(problem('no-book-open', {}));
    return this.#stage(store, basename(file), contents, noChoices(year, unit));
  }

  paste(
    store: BookStore,
    { text, year, unit }: { readonly text: string; readonly year: number; readonly unit: string },
  ): ImportPreview {
    const sheets = [textGrid('粘贴', text)];
    const contents = { kind: 'table', source: '粘贴', sheets, remarks: [] } as const;
    return this.#stage(store, '粘贴的内容', contents, noChoices(year, unit));
  }

  preview(store: BookStore, id: string, choices: ImportChoices): ImportPreview {
    return this.#show(previewOf(store, this.#find(id), choices));
  }

  /** Takes in what the last preview showed, all or nothing. @throws ProblemError when something is in its way */
  take(
    store: BookStore,
    { id, choices, by }: { readonly id: string; readonly choices: ImportChoices; readonly by: EditBy },
  ): TakenIn {
    const staged = this.#find(id);
    const looked = previewOf(store, staged, choices);
    const { preview, compared, registers } = looked;
    if (preview.obstacle !== null) {
      throw new ProblemError(problem('import-not-ready', { reason: preview.obstacle }));
    }
    if (shownOf(looked) !== this.#shown) throw new ProblemError(problem('import-changed', {}));
    const { year, unit } = choices;
    const remembered = chosenColumns(preview);
    const changeSet = store.takeIn(
      { year, unit, file: staged.file, taking: compared.taking, registers, remembered },
      by,
    );
    this.#staged = null;
    const changed = compared.changes.filter(({ isTaken }) => isTaken).length;
    const sheets = sheetsOf(compared);
    const came = registers.map(({ register }) => register);
    return { changeSet, added: compared.counts.added, changed, sheets, registers: came };
  }

  /** @param id absent: whatever there is, since the book is closed */
  leave(id?: string): void {
    if (id === undefined || this.#staged?.id === id) this.#staged = null;
  }

  #find(id: string): Staged {
    if (this.#staged?.id !== id) throw new ProblemError(problem('unknown-import', {}));
    return this.#staged;
  }

  #stage(store: BookStore, file: string, contents: Contents, choices: ImportChoices): ImportPreview {
    this.#count += 1;
    const staged = { id: `import-${this.#count}`, file, contents };
    const preview = this.#show(previewOf(store, staged, choices));
    this.#staged = staged;
    return preview;
  }

  #show(looked: Looked): ImportPreview {
    this.#shown = shownOf(looked);
    return looked.preview;
  }

  async #read(kind: ImportKind, file: string): Promise<Contents> {
    const { readingScript, root } = this.#around;
    if (kind === 'book') {
      const asked = { file, migrationsFolder: migrationsFolder(root) };
      return { kind, book: await readInThread(readingScript, 'book', asked) };
    }
    const read = await readInThread(readingScript, kind === 'table' ? 'table' : 'workbook', { file });
    return { kind, source: '表格', ...read };
  }
}

/** A preview with what would be written. */
interface Looked {
  readonly preview: ImportPreview;
  readonly compared: Compared;
  readonly registers: readonly BookRegister[];
}

function previewOf(store: BookStore, { id, file, contents }: Staged, asked: ImportChoices): Looked {
  const { year, unit } = asked;
  const units = store.units(year);
  if (!units.some(({ code }) => code === unit)) {
    throw new ProblemError(problem('unknown-unit', { unit, year, known: units.map(({ code }) => code) }));
  }
  const { reading: read, offered, choices } = readContents(store, contents, asked);
  const all = store.unitYear(year, unit);
  const registers = registersIn(store, contents, choices);
  const { reading: unregistered, own } = store.isRegistered('vehicles', year, unit)
    ? withoutRegistered(read, all)
    : withoutReplaced(read, all, { registers: registers.taken, year });
  const reading = withoutUnsureOpenings(unregistered, own);
  const compared = compareWithBook(reading, own, {
    classification: new Classification(year),
    money: store.money(),
    kept: choices.kept,
  });
  const { figures: _, texts: __, cellTexts: ___, notes: ____, ...shown } = reading;
  const refused = reading.tables
    .filter(({ isLeft }) => !isLeft)
    .reduce((sum, { rows }) => sum + rows.filter(({ verdict }) => verdict === 'refused').length, 0);
  const preview: ImportPreview = {
    ...shown,
    remarks: [
      ...('remarks' in contents ? contents.remarks : []),
      ...('sheets' in contents ? hiddenTables(contents.sheets, reading) : []),
      ...reading.remarks,
      ...registers.remarks,
      ...otherFigures(contents.kind, reading, own),
    ],
    id,
    kind: contents.kind,
    file,
    choices,
    offered,
    changes: compared.changes,
    counts: { ...compared.counts, refused },
    obstacle: obstacleOf(contents.kind, reading, {
      refused,
      isChosen: contents.kind !== 'book' || choices.from !== null,
      hasRegisters: registers.taken.length > 0,
      halfKept: compared.halfKept,
    }),
  };
  return { preview, compared, registers: registers.taken };
}

/** What a book brings of registers for the chosen unit; they belong to no year, so they come with any. */
function registersIn(
  store: BookStore,
  contents: Contents,
  { from, year, unit }: ImportChoices,
): IncomingRegisters {
  if (contents.kind !== 'book' || from === null) return { taken: [], remarks: [] };
  const theirs = (contents.book.registers ?? []).filter((each) => each.unit === from.unit);
  if (theirs.length === 0) return { taken: [], remarks: [] };
  const { taken, remarks } = incomingRegisters({ theirs, mine: store.registers(), unit });
  // they answer for other years too, of which nothing else is looked at here
  const others = store.years().filter((each) => each !== year && store.lock(each) === null);
  const replaced = others.flatMap((each) =>
    replacedCounts(store.unitYear(each, unit).figures, { registers: taken, year: each }),
  );
  return { taken, remarks: [...remarks, ...replaced] };
}

function readContents(store: BookStore, contents: Contents, choices: ImportChoices): Read {
  const { year } = choices;
  const classification = new Classification(year);
  if (contents.kind === 'book') {
    const context = {
      choices,
      department: store.department().name,
      units: store.units(year),
      named: store.cellTexts(year, null),
      figures: store.unitYear(year, choices.unit).figures,
    };
    const { reading, offered, from } = readUnit(contents.book, context);
    return { reading, offered, choices: { ...choices, from } };
  }
  const { sheets, source } = contents;
  const read = (): ImportReading => {
    switch (contents.kind) {
      case 'reports':
        return readReports(sheets, { year, classification, choices, remembered: store.reportColumns() });
      case 'published':
        return readPublished(sheets, { choices, classification, unitCount: store.units(year).length });
      case 'table':
        return readTables(sheets, {
          choices,
          classification,
          named: store.cellTexts(year, null),
          remembered: store.reportColumns(),
          source,
        });
    }
  };
  return { reading: read(), offered: [], choices };
}

/** Equal as long as the clerk would see the same, and the same would be written to the same place. */
function shownOf({ preview, compared }: Looked): string {
  const { remarks, choices } = preview;
  return JSON.stringify([choices.year, choices.unit, remarks, compared]);
}

/** The sheets that a file has something for, in the order of the work. */
function sheetsOf({ taking }: Compared): string[] {
  const said = new Set([...taking.sources, ...taking.cellTexts].map(({ sheet }) => sheet));
  return SHEETS.flatMap(({ id }) => (said.has(id) ? [id] : []));
}

/** What the clerk said about columns, to be remembered for the next file. */
function chosenColumns({ tables, choices }: ImportPreview): RememberedColumn[] {
  return choices.meanings.flatMap(({ table, path, meaning }) => {
    const found = tables.find(({ id }) => id === table);
    const isKnown = found?.columns.some((column) => column.path === path && column.meaning === meaning);
    return found?.report === undefined || !isKnown ? [] : [{ report: found.report, path, meaning }];
  });
}
