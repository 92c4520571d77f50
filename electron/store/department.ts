import type { Database } from 'better-sqlite3';
import type { Department } from '../../core/figures/figure.ts';
import { prepared } from './prepared.ts';

export function departmentOf(database: Database): Department {
  return prepared(database, 'SELECT name, region, profile FROM department').get() as Department;
}
