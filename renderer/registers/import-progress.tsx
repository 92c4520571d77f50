import { Button } from 'antd';
import type { CardsProgress } from '../../core/api.ts';

interface ImportProgressProps {
  readonly progress: CardsProgress;
  readonly onStop: () => void;
}

/** What is being done with a list, how far it is, and the way to give it up. */
export function ImportProgress({ progress: { doing, done, total }, onStop }: ImportProgressProps) {
  return (
    <div className="strip import-progress">
      <p>
        正在{doing}
        {total > 0 && ` ${done} / ${total}`}
      </p>
      <progress aria-label={`正在${doing}`} {...(total > 0 ? { value: done, max: total } : {})} />
      <Button size="small" onClick={onStop}>
        停止
      </Button>
    </div>
  );
}
