import type { Problem } from '../../core/problems.ts';
import { CloseButton } from './close-button.tsx';
import { LevelSign } from './level-sign.tsx';

interface ProblemStripProps {
  readonly problem: Problem;
  readonly onClose?: () => void;
}

/** What went wrong, in one sentence, where it went wrong. */
export function ProblemStrip({ problem, onClose }: ProblemStripProps) {
  return (
    <div className="strip strip-error" role="alert">
      <LevelSign level="error" />
      <p>{problem.message}</p>
      {onClose && <CloseButton label="收起这句话" onClick={onClose} />}
    </div>
  );
}
