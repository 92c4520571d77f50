import type { Laws } from '../rule.ts';

export const BUDGET: Laws = {};
