import { ProblemError } from '../store/failure.ts';

/** The code of the problem that a piece of work ends in, `none` when it ends well; other errors go on. */
export async function problemOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return 'none';
}
