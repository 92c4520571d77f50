import type { Review, ReviewQuestion } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import type { Result } from '../../core/result.ts';

/** What the thread is told at its start. */
export interface ReviewSetting {
  readonly migrationsFolder: string;
}

export interface ReviewRequest {
  readonly id: number;
  readonly file: string;
  readonly question: ReviewQuestion;
}

export interface ReviewAnswer {
  readonly id: number;
  readonly reply: Result<Review, Problem>;
}
