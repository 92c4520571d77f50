import { type Fen, fen } from '../../../core/money/fen.ts';
import { formatExact, formatFull } from '../../../core/money/format.ts';
import { parseAmount } from '../../../core/money/parse.ts';
import type { CellPlace, GridCell, GridColumn, GridLine, GridSource, KeyedText } from '../grid-types.ts';
import { CODE, NAME, REMARK, SUBTOTAL } from './sample-columns.ts';
import { type SampleLine, ShownLines } from './sample-lines.ts';

/** What is in a keyed cell. */
interface Stored {
  readonly amount?: Fen;
  readonly remark?: string;
  readonly refused?: NonNullable<GridCell['refused']>;
}

interface Change extends CellPlace {
  readonly before: Stored;
  readonly after: Stored;
}

/** A sum and how many amounts it is made of: of none it is blank, not zero. */
interface Sum {
  readonly amount: Fen;
  readonly count: number;
}

const BLANK: Stored = {};

const keyOf = ({ line, column }: CellPlace) => `${line}/${column}`;

/** A sheet in memory: sums over a tree, refused texts, undo. */
export class SampleSource {
  readonly #lines: ShownLines;
  readonly #stored = new Map<string, Stored>();
  readonly #sums = new Map<string, Sum>();
  readonly #versions = new Map<string, number>();
  readonly #past: Change[][] = [];
  readonly #future: Change[][] = [];
  /** lines whose cells were asked for */
  readonly asked = new Set<string>();

  constructor(lines: readonly SampleLine[]) {
    this.#lines = new ShownLines(lines);
  }

  /** A new object for the lines that are shown now. */
  source(): GridSource {
    return {
      lines: this.#lines.shown(),
      pinned: 1,
      cell: (line, column) => this.#cell(line, column),
      version: (line) => this.#versions.get(line.id) ?? 0,
    };
  }

  toggle(line: GridLine): void {
    this.#lines.toggle(line);
  }

  edit(edits: readonly KeyedText[]): number {
    const changes = edits.map(({ text, ...place }): Change => {
      const before = this.#stored.get(keyOf(place)) ?? BLANK;
      return { ...place, before, after: place.column === REMARK.id ? { remark: text } : read(text, before) };
    });
    for (const change of changes) this.#store(change, change.after);
    this.#past.push(changes);
    this.#future.length = 0;
    return changes.filter(({ after }) => after.refused !== undefined).length;
  }

  discard(place: CellPlace): void {
    const { refused, ...before } = this.#stored.get(keyOf(place)) ?? BLANK;
    this.#store(place, before);
  }

  undo(): void {
    const changes = this.#past.pop();
    if (changes === undefined) return;
    this.#future.push(changes);
    for (const change of changes) this.#store(change, change.before);
  }

  redo(): void {
    const changes = this.#future.pop();
    if (changes === undefined) return;
    this.#past.push(changes);
    for (const change of changes) this.#store(change, change.after);
  }

  #store(place: CellPlace, stored: Stored): void {
    const before = this.#stored.get(keyOf(place))?.amount;
    const { amount } = stored;
    this.#stored.set(keyOf(place), stored);
    const by = fen((amount ?? 0) - (before ?? 0));
    const count = Number(amount !== undefined) - Number(before !== undefined);
    this.#touch(place.line);
    if (by === 0 && count === 0) return;
    this.#add({ line: place.line, column: SUBTOTAL.id }, by, count);
    for (const line of this.#lines.above(place.line)) {
      this.#add({ ...place, line }, by, count);
      this.#add({ line, column: SUBTOTAL.id }, by, count);
      this.#touch(line);
    }
  }

  #add(place: CellPlace, by: Fen, count: number): void {
    const sum = this.#sums.get(keyOf(place)) ?? { amount: 0, count: 0 };
    this.#sums.set(keyOf(place), { amount: fen(sum.amount + by), count: sum.count + count });
  }

  #touch(line: string): void {
    this.#versions.set(line, (this.#versions.get(line) ?? 0) + 1);
  }

  #cell(line: GridLine, column: GridColumn): GridCell {
    this.asked.add(line.id);
    const stored = this.#stored.get(keyOf({ line: line.id, column: column.id }));
    const readOnly = !column.keyed || line.kind !== 'item';
    const refused = stored?.refused;
    return { ...this.#text(line, column), ...trouble(line, column), readOnly, ...(refused && { refused }) };
  }

  #text(line: GridLine, column: GridColumn): Pick<GridCell, 'shown' | 'raw'> {
    const place = keyOf({ line: line.id, column: column.id });
    if (column === CODE) return same(line.kind === 'total' ? '' : line.id);
    if (column === NAME) return same(line.name.split(' ').at(-1) ?? '');
    if (column === REMARK) return same(this.#stored.get(place)?.remark ?? '');
    const sum = this.#sums.get(place);
    const amount =
      sum === undefined ? this.#stored.get(place)?.amount : sum.count === 0 ? undefined : sum.amount;
    return amount === undefined
      ? same('')
      : { shown: formatFull(amount, 'wan'), raw: formatExact(amount, 'wan') };
  }
}

function same(text: string): Pick<GridCell, 'shown' | 'raw'> {
  return { shown: text, raw: text };
}

/** What cannot be read leaves the amount as it was, and is shown instead of it. */
function read(text: string, { amount }: Stored): Stored {
  const result = parseAmount(text, 'wan');
  if (result.ok) return result.value === null ? {} : { amount: result.value };
  const sentence = `“${text}”没有存入：不是金额。`;
  return { ...(amount !== undefined && { amount }), refused: { text, sentence } };
}

/** A mark and a note of each kind, always at the same cells. */
function trouble(line: GridLine, column: GridColumn): Pick<GridCell, 'mark' | 'note'> {
  if (column.id === 'amount1' && line.id === '2010302')
    return { mark: { level: 'error', sentence: '项目支出与核对数不等。' } };
  if (column.id === 'amount1' && line.id === '2010308')
    return { mark: { level: 'verify', sentence: '有全年预算，没有决算。' } };
  return column.id === 'amount0' && line.id === '2080505' ? { note: '按实际缴费数' } : {};
}
