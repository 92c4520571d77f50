import { describe, expect, it } from 'vitest';
import { bookAmong } from './handed-book.ts';

describe('the book that the system hands over', () => {
  it.each([
    ['a path', ['/opt/mingzhang', '/home/li/决算 2024.mzb'], '/home/li/决算 2024.mzb'],
    ['a path from the folder', ['--no-sandbox', '.', 'books/决算.MZB'], '/home/li/books/决算.MZB'],
    ['an address of a file', ['mingzhang', 'file:///home/li/%E5%86%B3%E7%AE%97.mzb'], '/home/li/决算.mzb'],
  ])('is named by %s', (_, args, expected) => {
    expect(bookAmong(args, '/home/li')).toBe(expected);
  });

  it.each([
    ['no argument', ['mingzhang']],
    ['another kind of file', ['mingzhang', '/home/li/决算.xlsx']],
    ['a flag', ['mingzhang', '--user-data-dir=/home/li/a.mzb']],
    ['an address that is no path', ['mingzhang', 'file://elsewhere/%00.mzb']],
  ])('is none for %s', (_, args) => {
    expect(bookAmong(args, '/home/li')).toBeNull();
  });
});
