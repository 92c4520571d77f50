import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CardsProgress } from '../../core/api.ts';
import { type Problem, problem } from '../../core/problems.ts';
import { failure, type Result } from '../../core/result.ts';
import { codeOf, ProblemError } from '../store/failure.ts';
import type { CardsAnswers, CardsQuestion, CardsReply, CardsSetting } from './cards-messages.ts';

/** MB of what the thread holds */
const MEMORY = 1_536;

/** The thread that has one list of asset cards, from its reading to its storing. */
export class CardsThread {
  readonly file: string;
  readonly #worker: Worker;
  readonly #cancelled = new SharedArrayBuffer(1);
  #settle: ((reply: Result<CardsAnswers[keyof CardsAnswers], Problem>) => void) | null = null;
  #isStoring = false;
  #isOver = false;

  /** @param script of the thread: the built file in the app, the source in a test */
  constructor(
    script: string | URL,
    file: string,
    migrationsFolder: string,
    told: (progress: CardsProgress) => void,
  ) {
    this.file = basename(file);
    const setting: CardsSetting = { migrationsFolder, cancelled: this.#cancelled };
    this.#worker = new Worker(script, {
      workerData: setting,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    this.#worker.on('message', (message: CardsReply) => {
      if ('progress' in message) told(message.progress);
      else this.#answered(message.reply);
    });
    this.#worker.on('error', (error) => {
      console.error('the thread of the asset cards', error);
      const code = codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? 'workbook-too-large' : 'workbook-damaged';
      this.#end(problem(code, { file: this.file, doing: '导入' }));
    });
    this.#worker.on('exit', () => this.#end(problem('import-cancelled', {})));
  }

  /** One question after the other. @throws ProblemError */
  async ask<Kind extends CardsQuestion['kind']>(
    question: Extract<CardsQuestion, { kind: Kind }>,
  ): Promise<CardsAnswers[Kind]> {
    if (this.#isOver || this.#settle !== null) throw new ProblemError(problem('unknown-import', {}));
    this.#isStoring = question.kind === 'take';
    const reply = await new Promise<Result<CardsAnswers[keyof CardsAnswers], Problem>>((settle) => {
      this.#settle = settle;
      this.#worker.postMessage(question);
    });
    this.#isStoring = false;
    if (!reply.ok) throw new ProblemError(reply.error);
    // the thread answers each kind of question with its kind of answer
    return reply.value as CardsAnswers[Kind];
  }

  /** Gives up what is being done. What is being stored is given up by the thread itself, or the book would stay locked. */
  cancel(): void {
    Atomics.store(new Uint8Array(this.#cancelled), 0, 1);
    if (!this.#isStoring) void this.#worker.terminate();
  }

  /** The list is no longer needed. */
  close(): void {
    this.cancel();
  }

  #answered(reply: Result<CardsAnswers[keyof CardsAnswers], Problem>): void {
    const settle = this.#settle;
    this.#settle = null;
    settle?.(reply);
  }

  #end(error: Problem): void {
    this.#isOver = true;
    this.#answered(failure(error));
  }
}
