import { type Problem, problem } from '../../core/problems.ts';
import { ProblemError } from '../store/failure.ts';

/** The problem to tell the clerk. A mistake of ours is one too, and is logged. */
export function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  console.error(error);
  return problem('internal', { detail: error instanceof Error ? error.message : String(error) });
}
