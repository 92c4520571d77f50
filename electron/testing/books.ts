import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { FigureEdit } from '../../core/entry/edit.ts';
import type { Book, Figure } from '../../core/figures/figure.ts';
import { sampleBook } from '../../core/testing/sample.ts';
import { BookStore } from '../store/book-store.ts';
import { loadMigrations } from '../store/migrations.ts';

export const MIGRATIONS = loadMigrations(join(import.meta.dirname, '../../migrations'));
export const NOW = '2026-11-22T06:00:00.000Z';
export const BY = { at: '2026-11-22T07:00:00.000Z', actor: '录入员' };

export const street = sampleBook('example-street-2024');

/** 公务用车保有量 in 实物量, which is keyed where no register answers for it. */
export const KEPT_VEHICLES = {
  sheet: 'counts',
  row: 'vehicles_kept',
  fund: '',
  column: 'count',
  measure: 'actual',
} as const;

/** A cell of the sample that holds 1500 万元. */
export const CELL: FigureEdit = {
  sheet: 'expenditure',
  row: '2010301',
  fund: 'general',
  column: 'basic',
  measure: 'actual',
  value: 7,
};

interface Service {
  readonly unit: string;
  readonly row: string;
  readonly name: string;
  /** 分 */
  readonly amount?: number;
}

/** The sample with rows of the sheet 政府购买服务. */
export function withServices(services: readonly Service[]): Book {
  const sheet = 'purchased_services';
  const figures = services.map(({ unit, row, amount = 500 }): Figure => {
    return { unit, sheet, row, fund: '', column: 'amount', measure: 'actual', value: amount };
  });
  const cellTexts = services.map(({ unit, row, name }) => ({ unit, sheet, row, column: 'name', body: name }));
  const years = street.years.map((year) => ({ ...year, figures: [...year.figures, ...figures], cellTexts }));
  return { ...street, years };
}

/** A folder of its own for each test, and real books in it. Call at the top of a test file. */
export function bookFolder(prefix: string) {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), `mingzhang-${prefix}-`));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    get path(): string {
      return folder;
    },
    async newBook(book: Book = street, name = 'book.mzb'): Promise<string> {
      const file = join(folder, name);
      await BookStore.create(file, book, {
        change: { at: NOW, actor: '录入员', reason: '测试' },
        migrations: MIGRATIONS,
      });
      return file;
    },
  };
}

export function openToWrite(file: string): Promise<BookStore> {
  return BookStore.open(file, { migrations: MIGRATIONS, now: () => new Date(NOW), writing: true });
}
