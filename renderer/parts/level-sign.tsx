import type { Level } from '../../core/checks/finding.ts';

export const LEVEL_NAMES: Readonly<Record<Level, string>> = { error: '错误', verify: '核实', hint: '提示' };

/** The sign of a level by shape and colour. It always stands beside its word, so it says nothing to a screen reader. */
export function LevelSign({ level, size = 14 }: { readonly level: Level | 'fine'; readonly size?: number }) {
  return (
    <svg className="level-sign" width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      {SIGNS[level]}
    </svg>
  );
}

const SIGNS = {
  error: (
    <>
      <circle cx="7" cy="7" r="6.2" fill="var(--error)" />
      <path d="M4.7 4.7l4.6 4.6M9.3 4.7L4.7 9.3" stroke="var(--white)" strokeWidth="1.5" />
    </>
  ),
  verify: (
    <>
      <path d="M7 1.1L13.4 12.6H.6z" fill="var(--verify-sign)" />
      <path d="M7 5v4M7 10.2v1.3" stroke="var(--white)" strokeWidth="1.5" />
    </>
  ),
  hint: (
    <>
      <circle cx="7" cy="7" r="5.6" fill="none" stroke="var(--ink3)" strokeWidth="1.2" />
      <path d="M7 6.2v4M7 3.6v1.4" stroke="var(--ink3)" strokeWidth="1.4" />
    </>
  ),
  fine: (
    <>
      <circle cx="7" cy="7" r="5.6" fill="none" stroke="var(--fine)" strokeWidth="1.2" />
      <path d="M4.3 7.2l1.9 1.9 3.5-4" fill="none" stroke="var(--fine)" strokeWidth="1.4" />
    </>
  ),
};
