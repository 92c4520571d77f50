import { parentPort, workerData } from 'node:worker_threads';
import { BookStore } from '../store/book-store.ts';
import { storeFailure } from '../store/failure.ts';
import { loadMigrations } from '../store/migrations.ts';
import { asProblem } from './problem-of-error.ts';
import { Reviewer } from './review.ts';
import type { ReviewAnswer, ReviewRequest, ReviewSetting } from './review-messages.ts';

// The thread in which tables and checks are computed while the clerk keys on: it reads the book by a connection of its
// own, which is open for one question only, so that a closed book is one file.

const { migrationsFolder } = workerData as ReviewSetting;
const migrations = loadMigrations(migrationsFolder);
const reviewer = new Reviewer();

async function answer({ id, file, question }: ReviewRequest): Promise<ReviewAnswer> {
  try {
    // the window's own connection has checked the book
    const store = await BookStore.open(file, { migrations, now: () => new Date(), trusted: true });
    try {
      return { id, reply: { ok: true, value: reviewer.review(store, question) } };
    } finally {
      store.close();
    }
  } catch (error) {
    return { id, reply: { ok: false, error: asProblem(storeFailure(error, file)) } };
  }
}

parentPort?.on('message', (request: ReviewRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
