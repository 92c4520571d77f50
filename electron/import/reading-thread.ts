import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Problem, problem } from '../../core/problems.ts';
import { codeOf, ProblemError } from '../store/failure.ts';
import type { ReadingAnswers, ReadingQuestions, ReadingReply } from './reading-messages.ts';

/** What a file may cost before it is given up. */
export interface ReadingLimits {
  /** MB of what the thread holds */
  readonly memory: number;
  /** ms */
  readonly time: number;
}

const LIMITS: ReadingLimits = { memory: 1_536, time: 120_000 };

/**
 * Reads a file in a thread of its own: the window never waits for it, and a file that is too much for it ends the thread
 * and nothing else.
 *
 * @param script of the thread: the built file in the app, the source in a test
 * @throws ProblemError
 */
export async function readInThread<Kind extends keyof ReadingQuestions>(
  script: string | URL,
  kind: Kind,
  asked: ReadingQuestions[Kind],
  limits: ReadingLimits = LIMITS,
): Promise<ReadingAnswers[Kind]> {
  const file = basename(asked.file);
  const doing = kind === 'comparison' ? {} : { doing: '导入' as const };
  const tooLarge = problem('workbook-too-large', { file, ...doing });
  const damaged = problem('workbook-damaged', { file, ...doing });
  const worker = new Worker(script, {
    workerData: { kind, asked },
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  });
  let timer: NodeJS.Timeout | undefined;
  const reply = await new Promise<ReadingReply>((settle) => {
    const failed = (error: Problem) => settle({ ok: false, error });
    worker.on('message', settle);
    worker.on('error', (error) => {
      console.error('the reading thread', error);
      failed(codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge : damaged);
    });
    // an answer always comes before a good end
    worker.on('exit', () => failed(damaged));
    timer = setTimeout(() => failed(tooLarge), limits.time);
  });
  clearTimeout(timer);
  void worker.terminate();
  if (!reply.ok) throw new ProblemError(reply.error);
  // the thread answers each kind of question with its kind of answer
  return reply.value as ReadingAnswers[Kind];
}
