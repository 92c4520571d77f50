import type { Laws } from '../rule.ts';
import { BOUNDS } from './bounds.ts';
import { SAME_NUMBERS } from './same-numbers.ts';
import { THREE_PUBLIC } from './three-public.ts';

/**
 * domain/tables.md §12.2: what tables say of each other. B19 is a matter of continuity, B21 of 政府采购; B22 holds the
 * tables against vouchers, which no book of ours has.
 *
 * A book is asked for its figures, never for `facts.tables`: to compute the tables of every unit costs more than all
 * these laws together.
 */
export const BETWEEN_TABLES: Laws = { ...SAME_NUMBERS, ...BOUNDS, ...THREE_PUBLIC };
