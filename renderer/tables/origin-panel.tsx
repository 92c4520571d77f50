import type { Problem } from '../../core/problems.ts';
import type { Result } from '../../core/result.ts';
import type { Origin } from '../../core/tables/origin.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { OriginView } from './origin-view.tsx';

interface OriginPanelProps {
  /** `null`: no number is selected */
  readonly reply: Result<Origin, Problem> | null;
}

export function OriginPanel({ reply }: OriginPanelProps) {
  if (reply === null) {
    return (
      <div className="panel-hint">
        <p>点一个数字，这里列出它由哪些录入数相加、怎样取整。</p>
        <p>
          <KeyHint keys="←" />
          <KeyHint keys="↑" />
          <KeyHint keys="↓" />
          <KeyHint keys="→" /> 到下一个数字
        </p>
        <p>
          按住 <KeyHint keys="Shift" /> 逐格移动，空白格也停
        </p>
      </div>
    );
  }
  return reply.ok ? <OriginView origin={reply.value} /> : <ProblemStrip problem={reply.error} />;
}
