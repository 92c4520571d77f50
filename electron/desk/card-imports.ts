import type { CardsProgress } from '../../core/api.ts';
import { problem } from '../../core/problems.ts';
import type { CardChoices } from '../../core/registers/incoming/card-choices.ts';
import { type CardsPreview, standardDay } from '../../core/registers/incoming/plan-cards.ts';
import { migrationsFolder } from '../folders.ts';
import { CardsThread } from '../import/cards-thread.ts';
import type { EditBy } from '../store/editor.ts';
import { ProblemError } from '../store/failure.ts';
import type { Surroundings } from './surroundings.ts';

/** The list of asset cards that is looked at before it is taken in. */
export class CardImports {
  readonly #around: Pick<Surroundings, 'cardsScript' | 'root'>;
  readonly #told: (progress: CardsProgress) => void;
  #thread: CardsThread | null = null;
  #path = '';

  constructor(around: Pick<Surroundings, 'cardsScript' | 'root'>, told: (progress: CardsProgress) => void) {
    this.#around = around;
    this.#told = told;
  }

  /** Reads a list, and compares it with the book. @throws ProblemError */
  async begin(
    book: string,
    path: string,
    { year, unit, today }: { readonly year: number; readonly unit: string; readonly today: string },
  ): Promise<CardsPreview> {
    this.leave();
    const thread = new CardsThread(
      this.#around.cardsScript,
      path,
      migrationsFolder(this.#around.root),
      this.#told,
    );
    this.#thread = thread;
    this.#path = path;
    const choices: CardChoices = {
      year,
      unit,
      sheet: null,
      asOf: standardDay(year, today),
      money: null,
      columns: {},
      classes: {},
      disposeMissing: false,
    };
    try {
      await thread.ask({ kind: 'read', file: path });
      return await this.#preview(thread, book, choices, today);
    } catch (error) {
      if (this.#thread === thread) this.leave();
      throw error;
    }
  }

  preview(book: string, choices: CardChoices, today: string): Promise<CardsPreview> {
    return this.#preview(this.#open(), book, choices, today);
  }

  /** The same file, which has been put right meanwhile. */
  async reread(book: string, choices: CardChoices, today: string): Promise<CardsPreview> {
    const thread = this.#open();
    await thread.ask({ kind: 'read', file: this.#path });
    return this.#preview(thread, book, choices, today);
  }

  /** Stores what the last preview showed. @returns of how many cards something was stored */
  async take(book: string, by: EditBy): Promise<number> {
    const thread = this.#open();
    const taken = await thread.ask({ kind: 'take', book, by });
    this.leave();
    return taken;
  }

  /** Whatever is going on is given up. */
  leave(): void {
    this.#thread?.close();
    this.#thread = null;
  }

  async #preview(
    thread: CardsThread,
    book: string,
    choices: CardChoices,
    today: string,
  ): Promise<CardsPreview> {
    const preview = await thread.ask({ kind: 'preview', book, choices, today });
    return { ...preview, file: thread.file };
  }

  #open(): CardsThread {
    if (this.#thread === null) throw new ProblemError(problem('unknown-import', {}));
    return this.#thread;
  }
}
