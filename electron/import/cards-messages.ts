import type { CardsProgress } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import type { CardChoices } from '../../core/registers/incoming/card-choices.ts';
import type { CardsPreview } from '../../core/registers/incoming/plan-cards.ts';
import type { Result } from '../../core/result.ts';
import type { EditBy } from '../store/editor.ts';

/** What the thread is told at its start. */
export interface CardsSetting {
  readonly migrationsFolder: string;
  /** 1 byte, shared: not 0 tells the thread to give up what it is storing */
  readonly cancelled: SharedArrayBuffer;
}

/** What the thread is asked, one thing after the other. */
export type CardsQuestion =
  | { readonly kind: 'read'; readonly file: string }
  | {
      readonly kind: 'preview';
      readonly book: string;
      readonly choices: CardChoices;
      readonly today: string;
    }
  | { readonly kind: 'take'; readonly book: string; readonly by: EditBy };

export interface CardsAnswers {
  /** names of the worksheets */
  readonly read: readonly string[];
  readonly preview: Omit<CardsPreview, 'file'>;
  /** cards of which something was stored */
  readonly take: number;
}

export type CardsReply =
  | { readonly progress: CardsProgress }
  | { readonly reply: Result<CardsAnswers[keyof CardsAnswers], Problem> };
