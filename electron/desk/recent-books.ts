import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RecentBook } from '../../core/api.ts';
import { problem } from '../../core/problems.ts';
import { writeFileWhole } from '../export/write-file.ts';
import { detailOf, ProblemError } from '../store/failure.ts';

const entrySchema = z.object({
  path: z.string(),
  name: z.string(),
  year: z.int().optional(),
  openedAt: z.string(),
});
type Entry = z.infer<typeof entrySchema>;

const MOST = 10;

/** The list on the start page, kept in a small file of its own; losing it loses no figure. */
export class RecentBooks {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  list(): RecentBook[] {
    return this.#read().map(({ path, name, year, openedAt }) => ({
      id: idOf(path),
      path,
      name,
      openedAt,
      found: existsSync(path),
      ...(year === undefined ? {} : { year }),
    }));
  }

  /** The path of a book in the list; the window names it by id. */
  pathOf(id: string): string | undefined {
    return this.#read().find((entry) => idOf(entry.path) === id)?.path;
  }

  /** Puts a book at the head of the list. A list that cannot be written is no reason not to open the book. */
  add(book: {
    readonly path: string;
    readonly name: string;
    readonly year: number | undefined;
    readonly at: Date;
  }): void {
    const { path, name, year, at } = book;
    const entry = { path, name, openedAt: at.toISOString(), ...(year === undefined ? {} : { year }) };
    try {
      this.#write([entry, ...this.#read().filter((other) => other.path !== path)].slice(0, MOST));
    } catch (error) {
      console.error('the list of recent books was not written', error);
    }
  }

  forget(id: string): void {
    try {
      this.#write(this.#read().filter((entry) => idOf(entry.path) !== id));
    } catch (error) {
      throw new ProblemError(problem('cannot-write', { file: this.#file, detail: detailOf(error) }), error);
    }
  }

  #read(): Entry[] {
    try {
      return z.array(entrySchema).parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // missing or spoilt: an empty list costs the clerk one search for a file, a refusal to start costs the day
      return [];
    }
  }

  #write(entries: readonly Entry[]): void {
    writeFileWhole(this.#file, new TextEncoder().encode(`${JSON.stringify(entries, null, 2)}\n`));
  }
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
