import { existsSync } from 'node:fs';
import type { Answers, BackupInfo, DamagedBook } from '../../core/api.ts';
import type { BackupKind } from '../../core/backups/backup.ts';
import { type Problem, problem } from '../../core/problems.ts';
import { backupFolderOf, listBackups } from '../backup/backup-folder.ts';
import { hasChangedSinceBackup, makeBackup, newestGoodBackup } from '../backup/make-backup.ts';
import type { BookStore } from '../store/book-store.ts';
import { ProblemError, storeFailure } from '../store/failure.ts';

interface Around {
  readonly now: () => Date;
  /** a backup was made on time, or failed */
  told(outcome: BackupInfo | Problem): void;
}

/** The copies of the open book, one made at a time; and what is known of a book that could not be opened. */
export class BookBackups {
  readonly #around: Around;
  #running: Promise<unknown> = Promise.resolve();
  #damaged: { readonly file: string; readonly message: string } | null = null;

  constructor(around: Around) {
    this.#around = around;
  }

  list(file: string): Answers['backups'] {
    return { backups: listBackups(file), folder: backupFolderOf(file) };
  }

  /** The folder to show: that of the copies, or as long as there are none that of the book. */
  placeToShow(file: string): string {
    const folder = backupFolderOf(file);
    return existsSync(folder) ? folder : file;
  }

  /** Waits for a backup that is under way, so that the book can be closed or replaced. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** @throws ProblemError `backup-not-made` */
  make(store: BookStore, kind: BackupKind): Promise<BackupInfo> {
    const made = this.#running.then(() => makeBackup(store, kind, this.#around.now()));
    this.#running = made.catch(() => undefined);
    return made;
  }

  /** Makes a copy if the newest one is older than the book. What came of it is told, and returned where it failed. */
  async makeIfChanged(store: BookStore, kind: BackupKind): Promise<Problem | null> {
    await this.settled();
    // it was closed meanwhile, after a copy of its own
    if (!store.isOpen) return null;
    try {
      if (hasChangedSinceBackup(store)) this.#around.told(await this.make(store, kind));
      return null;
    } catch (error) {
      const failure = storeFailure(error, store.file);
      const found =
        failure instanceof ProblemError
          ? failure.problem
          : problem('backup-not-made', { file: store.file, detail: failure.message });
      this.#around.told(found);
      return found;
    }
  }

  /**
   * Remembers a book that was refused as damaged. A file that is no book any more, or is gone, but has copies of one is
   * damaged too.
   *
   * @returns the error to report
   */
  noticeDamage(file: string, error: unknown): unknown {
    this.#damaged = null;
    if (!(error instanceof ProblemError)) return error;
    const { code } = error.problem;
    const detail = { 'not-a-book': '内容不再是账簿', 'file-missing': '文件不在原处' }[String(code)];
    const wasBook = detail !== undefined && listBackups(file).length > 0;
    if (code !== 'damaged-book' && !wasBook) return error;
    const shown = wasBook ? new ProblemError(problem('damaged-book', { file, detail }), error) : error;
    this.#damaged = { file, message: shown.problem.message };
    return shown;
  }

  damagedBook(): DamagedBook | null {
    if (this.#damaged === null) return null;
    const { file, message } = this.#damaged;
    return { path: file, message, newestGood: newestGoodBackup(file), folder: backupFolderOf(file) };
  }
}
