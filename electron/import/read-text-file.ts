import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { problem } from '../../core/problems.ts';
import { ProblemError, storeFailure } from '../store/failure.ts';

/** Reads a file of text. @throws ProblemError when it cannot be read, or is not UTF-8 */
export function readTextFile(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw storeFailure(error, file);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ProblemError(problem('not-utf8', { where: basename(file) }), error);
  }
}
