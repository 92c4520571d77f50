import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Book } from '../../core/figures/figure.ts';
import { readBook } from '../../core/interchange/read-book.ts';
import { problem } from '../../core/problems.ts';
import { ProblemError, storeFailure } from '../store/failure.ts';

/** Reads an interchange file. @throws ProblemError when it cannot be read or is refused */
export function readBookFile(file: string): Book {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw storeFailure(error, file);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ProblemError(problem('not-utf8', { where: basename(file) }), error);
  }
  const book = readBook(text, basename(file));
  if (!book.ok) throw new ProblemError(book.error);
  return book.value;
}
