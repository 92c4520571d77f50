import type { TablesPage } from '../../core/api.ts';
import type { Level } from '../../core/checks/finding.ts';
import type { Origin } from '../../core/tables/origin.ts';
import { LEVEL_NAMES, LevelSign } from '../parts/level-sign.tsx';

const LEVELS: readonly Level[] = ['error', 'verify', 'hint'];

interface TablesStatusProps {
  readonly page: TablesPage | null;
  /** of the selected number; `null`: none is selected */
  readonly origin: Origin | null;
  readonly scale: number | null;
  readonly onFindings: () => void;
}

export function TablesStatus({ page, origin, scale, onFindings }: TablesStatusProps) {
  return (
    <>
      {page && (
        <>
          <button type="button" className="status-part" title="打开检查" onClick={onFindings}>
            {LEVELS.map((level) => (
              <LevelCount
                key={level}
                level={level}
                count={page.findings.filter((finding) => finding.level === level).length}
              />
            ))}
          </button>
          <span className="status-part">
            {page.controlled ? (
              '核对数 已录'
            ) : (
              <span className="level-count some">
                <LevelSign level="verify" size={13} />
                未核对
              </span>
            )}
          </span>
        </>
      )}
      <span className="status-cell">
        {origin && (
          <>
            <span className="status-path">{origin.path.join(' › ')}</span>
            <span>{origin.exactYuan === '' ? '空' : `精确值 ${origin.exactYuan} 元`}</span>
          </>
        )}
      </span>
      <span className="status-part">本机账簿，不联网</span>
      <span className="status-part">万元</span>
      {scale !== null && <span className="status-part">{Math.round(scale * 100)}%</span>}
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
