import { basename } from 'node:path';
import type { Book } from '../../core/figures/figure.ts';
import { readBook } from '../../core/interchange/read-book.ts';
import { ProblemError } from '../store/failure.ts';
import { readTextFile } from './read-text-file.ts';

/** Reads an interchange file. @throws ProblemError when it cannot be read or is refused */
export function readBookFile(file: string): Book {
  const book = readBook(readTextFile(file), basename(file));
  if (!book.ok) throw new ProblemError(book.error);
  return book.value;
}
