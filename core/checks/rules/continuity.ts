import type { Laws } from '../rule.ts';

export const CONTINUITY: Laws = {};
