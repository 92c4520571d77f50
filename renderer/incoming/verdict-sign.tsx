import type { Verdict } from '../../core/incoming/incoming.ts';
import { LevelSign } from '../parts/level-sign.tsx';

const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  taken: '取入',
  compared: '已核对',
  doubtful: '存疑',
  refused: '不能取入',
  left: '不取',
};

const SIGN_LEVELS = { refused: 'error', doubtful: 'verify', compared: 'fine' } as const;

/** What becomes of a row, by sign and word. */
export function VerdictSign({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span className={`verdict verdict-${verdict}`}>
      {verdict === 'taken' || verdict === 'left' ? (
        <svg className="level-sign" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path
            d={verdict === 'taken' ? 'M2 7h9M7.5 3.5L11 7l-3.5 3.5' : 'M3 7h8'}
            fill="none"
            stroke={verdict === 'taken' ? 'var(--accent)' : 'var(--ink3)'}
            strokeWidth="1.4"
          />
        </svg>
      ) : (
        <LevelSign level={SIGN_LEVELS[verdict]} />
      )}
      {VERDICT_NAMES[verdict]}
    </span>
  );
}
