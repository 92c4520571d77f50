import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Book } from '../../core/figures/figure.ts';
import { readBook } from '../../core/interchange/read-book.ts';
import { ProblemError, storeFailure } from '../store/failure.ts';

/** Reads an interchange file. @throws ProblemError when it cannot be read or is refused */
export function readBookFile(file: string): Book {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw storeFailure(error, file);
  }
  const book = readBook(text, basename(file));
  if (!book.ok) throw new ProblemError(book.error);
  return book.value;
}
