import type { ReactNode } from 'react';
import { useReturnedFocus } from '../returned-focus.ts';
import { CloseButton } from './close-button.tsx';
import { LevelSign } from './level-sign.tsx';

interface StripProps {
  readonly level: 'error' | 'fine';
  readonly children: ReactNode;
  /** absent: it stays as long as what it tells of */
  readonly onClose?: (() => void) | undefined;
}

/** A sentence about what was just done or refused, at the place where it happened. */
export function Strip({ level, children, onClose }: StripProps) {
  const ref = useReturnedFocus<HTMLDivElement>();
  return (
    <div
      ref={ref}
      className={level === 'error' ? 'strip strip-error' : 'strip'}
      role={level === 'error' ? 'alert' : undefined}
    >
      <LevelSign level={level} />
      {children}
      {onClose && <CloseButton label="收起这句话" onClick={onClose} />}
    </div>
  );
}
