import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBookName } from '../export/file-name.ts';

/**
 * The book that the system hands to the app when its file is double-clicked, as a path or, on some Linux desktops, as
 * a file: address.
 * @param folder what a relative path starts from
 * @returns `null`: no argument names a book
 */
export function bookAmong(args: readonly string[], folder: string): string | null {
  const named = args.find((argument) => !argument.startsWith('-') && isBookName(argument));
  if (named === undefined) return null;
  if (!/^file:/i.test(named)) return resolve(folder, named);
  try {
    return fileURLToPath(named);
  } catch {
    // an address of another machine
    return null;
  }
}
