import type { CheckReport } from '../../core/checks/check-year.ts';
import { LEVELS, type Level } from '../../core/checks/finding.ts';
import { controlsPassed, countOpen } from '../findings/counts.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { LEVEL_NAMES, LevelSign } from '../parts/level-sign.tsx';

interface CheckStatusProps {
  readonly checked: CheckReport;
  readonly onFindings: () => void;
}

/** How many findings of each level are open, and how many of the 核对数 agree, or that there are none. */
export function CheckStatus({ checked, onFindings }: CheckStatusProps) {
  const { all, passed } = controlsPassed(checked.tally);
  return (
    <>
      <button
        type="button"
        className="status-part"
        title="打开检查；F8 下一条，Shift+F8 上一条"
        onClick={onFindings}
      >
        {LEVELS.map((level) => (
          <LevelCount key={level} level={level} count={countOpen(checked.findings, level)} />
        ))}
        <KeyHint keys="F8" />
      </button>
      {checked.controlled ? (
        <span className="status-part" title="与核对数比较的各条里，一致的条数">
          核对数 {passed}/{all}
        </span>
      ) : (
        <span className="status-part" title={`没有录入核对数：${checked.uncontrolled.join('、')}`}>
          <span className="level-count some">
            <LevelSign level="verify" size={13} />
            未核对
          </span>
        </span>
      )}
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
