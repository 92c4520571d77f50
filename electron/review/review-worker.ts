import { parentPort, workerData } from 'node:worker_threads';
import { selfTest } from '../../core/checks/self-test.ts';
import { BookStore } from '../store/book-store.ts';
import { storeFailure } from '../store/failure.ts';
import { loadMigrations } from '../store/migrations.ts';
import { asProblem } from './problem-of-error.ts';
import { Reviewer } from './review.ts';
import type {
  Answer,
  BookQuestion,
  Question,
  ReviewReply,
  ReviewRequest,
  ReviewSetting,
} from './review-messages.ts';

// The thread in which tables and checks are computed while the clerk keys on: it reads the book by a connection of its
// own, which is open for one question only, so that a closed book is one file.

const { migrationsFolder } = workerData as ReviewSetting;
const migrations = loadMigrations(migrationsFolder);
const reviewer = new Reviewer();

async function answerOnBook(question: BookQuestion): Promise<Answer> {
  // the window's own connection has checked the book
  const store = await BookStore.open(question.file, { migrations, now: () => new Date(), trusted: true });
  try {
    return store.atOneMoment(() => {
      switch (question.kind) {
        case 'review':
          return reviewer.review(store, question.asked);
        case 'checks':
          return reviewer.checks(store, question.asked);
        case 'overview':
          return reviewer.overview(store, question.asked);
        case 'register':
          return reviewer.register(store, question.asked);
      }
    });
  } catch (error) {
    throw storeFailure(error, question.file);
  } finally {
    store.close();
  }
}

async function answer(question: Question): Promise<ReviewReply['reply']> {
  try {
    return { ok: true, value: question.kind === 'selfTest' ? selfTest() : await answerOnBook(question) };
  } catch (error) {
    return { ok: false, error: asProblem(error) };
  }
}

parentPort?.on('message', ({ id, question }: ReviewRequest) => {
  void answer(question).then((reply) => parentPort?.postMessage({ id, reply } satisfies ReviewReply));
});
