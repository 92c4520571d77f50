/** What a file system forbids in a name. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;

/** File systems take 255 bytes, and a Chinese character is three of them: what else stands in the name needs the rest. */
const MOST_NAME = 50;

/** A name as a part of the name of a file: shortened, and without what a file system forbids. */
export function fileNamePart(name: string, most = MOST_NAME): string {
  return Array.from(name).slice(0, most).join('').replaceAll(FORBIDDEN, '_');
}

/** A name that a book has; nothing else may be written under it, or the book there would be gone. */
export function isBookName(path: string): boolean {
  return /\.mzb$/i.test(path);
}
