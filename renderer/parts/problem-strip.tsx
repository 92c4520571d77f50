import type { Problem } from '../../core/problems.ts';
import { Strip } from './strip.tsx';

interface ProblemStripProps {
  readonly problem: Problem;
  readonly onClose?: () => void;
}

/** What went wrong, in one sentence, where it went wrong. */
export function ProblemStrip({ problem, onClose }: ProblemStripProps) {
  return (
    <Strip level="error" onClose={onClose}>
      <p>{problem.message}</p>
    </Strip>
  );
}
