import type { Laws } from '../rule.ts';

export const COMPLETENESS: Laws = {};
