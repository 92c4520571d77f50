import type { CheckReport } from '../../core/checks/check-year.ts';
import { LevelSign } from '../parts/level-sign.tsx';
import type { PageId } from '../shell/pages.ts';

/** So many units are named. */
const MOST_NAMES = 6;

interface UncontrolledProps {
  readonly report: Pick<CheckReport, 'controlled' | 'uncontrolled'>;
  /** 核对数 is the shown page */
  readonly isShown: boolean;
  readonly onPage: (page: PageId) => void;
}

/** 未核对: which units were compared with nothing from outside, and what to do. */
export function Uncontrolled({ report: { controlled, uncontrolled }, isShown, onPage }: UncontrolledProps) {
  if (controlled) return null;
  const named = uncontrolled.slice(0, MOST_NAMES).join('、');
  const isMore = uncontrolled.length > MOST_NAMES;
  return (
    <div className="uncontrolled">
      <b>
        <LevelSign level="verify" />
        未核对
      </b>
      <p>
        没有录入核对数：{named}
        {isMore && `等 ${uncontrolled.length} 个单位`}
        。数只在账簿里相互比较过，没有与批复、财决报表和国库对账单比较过。
      </p>
      {isShown ? (
        <p>在本页录入，录一个就比较一个。</p>
      ) : (
        <button type="button" className="link" onClick={() => onPage('control')}>
          录入核对数
        </button>
      )}
    </div>
  );
}
