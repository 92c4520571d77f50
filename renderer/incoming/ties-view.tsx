import { useState } from 'react';
import type { Tie } from '../../core/incoming/incoming.ts';
import { LevelSign } from '../parts/level-sign.tsx';

/** So many at a time. */
const MOST_TIES = 200;

/** 表间核对: figures of different tables that should be equal. */
export function TiesView({ ties, waiting }: { readonly ties: readonly Tie[]; readonly waiting: number }) {
  const [count, setCount] = useState(MOST_TIES);
  const broken = ties.filter(({ isHeld }) => !isHeld);
  if (ties.length === 0) return <p className="import-note">文件里的表之间没有可以互相核对的数。</p>;
  return (
    <div className="ties-view">
      <p className="import-note">
        <LevelSign level={broken.length === 0 && waiting === 0 ? 'fine' : 'verify'} />
        {ties.length - broken.length} 处相等
        {broken.length === 0
          ? waiting === 0
            ? '，全部核对一致。'
            : `；有 ${waiting} 行还没有改好，用到它们的要改好后再核对。`
          : `，${broken.length} 处不等，核对后到决算系统里改，再导出。`}
      </p>
      <ul aria-label="不等的">
        {broken.slice(0, count).map(({ law, sentence }) => (
          <li key={`${law}${sentence}`} className="broken-tie">
            <LevelSign level="verify" />
            <span className="tie">
              <b className="tie-law">{law}</b>
              <span className="tie-sides">{sentence}</span>
            </span>
          </li>
        ))}
      </ul>
      {broken.length > count && (
        <button type="button" className="link" onClick={() => setCount(count + MOST_TIES)}>
          再列 {Math.min(MOST_TIES, broken.length - count)} 处，共余 {broken.length - count} 处
        </button>
      )}
    </div>
  );
}
