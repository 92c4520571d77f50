import { Button } from 'antd';
import type { ImportPreview } from '../../core/incoming/preview.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { LevelSign } from '../parts/level-sign.tsx';

interface ImportFootProps {
  readonly preview: ImportPreview;
  readonly isBusy: boolean;
  /** leads to what stands in the way; `null`: it is no row and no column */
  readonly onObstacle: (() => void) | null;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** What would happen, what stands in the way, and the two ways out. */
export function ImportFoot({ preview, isBusy, onObstacle, onTake, onLeave }: ImportFootProps) {
  const { counts, obstacle } = preview;
  return (
    <div className="import-foot">
      <p className="import-counts" role="status">
        <span>
          新增 <b>{counts.added}</b> 格
        </span>
        <span>
          改动 <b>{counts.changed}</b> 格
        </span>
        <span>
          相同 <b>{counts.equal}</b> 格
        </span>
        {counts.refused > 0 && (
          <span className="refused-count">
            待处理 <b>{counts.refused}</b> 行
          </span>
        )}
      </p>
      <p className="import-obstacle" role="status">
        {obstacle !== null && (
          <>
            <LevelSign level="verify" />
            {onObstacle === null ? (
              <span>{obstacle}</span>
            ) : (
              <button type="button" className="link" onClick={onObstacle}>
                {obstacle}
              </button>
            )}
          </>
        )}
      </p>
      <Button size="small" disabled={isBusy} onClick={onLeave}>
        放弃
      </Button>
      <Button
        size="small"
        type="primary"
        aria-keyshortcuts="Control+Enter"
        disabled={isBusy || obstacle !== null}
        onClick={onTake}
      >
        并入账簿
        <KeyHint keys="Ctrl+Enter" />
      </Button>
    </div>
  );
}
