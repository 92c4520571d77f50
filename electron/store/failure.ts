import { type Problem, problem } from '../../core/problems.ts';

/** A problem on its way up to the one place that answers it: the command line or the bridge to the window. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(found: Problem, cause?: unknown) {
    super(found.message, { cause });
    this.problem = found;
  }
}

/** The code that SQLite or the file system gave an error; `''` without one. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

export function detailOf(error: unknown): string {
  const code = codeOf(error);
  const known = REASONS[code] ?? REASONS[code.split('_').slice(0, 2).join('_')];
  if (known !== undefined) return known;
  return code !== '' ? code : error instanceof Error ? error.message : String(error);
}

/** The causes that the system names, in words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个位置',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '只读',
  ENOTDIR: '上级不是文件夹',
  EISDIR: '这是一个文件夹',
  EBUSY: '正被使用',
  EEXIST: '已有同名的文件',
  ENOTEMPTY: '已有同名的文件夹',
  ENOSPC: '磁盘已满',
  ENAMETOOLONG: '文件名太长',
  SQLITE_BUSY: '正被使用',
  SQLITE_CORRUPT: '内容不完整',
  SQLITE_FULL: '磁盘已满',
  SQLITE_NOTADB: '内容不是账簿',
  SQLITE_READONLY: '只读',
  SQLITE_CANTOPEN: '打不开',
  SQLITE_IOERR: '读写出错',
};

/** Sorts what SQLite and the file system report into the problems we have sentences for. */
export function storeFailure(error: unknown, file: string): Error {
  if (error instanceof ProblemError) return error;
  const code = codeOf(error);
  const found = ((): Problem | null => {
    if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error instanceof Error && error.message === 'year locked') {
      return problem('year-locked', { year: null });
    }
    if (code === 'SQLITE_NOTADB') return problem('not-a-book', { file });
    if (code.startsWith('SQLITE_CORRUPT')) return problem('damaged-book', { file, detail: '内容不完整' });
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
      return problem('book-busy', { file });
    if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return problem('disk-full', { file });
    if (code === 'ENOENT') return problem('file-missing', { file });
    if (code.startsWith('SQLITE_READONLY')) return problem('cannot-write', { file, detail: detailOf(error) });
    if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_IOERR') || code in REASONS) {
      return problem('cannot-read', { file, detail: detailOf(error) });
    }
    return null;
  })();
  if (found !== null) return new ProblemError(found, error);
  return error instanceof Error ? error : new Error(String(error));
}
