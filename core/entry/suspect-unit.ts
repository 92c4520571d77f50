import { Decimal } from 'decimal.js';
import type { MoneyUnit } from '../money/fen.ts';
import { isFormula } from '../money/formula.ts';
import { decimalsOf, parseAmount, toPlainForms } from '../money/parse.ts';

/** A pasted text on its way into a cell of amounts. */
export interface PastedAmount {
  readonly text: string;
  /** 分, what it is most like: the same row and column in other measures, and what stands in the cell now */
  readonly alike: readonly number[];
}

/** Why a pasted block is asked about. */
export interface SuspectUnit {
  /** what the texts seem to be written in, which is not the unit of the book */
  readonly seems: MoneyUnit;
  /** how many amounts the other unit would make of it */
  readonly amounts: number;
  /** they are about 10,000 times, or a 10,000th of, the figures beside them; false: there is nothing to compare with */
  readonly compared: boolean;
}

const OTHER: Readonly<Record<MoneyUnit, MoneyUnit>> = { wan: 'yuan', yuan: 'wan' };

/** 元 in a 万元. Around it lies what a year may change, or another row of the column be. */
const FACTOR = 10_000;
const BORDER = 1_000;
const BEYOND = 100_000;

/** So many amounts have to be there where their rows have nothing alike. */
const LEAST_AMOUNTS = 3;
/** And so many where smallness alone speaks. */
const LEAST_SMALL = 5;
/** 10 亿元 in 分: one line of a department is not usually larger. */
const IMPLAUSIBLY_LARGE = 1e11;
/** 1 万元 in 分: a block of which every amount is smaller was hardly written in 元. */
const IMPLAUSIBLY_SMALL = 1e6;

/**
 * Whether a pasted block seems to be in 元 where the book is keyed in 万元, or the other way round: its median stands to
 * the figures beside it as 10,000 to 1. Texts that say their unit, calculations and zeros are left out.
 *
 * @param others 分, the other figures of the same columns; they are looked at where the rows have nothing alike
 * @param money the unit that the book is keyed in
 * @returns `null`: nothing is doubtful
 */
export function suspectUnit(
  pasted: readonly PastedAmount[],
  others: readonly number[],
  money: MoneyUnit,
): SuspectUnit | null {
  const decimals = Math.max(
    0,
    ...pasted.map(({ text }) => /\.(\d+)/.exec(toPlainForms(text))?.[1]?.length ?? 0),
  );
  // 元 have 分 and nothing finer
  if (money === 'wan' && decimals > decimalsOf('yuan')) return null;
  const read = pasted.flatMap(({ text, alike }) => {
    const amount = sizeOf(text, money);
    return amount === null ? [] : [{ amount, alike: alike.map(Math.abs).filter((size) => size > 0) }];
  });
  if (read.length === 0) return null;
  const doubt = { seems: OTHER[money], amounts: read.length };
  const ratios = read.flatMap(({ amount, alike }) => alike.map((size) => amount.dividedBy(size)));
  const sizes = read.map(({ amount }) => amount);
  const known = others.map(Math.abs).filter((size) => size > 0);
  if (ratios.length > 0) return isOff(median(ratios), money) ? { ...doubt, compared: true } : null;
  if (read.length < LEAST_AMOUNTS) return null;
  if (known.length >= LEAST_AMOUNTS) {
    const ratio = median(sizes).dividedBy(median(known.map((size) => new Decimal(size))));
    return isOff(ratio, money) ? { ...doubt, compared: true } : null;
  }
  const isImplausible =
    money === 'wan'
      ? median(sizes).greaterThan(IMPLAUSIBLY_LARGE)
      : read.length >= LEAST_SMALL && sizes.every((size) => size.lessThan(IMPLAUSIBLY_SMALL));
  return isImplausible ? { ...doubt, compared: false } : null;
}

/** 元 in a book of 万元 are far too large, 万元 in a book of 元 far too small; the other ways round no unit explains. */
function isOff(ratio: Decimal, money: MoneyUnit): boolean {
  const times = money === 'wan' ? ratio : new Decimal(1).dividedBy(ratio);
  return times.greaterThan(BORDER) && times.lessThan(BEYOND);
}

/** 分 if the text is taken in the book's unit; `null`: it is no bare amount, or 0. Larger than any figure it may be. */
function sizeOf(text: string, money: MoneyUnit): Decimal | null {
  if (isFormula(text) || /[元万¥]/.test(toPlainForms(text))) return null;
  const read = parseAmount(text, 'wan');
  const fine = parseAmount(text, 'yuan');
  // as 万元 a 元 amount may be larger than any figure; as 元 a 万元 amount finer than any
  const size = read.ok ? inFen(read.value, money === 'wan' ? 1 : FACTOR) : null;
  return size ?? (fine.ok ? inFen(fine.value, money === 'wan' ? 1 / FACTOR : 1) : null);
}

function inFen(amount: number | null, per: number): Decimal | null {
  return amount === null || amount === 0 ? null : new Decimal(amount).abs().dividedBy(per);
}

function median(values: readonly Decimal[]): Decimal {
  const sorted = values.toSorted((a, b) => a.comparedTo(b));
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? new Decimal(0);
}
