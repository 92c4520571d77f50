import type { Review, ReviewQuestion, Scope } from '../../core/api.ts';
import type { CheckReport } from '../../core/checks/check-year.ts';
import type { SelfTest } from '../../core/checks/self-test.ts';
import type { Overview } from '../../core/overview/overview.ts';
import type { Problem } from '../../core/problems.ts';
import type { RegisterId } from '../../core/registers/register.ts';
import type { RegisterView } from '../../core/registers/register-content.ts';
import type { Result } from '../../core/result.ts';

/** What the thread is told at its start. */
export interface ReviewSetting {
  readonly migrationsFolder: string;
}

/** What the checks found, and the step of the book's history at which they did. */
export interface Checked {
  readonly report: CheckReport;
  readonly step: string;
}

/** What the thread is asked about a book. */
export interface BookQuestions {
  readonly review: ReviewQuestion;
  readonly checks: Scope;
  readonly overview: Scope;
  readonly register: Scope & { readonly register: RegisterId };
}

export interface BookAnswers {
  readonly review: Review;
  readonly checks: Checked;
  readonly overview: Overview;
  readonly register: RegisterView;
}

export type BookQuestion = {
  [Kind in keyof BookQuestions]: {
    readonly kind: Kind;
    readonly file: string;
    readonly asked: BookQuestions[Kind];
  };
}[keyof BookQuestions];

/** `selfTest`: of the rules, which needs no book. */
export type Question = BookQuestion | { readonly kind: 'selfTest' };
export type Answer = BookAnswers[keyof BookAnswers] | SelfTest;

export interface ReviewRequest {
  readonly id: number;
  readonly question: Question;
}

export interface ReviewReply {
  readonly id: number;
  readonly reply: Result<Answer, Problem>;
}
