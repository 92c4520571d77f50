import type { ReactNode } from 'react';
import type { ProgressState } from '../../core/overview/overview.ts';

/** How far something is, by shape alone; the word stands beside it or in the tip. */
export function ProgressMark({ state }: { readonly state: ProgressState }) {
  return (
    <svg className="progress-mark" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {MARKS[state]}
    </svg>
  );
}

const MARKS: Readonly<Record<ProgressState, ReactNode>> = {
  full: <path d="M1.5 6.4l3 3 6-6.8" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  partly: (
    <>
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M6 1.4a4.6 4.6 0 010 9.2z" fill="currentColor" />
    </>
  ),
  empty: <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.2" />,
  unneeded: <path d="M2.5 6h7" stroke="currentColor" strokeWidth="1.3" />,
};
