import { Worker } from 'node:worker_threads';
import type { SelfTest } from '../../core/checks/self-test.ts';
import { type Problem, problem } from '../../core/problems.ts';
import { failure, type Result } from '../../core/result.ts';
import { ProblemError } from '../store/failure.ts';
import type {
  Answer,
  BookAnswers,
  BookQuestion,
  BookQuestions,
  Question,
  ReviewReply,
  ReviewRequest,
  ReviewSetting,
} from './review-messages.ts';

/** ms; far more than the largest book needs */
const ANSWER_LIMIT = 20_000;

type Settle = (reply: Result<Answer, Problem>) => void;

/** The thread in which tables and checks are computed: keying never waits for one. It is started by the first question. */
export class ReviewThread {
  readonly #script: string | URL;
  readonly #setting: ReviewSetting;
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Settle>();
  #asked = 0;

  /** @param script of the thread: the built file in the app, the source in a test */
  constructor(script: string | URL, setting: ReviewSetting) {
    this.#script = script;
    this.#setting = setting;
  }

  /** Asks something about a book. @throws ProblemError */
  async ask<Kind extends keyof BookQuestions>(
    kind: Kind,
    file: string,
    asked: BookQuestions[Kind],
  ): Promise<BookAnswers[Kind]> {
    // the thread answers each kind of question with its kind of answer
    return (await this.#ask({ kind, file, asked } as BookQuestion)) as BookAnswers[Kind];
  }

  async selfTest(): Promise<SelfTest> {
    return (await this.#ask({ kind: 'selfTest' })) as SelfTest;
  }

  async #ask(question: Question): Promise<Answer> {
    this.#asked += 1;
    const request: ReviewRequest = { id: this.#asked, question };
    const reply = await new Promise<Result<Answer, Problem>>((settle) => {
      this.#waiting.set(request.id, settle);
      const thread = this.#thread();
      thread.ref();
      thread.postMessage(request);
    });
    if (!reply.ok) throw new ProblemError(reply.error);
    return reply.value;
  }

  /** Waits until no question is open: the thread then has no book open either. One that is stuck is ended. */
  async settled(): Promise<void> {
    const limit = setTimeout(() => {
      console.error('the review thread did not answer');
      void this.#worker?.terminate();
      this.#worker = null;
      this.#settleAll('没有按时完成');
    }, ANSWER_LIMIT);
    try {
      await this.#untilAnswered();
    } finally {
      clearTimeout(limit);
    }
  }

  async #untilAnswered(): Promise<void> {
    while (this.#waiting.size > 0) {
      await new Promise<void>((tell) => {
        for (const [id, settle] of this.#waiting) {
          this.#waiting.set(id, (reply) => {
            settle(reply);
            tell();
          });
        }
      });
    }
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(this.#script, { workerData: this.#setting });
    worker.on('message', ({ id, reply }: ReviewReply) => this.#settle(id, reply));
    worker.on('error', (error) => {
      console.error('the review thread', error);
      this.#lost(worker, error instanceof Error ? error.message : String(error));
    });
    // also without an error, as when it runs out of memory or ends itself: nobody must wait for it
    worker.on('exit', () => this.#lost(worker, '检查的线程结束了'));
    this.#worker = worker;
    return worker;
  }

  /** A thread is gone. One that another has taken the place of takes nobody's question with it. */
  #lost(worker: Worker, detail: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#settleAll(detail);
  }

  #settle(id: number, reply: Result<Answer, Problem>): void {
    const settle = this.#waiting.get(id);
    this.#waiting.delete(id);
    // a thread that waits for questions must not keep the process alive
    if (this.#waiting.size === 0) this.#worker?.unref();
    settle?.(reply);
  }

  #settleAll(detail: string): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id, failure(problem('internal', { detail })));
  }
}
