import type { Classification } from '../classification/classification.ts';
import { NameSearch } from '../classification/name-search.ts';
import { FunctionSearch } from '../classification/search.ts';
import { hasCodes, SHEETS, type SheetColumn } from '../figures/sheets.ts';
import { FEN_PER_UNIT, type Fen, fen, type MoneyUnit } from '../money/fen.ts';
import { parseAmount, toPlainForms } from '../money/parse.ts';

/** Which keyed figures are looked for. A figure is found by any of these. */
export interface FigureQuery {
  /** 分, both included: what prints as typed; `null`: no amount was typed */
  readonly amount: { readonly from: Fen; readonly to: Fen } | null;
  /** a whole number; `null`: none was typed */
  readonly count: number | null;
  /** rows of a classification that begin so; `''`: none */
  readonly under: string;
  /** 类, 款 and 项 whose rows are looked for */
  readonly codes: readonly string[];
  /** rows of sheets that have names */
  readonly rows: readonly { readonly sheet: string; readonly row: string }[];
  /** rows of the clerk's own whose name holds it; `''`: none */
  readonly text: string;
}

/** A shorter beginning of a code is a number rather than a code. */
const SHORTEST_CODE = 3;

/**
 * Understands what was typed as an amount in the unit of the book, the beginning of a code, or a name, whole, in part or
 * by its 拼音 initials.
 */
export function figureQuery(
  query: string,
  money: MoneyUnit,
  classification: Classification,
): FigureQuery | null {
  const wanted = toPlainForms(query).trim();
  if (wanted === '') return null;
  const amount = printedAs(wanted, money);
  if (amount !== null) {
    const digits = wanted.replaceAll(',', '');
    const isCode = /^\d+$/.test(wanted) && wanted.length >= SHORTEST_CODE && wanted.length <= 7;
    return {
      amount,
      count: /^\d{1,9}$/.test(digits) ? Number(digits) : null,
      under: isCode ? wanted : '',
      codes: [],
      rows: [],
      text: '',
    };
  }
  return {
    amount,
    count: null,
    under: '',
    codes: codesNamed(wanted, classification),
    rows: rowsNamed(wanted),
    text: wanted,
  };
}

/** What prints as typed: with two decimals, or fewer, in 万元 some hundred 元 hide behind it. */
function printedAs(text: string, money: MoneyUnit): FigureQuery['amount'] {
  const parsed = parseAmount(text, money);
  if (!parsed.ok || parsed.value === null) return null;
  const unit = /[^万]元$/.test(text) ? 'yuan' : /万元?$/.test(text) ? 'wan' : money;
  const decimals = /\.(\d*)/.exec(text)?.[1]?.length ?? 0;
  const amount = parsed.value;
  if (decimals > 2) return { from: amount, to: amount };
  const half = FEN_PER_UNIT[unit] / 200;
  if (half < 1) return { from: amount, to: amount };
  // half away from zero
  const up = half - 1;
  if (amount === 0) return { from: fen(-up), to: fen(up) };
  return amount > 0
    ? { from: fen(amount - half), to: fen(amount + up) }
    : { from: fen(amount - up), to: fen(amount + half) };
}

function codesNamed(wanted: string, classification: Classification): string[] {
  const functions = new FunctionSearch(classification);
  const items = ([3, 5, 7] as const).flatMap((digits) =>
    functions.find(wanted, digits, Number.POSITIVE_INFINITY),
  );
  const names = new NameSearch();
  const economic = [...classification.economicEntries()].filter(
    ({ name }) => names.distance(name, [], wanted) !== undefined,
  );
  return [...items, ...economic].map(({ code }) => code);
}

function rowsNamed(wanted: string): { sheet: string; row: string }[] {
  const names = new NameSearch();
  return SHEETS.flatMap(({ id, rows }) =>
    rows.kind === 'list'
      ? rows.items
          .filter(({ name }) => names.distance(name, [], wanted) !== undefined)
          .map((item) => ({ sheet: id, row: item.id }))
      : [],
  );
}

/** The sheets whose rows are codes. */
export const CODE_SHEETS: readonly string[] = SHEETS.filter(hasCodes).map(({ id }) => id);

/** `sheet column` of all columns of a kind. */
export function columnsOfKind(kind: SheetColumn['kind']): string[] {
  return SHEETS.flatMap((sheet) =>
    sheet.columns.filter((column) => column.kind === kind).map(({ id }) => `${sheet.id} ${id}`),
  );
}
