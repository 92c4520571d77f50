import { FEN_PER_UNIT, type Fen, fen, type MoneyUnit } from './fen.ts';

/**
 * Rounds half away from zero to a multiple of `step` 分 and returns how many steps that is.
 * Integer arithmetic only: a division of doubles could round the quotient itself.
 */
function roundedSteps(amount: Fen, step: number): number {
  const size = Math.abs(amount);
  const rest = size % step;
  const steps = (size - rest) / step + (rest * 2 >= step ? 1 : 0);
  return amount < 0 ? -steps : steps;
}

/**
 * The exact amount that a printed figure with two decimals stands for (万元: to the nearest 100 元).
 * Half away from zero, each cell from its own exact value (domain/tables.md §13).
 */
export function roundToPrinted(amount: Fen, unit: MoneyUnit): Fen {
  const step = FEN_PER_UNIT[unit] / 100;
  return fen(roundedSteps(amount, step) * step);
}

function withThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** As printed in the public tables: two decimals, thousands separators, `-5.00`; never `-0.00`. */
export function formatPrinted(amount: Fen, unit: MoneyUnit): string {
  const hundredths = roundedSteps(amount, FEN_PER_UNIT[unit] / 100);
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  const sign = hundredths < 0 ? '-' : '';
  return `${sign}${withThousands(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/** Every digit, two decimals at least, thousands separators: `1,500.00`, `0.001234`. For lines that must add up. */
export function formatFull(amount: Fen, unit: MoneyUnit): string {
  const [, sign = '', integer = '', fraction = ''] =
    /^(-?)(\d+)(?:\.(\d+))?$/.exec(formatExact(amount, unit)) ?? [];
  return `${sign}${withThousands(integer)}.${fraction.padEnd(2, '0')}`;
}

/** Every digit of the amount in the unit, without separators: `51.32`, `0.000001`, `-5`. Read back, it is the same amount. */
export function formatExact(amount: Fen, unit: MoneyUnit): string {
  const places = unit === 'wan' ? 6 : 2;
  const digits = String(Math.abs(amount)).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`;
}
