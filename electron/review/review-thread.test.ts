import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ProblemError } from '../store/failure.ts';
import { bookFolder } from '../testing/books.ts';
import { ReviewThread } from './review-thread.ts';

const folder = bookFolder('review-thread');

it('tells who waits when the thread ends without an error, and starts another for the next question', async () => {
  const script = join(folder.path, 'ends.mjs');
  // it answers nothing and leaves
  writeFileSync(
    script,
    "import { parentPort } from 'node:worker_threads';\nparentPort.once('message', () => process.exit(0));\n",
  );
  const thread = new ReviewThread(script, { migrationsFolder: '' });
  for (const _ of [1, 2]) {
    await expect(thread.selfTest()).rejects.toThrow(ProblemError);
  }
  await thread.settled();
});
