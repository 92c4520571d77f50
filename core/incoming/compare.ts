import type { Classification } from '../classification/classification.ts';
import type { CellAddress } from '../entry/edit.ts';
import { addressName } from '../figures/address-name.ts';
import type { CellText } from '../figures/figure.ts';
import { type FreeRowNames, freeRowNames } from '../figures/free-row.ts';
import { findColumn, findSheet } from '../figures/sheets.ts';
import { fen, type MoneyUnit } from '../money/fen.ts';
import { formatFull, formatPrinted } from '../money/format.ts';
import type { Covered, ImportReading, IncomingFigure } from './incoming.ts';
import { halfKept, inOtherRows, type OtherRows } from './other-rows.ts';
import { figureKey, type OwnYear } from './own-year.ts';
import type { ImportPreview, IncomingChange } from './preview.ts';

type OwnFigure = OwnYear['figures'][number];

/** What would be written into the unit's year: what is blank there, and what differs and is taken. */
export interface Taking {
  readonly figures: readonly (CellAddress & { readonly value: number })[];
  /** cells that make room: the file states their money in other rows, or says all of it without them */
  readonly cleared: readonly CellAddress[];
  readonly texts: ImportReading['texts'];
  readonly cellTexts: ImportReading['cellTexts'];
  readonly notes: NonNullable<ImportReading['notes']>;
  /** of every figure that then stands in the book as the file has it */
  readonly sources: readonly IncomingFigure[];
}

export interface Compared {
  readonly changes: readonly IncomingChange[];
  readonly counts: Pick<ImportPreview['counts'], 'added' | 'equal' | 'changed'>;
  readonly taking: Taking;
  /** address of a cell that is kept or given up unlike others of the same money, see `halfKept`; `null`: none is */
  readonly halfKept: string | null;
}

/** How the differences are told. */
export interface ComparisonWording {
  readonly classification: Classification;
  readonly money: MoneyUnit;
  /** keys of the differences in which the book keeps what it has */
  readonly kept: readonly string[];
}

/** Compares what was read with what the book has. Of what the file does not cover, the book keeps what it has. */
export function compareWithBook(reading: ImportReading, own: OwnYear, wording: ComparisonWording): Compared {
  return new Comparing(reading, own, wording).compared();
}

/** One cell of any kind, with what both sides say. */
interface Pair {
  readonly key: string;
  readonly mine: string | number | undefined;
  readonly theirs: string | number;
  readonly told: () => Pick<IncomingChange, 'address' | 'mine' | 'theirs' | 'place'>;
  /** puts what is taken where it belongs */
  readonly take: () => void;
}

class Comparing {
  readonly #reading: ImportReading;
  readonly #own: OwnYear;
  readonly #wording: ComparisonWording;
  readonly #kept: ReadonlySet<string>;
  readonly #names: FreeRowNames;

  constructor(reading: ImportReading, own: OwnYear, wording: ComparisonWording) {
    this.#reading = reading;
    this.#own = own;
    this.#wording = wording;
    this.#kept = new Set(wording.kept);
    const texts: Omit<CellText, 'unit'>[] = [...own.cellTexts, ...reading.cellTexts];
    this.#names = freeRowNames(texts);
  }

  compared(): Compared {
    const taking = {
      figures: [] as IncomingFigure[],
      cleared: [] as CellAddress[],
      texts: [] as ImportReading['texts'][number][],
      cellTexts: [] as ImportReading['cellTexts'][number][],
      notes: [] as NonNullable<ImportReading['notes']>[number][],
      sources: [] as IncomingFigure[],
    };
    const changes: IncomingChange[] = [];
    const counts = { added: 0, equal: 0, changed: 0 };
    const others = inOtherRows(this.#own.figures, this.#reading.figures);
    // where the book keeps its row, the file's rows of the same money stay out
    const out = new Set(
      others.flatMap(({ mine, theirs }) => (this.#kept.has(figureKey(mine)) ? theirs.map(figureKey) : [])),
    );
    const pairs = [
      ...others.map(({ mine, theirs }): Pair => {
        const [first] = theirs;
        return {
          key: figureKey(mine),
          mine: mine.value,
          theirs: '',
          told: () => ({
            address: this.#address(mine),
            mine: this.#shown(mine, mine.value),
            theirs: '',
            place: `文件里是另一种分法，并入后不再重复：${first?.place ?? ''}`,
          }),
          take: () => taking.cleared.push(mine),
        };
      }),
      ...this.#gone(others, (figure) => taking.cleared.push(figure)),
      ...this.#figures((figure) => taking.figures.push(figure)),
      ...this.#cellTexts((text) => taking.cellTexts.push(text)),
      ...this.#texts((text) => taking.texts.push(text)),
      ...this.#notes((note) => taking.notes.push(note)),
    ];
    const left = new Set<string>(out);
    for (const { key, mine, theirs, told, take } of pairs) {
      if (mine === theirs) {
        counts.equal += 1;
        continue;
      }
      if (mine === undefined) {
        if (out.has(key)) continue;
        counts.added += 1;
        take();
        continue;
      }
      const isTaken = !this.#kept.has(key);
      changes.push({ key, ...told(), isTaken });
      if (isTaken) {
        counts.changed += 1;
        take();
      } else left.add(key);
    }
    const sources = this.#reading.figures.filter((figure) => !left.has(figureKey(figure)));
    const half = halfKept(others, this.#kept);
    return {
      changes,
      counts,
      taking: { ...taking, sources },
      halfKept: half === undefined ? null : this.#address(half.mine),
    };
  }

  #figures(take: (figure: IncomingFigure) => void): Pair[] {
    const mine = new Map(this.#own.figures.map((figure) => [figureKey(figure), figure.value]));
    return this.#reading.figures.map((figure) => {
      const key = figureKey(figure);
      return {
        key,
        mine: mine.get(key),
        theirs: figure.value,
        told: () => ({
          address: this.#address(figure),
          mine: this.#shown(figure, mine.get(key) ?? 0),
          theirs: this.#shown(figure, figure.value),
          place: figure.place,
        }),
        take: () => take(figure),
      };
    });
  }

  /** What the book has of money that the file says all of, and is not in the file. */
  #gone(others: readonly OtherRows[], clear: (figure: OwnFigure) => void): Pair[] {
    const place = ({ sheet, fund, measure }: Covered, column: string) =>
      JSON.stringify([sheet, fund, measure, column]);
    const covered = new Set(
      (this.#reading.covers ?? []).flatMap((each) => each.columns.map((column) => place(each, column))),
    );
    const told = new Set([...this.#reading.figures, ...others.map(({ mine }) => mine)].map(figureKey));
    return this.#own.figures
      .filter((figure) => figure.value !== 0 && !told.has(figureKey(figure)))
      .filter((figure) => covered.has(place({ ...figure, columns: [] }, figure.column)))
      .map((figure) => ({
        key: figureKey(figure),
        mine: figure.value,
        theirs: '',
        told: () => ({
          address: this.#address(figure),
          mine: this.#shown(figure, figure.value),
          theirs: '',
          place: '文件的这张表已全部取入，其中没有这一格',
        }),
        take: () => clear(figure),
      }));
  }

  #cellTexts(take: (text: ImportReading['cellTexts'][number]) => void): Pair[] {
    const keyOf = ({ sheet, row, column }: Omit<CellText, 'unit'>) =>
      JSON.stringify(['cell', sheet, row, column]);
    const mine = new Map(this.#own.cellTexts.map((text) => [keyOf(text), text.body]));
    return this.#reading.cellTexts.map((text) => {
      const key = keyOf(text);
      const sheet = findSheet(text.sheet);
      const column = sheet && findColumn(sheet, text.column);
      const address = `${sheet?.name ?? text.sheet} ${mine.get(keyOf(text)) ?? text.row} ${column?.name ?? text.column}`;
      return this.#textPair({ key, address, mine: mine.get(key), theirs: text.body, take: () => take(text) });
    });
  }

  #texts(take: (text: ImportReading['texts'][number]) => void): Pair[] {
    const mine = new Map(this.#own.texts.map(({ slot, body }) => [slot, body]));
    return this.#reading.texts.map((text) => {
      const { slot, body } = text;
      const key = JSON.stringify(['text', slot]);
      return this.#textPair({
        key,
        address: `文字 ${slot}`,
        mine: mine.get(slot),
        theirs: body,
        take: () => take(text),
      });
    });
  }

  #notes(take: (note: NonNullable<ImportReading['notes']>[number]) => void): Pair[] {
    const mine = new Map(this.#own.notes.map((note) => [figureKey(note), note.body]));
    return (this.#reading.notes ?? []).map((note) => {
      const key = JSON.stringify(['note', figureKey(note)]);
      const address = `${this.#address(note)}的批注`;
      const own = mine.get(figureKey(note));
      return this.#textPair({ key, address, mine: own, theirs: note.body, take: () => take(note) });
    });
  }

  #textPair({
    key,
    address,
    mine,
    theirs,
    take,
  }: Pick<Pair, 'key' | 'mine' | 'take'> & { address: string; theirs: string }): Pair {
    return {
      key,
      mine,
      theirs,
      told: () => ({ address, mine: String(mine), theirs, place: '' }),
      take,
    };
  }

  #address(cell: CellAddress): string {
    // the unit is the one that is imported into, and is not said again
    return addressName({ ...cell, unit: '' }, this.#wording.classification, this.#names).trim();
  }

  #shown(cell: CellAddress, value: number): string {
    const sheet = findSheet(cell.sheet);
    const kind = (sheet && findColumn(sheet, cell.column))?.kind;
    if (kind === 'count') return String(value);
    return kind === 'hundredths'
      ? formatPrinted(fen(value), 'yuan')
      : formatFull(fen(value), this.#wording.money);
  }
}
