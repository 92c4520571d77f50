import { LAST_DIGIT } from '../checks/cell-operand.ts';
import type { Claim, Operand } from '../checks/claim.ts';
import { documentFacts } from '../checks/document-facts.ts';
import type { Facts } from '../checks/facts.ts';
import type { Place } from '../checks/finding.ts';
import { fen } from '../money/fen.ts';
import { formatExact } from '../money/format.ts';
import type { PrintedTables } from '../printed/printed-tables.ts';

export type CellPlace = Extract<Place, { kind: 'cell' }>;

/** A printed document, and what the rules see of it. */
export interface ReadDocument {
  readonly printed: PrintedTables;
  readonly facts: Facts;
}

/** What was done to a cell. */
export type SlipKind = 'more' | 'less' | 'beyond' | 'times-ten' | 'swapped' | 'blanked' | 'moved';

/** A printed number that is another than before. */
interface Change {
  readonly place: CellPlace;
  /** 分; 0: blank */
  readonly before: number;
  /** 分; `null`: blank */
  readonly after: number | null;
}

/** A slip in a document: one number is wrong, or two of neighbouring rows have changed places. */
export interface Slip {
  readonly kind: SlipKind;
  readonly changes: readonly Change[];
}

/** A printed number that the claims of a rule stand on. */
export interface Cell {
  readonly place: CellPlace;
  /** 分, as printed */
  readonly amount: number;
  readonly claims: readonly ClaimOnCell[];
}

interface ClaimOnCell {
  readonly claim: Claim;
  /** 分 by which left − right grows with each 分 of the cell: 1 or −1; 0: it stands on both sides alike */
  readonly weight: number;
}

export function readDocument(printed: PrintedTables): ReadDocument {
  return { printed, facts: documentFacts(printed) };
}

function amountAt({ facts }: ReadDocument, { table, row, column }: CellPlace): number {
  return facts.tables.table(table)?.rows[row]?.cells[column]?.amount ?? 0;
}

/** The printed numbers that claims stand on, blank ones too where a claim compares them. */
export function cellsBehind(document: ReadDocument, claims: readonly Claim[]): Cell[] {
  const cells = new Map<string, { place: CellPlace; amount: number; claims: ClaimOnCell[] }>();
  for (const claim of claims) {
    for (const [key, { place, weight }] of weightsOf(document, claim)) {
      const cell = cells.get(key) ?? { place, amount: amountAt(document, place), claims: [] };
      cell.claims.push({ claim, weight });
      cells.set(key, cell);
    }
  }
  return [...cells.values()];
}

function weightsOf(document: ReadDocument, { left, right }: Claim) {
  const weights = new Map<string, { place: CellPlace; weight: number }>();
  const add = (side: Operand | null, sign: 1 | -1) => {
    for (const { place, amount } of side?.parts() ?? []) {
      if (place.kind !== 'cell') continue;
      const key = JSON.stringify(place);
      const isSubtracted = amount !== 0 && amount !== amountAt(document, place);
      const weight = (weights.get(key)?.weight ?? 0) + (isSubtracted ? -sign : sign);
      weights.set(key, { place, weight });
    }
  };
  add(left, 1);
  add(right, -1);
  return weights;
}

/** 分 that a claim lets pass in print: the tail of a sum, or the last digit of one number in two prints. */
export function letPass({ tail }: Claim): number {
  return Math.max(tail, LAST_DIGIT);
}

/** 1.00 万元, by which a cell is made larger and smaller unless print lets as much pass. */
const STEP = 100 * LAST_DIGIT;

/** The slips of DESIGN §4 that one printed number can suffer. */
export function slipsOf(document: ReadDocument, cell: Cell): Slip[] {
  const { place, amount } = cell;
  const step = Math.max(STEP, ...cell.claims.map(({ claim }) => 2 * letPass(claim) + LAST_DIGIT));
  const to = (kind: SlipKind, after: number | null): Slip[] =>
    after === amount ? [] : [{ kind, changes: [{ place, before: amount, after }] }];
  return [
    ...to('more', amount + step),
    ...to('less', amount - step),
    ...to('beyond', justBeyond(cell)),
    ...to('times-ten', amount * 10),
    ...to('swapped', swapped(amount)),
    ...(amount === 0 ? [] : to('blanked', null)),
    ...moved(document, cell),
  ];
}

/** The amount with which the first claim misses by one last digit more than it lets pass. */
function justBeyond({ amount, claims }: Cell): number {
  const [first] = claims.filter(({ weight }) => weight !== 0);
  if (first === undefined) return amount;
  const { claim, weight } = first;
  return amount + (letPass(claim) + LAST_DIGIT - (claim.difference ?? 0)) / weight;
}

/** The first two neighbouring digits that differ, changed: 2,336.92 becomes 3,236.92. */
function swapped(amount: number): number {
  const digits = String(Math.abs(amount) / LAST_DIGIT);
  const at = [...digits].findIndex((digit, index) => index > 0 && digit !== digits[index - 1]);
  if (at === -1) return amount;
  const changed = `${digits.slice(0, at - 1)}${digits[at]}${digits[at - 1]}${digits.slice(at + 1)}`;
  return Math.sign(amount) * Number(changed) * LAST_DIGIT;
}

/** Into the next row of the same side; what stood there comes up. */
function moved(document: ReadDocument, { place, amount }: Cell): Slip[] {
  const rows = document.facts.tables.table(place.table)?.rows ?? [];
  const next = { ...place, row: place.row + 1 };
  const isThere = rows[next.row]?.side === rows[place.row]?.side && place.column in (rows[next.row]?.cells ?? {});
  const other = amountAt(document, next);
  if (!isThere || amount === 0 || other === amount) return [];
  const changes = [
    { place, before: amount, after: other === 0 ? null : other },
    { place: next, before: other, after: amount },
  ];
  return [{ kind: 'moved', changes }];
}

/**
 * Whether a slip leaves none of the claims further off than print lets pass: a small amount within a tail, or two parts
 * of one sum that changed places. Reckoned from the claims as they were, by hand so to speak, not by the law at work.
 *
 * @param cells all that the rule stands on
 */
export function isWithinTails({ changes }: Slip, cells: readonly Cell[]): boolean {
  const moves = new Map<Claim, number>();
  for (const { place, before, after } of changes) {
    const cell = cells.find((each) => isSamePlace(each.place, place));
    for (const { claim, weight } of cell?.claims ?? []) {
      moves.set(claim, (moves.get(claim) ?? 0) + weight * ((after ?? 0) - before));
    }
  }
  return [...moves].every(([claim, by]) => Math.abs((claim.difference ?? 0) + by) <= letPass(claim));
}

function isSamePlace(one: CellPlace, other: CellPlace): boolean {
  return one.table === other.table && one.row === other.row && one.column === other.column;
}

/** What the rules see of the document after the slip: its text is changed and the table read anew. */
export function factsAfter({ printed, facts }: ReadDocument, { changes }: Slip): Facts {
  const [first] = changes;
  const tables = printed.tables
    .filter(({ id }) => id === first?.place.table)
    .map((table) => ({
      ...table,
      rows: table.rows.map((row, index) => ({
        ...row,
        cells: changes
          .filter(({ place }) => place.row === index)
          .reduce((cells, change) => withCell(cells, change), row.cells),
      })),
    }));
  const changed = documentFacts({ ...printed, tables }).tables.all();
  const all = facts.tables.all().map((table) => changed.find(({ id }) => id === table.id) ?? table);
  return {
    ...facts,
    tables: { exact: false, all: () => all, table: (id) => all.find((table) => table.id === id) ?? null },
  };
}

function withCell(cells: Readonly<Record<string, string>>, { place, after }: Change): Record<string, string> {
  const { [place.column]: _, ...others } = cells;
  return after === null ? others : { ...others, [place.column]: formatExact(fen(after), 'wan') };
}
