import type { Review } from '../../core/api.ts';
import type { Level } from '../../core/checks/finding.ts';
import { LEVEL_NAMES, LevelSign } from '../parts/level-sign.tsx';

const LEVELS: readonly Level[] = ['error', 'verify', 'hint'];

interface CheckStatusProps {
  readonly checked: Pick<Review, 'findings' | 'controlled'>;
  readonly onFindings: () => void;
}

/** How many findings of each level, and whether the year was compared with control figures at all. */
export function CheckStatus({ checked, onFindings }: CheckStatusProps) {
  return (
    <>
      <button type="button" className="status-part" title="打开检查" onClick={onFindings}>
        {LEVELS.map((level) => (
          <LevelCount
            key={level}
            level={level}
            count={checked.findings.filter((finding) => finding.level === level).length}
          />
        ))}
      </button>
      <span className="status-part">
        {checked.controlled ? (
          '核对数 已录'
        ) : (
          <span className="level-count some">
            <LevelSign level="verify" size={13} />
            未核对
          </span>
        )}
      </span>
    </>
  );
}

function LevelCount({ level, count }: { readonly level: Level; readonly count: number }) {
  return (
    <span className={count > 0 ? 'level-count some' : 'level-count'}>
      {count > 0 && <LevelSign level={level} size={13} />}
      {LEVEL_NAMES[level]} {count}
    </span>
  );
}
