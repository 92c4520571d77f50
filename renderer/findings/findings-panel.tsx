import type { CheckReport } from '../../core/checks/check-year.ts';
import type { Finding } from '../../core/checks/finding.ts';
import type { FindingWays } from '../book/ways.ts';
import { LevelSign } from '../parts/level-sign.tsx';
import type { PageId } from '../shell/pages.ts';
import { isOfDepartment, rulesPassed } from './counts.ts';
import { explanationTexts } from './explanation-texts.ts';
import { FindingCard } from './finding-card.tsx';
import { FindingGroupView } from './finding-group.tsx';
import { findingGroups } from './groups.ts';
import { Uncontrolled } from './uncontrolled.tsx';

interface FindingsPanelProps extends FindingWays {
  readonly report: CheckReport;
  /** the shown sheet; `null`: the public tables */
  readonly sheet: string | null;
  /** leads to 核对数 and to the page 检查 */
  readonly onPage: (page: PageId) => void;
}

/** 检查: what is wrong in the shown sheet and then in the others, each as a card that leaves when it is mended. */
export function FindingsPanel({
  report,
  sheet,
  onPage,
  selected,
  isInScope: _,
  ...ways
}: FindingsPanelProps) {
  const { findings, tally } = report;
  const groups = findingGroups(findings, sheet);
  const texts = explanationTexts(findings);
  const showsWhere = isOfDepartment(tally);
  const card = (finding: Finding) => (
    <FindingCard
      key={finding.key}
      finding={finding}
      isSelected={finding.key === selected}
      ways={ways}
      texts={texts(finding)}
      showsWhere={showsWhere}
    />
  );
  const { all, passed } = rulesPassed(tally, sheet);
  return (
    <section className="findings" aria-label="检查">
      <Uncontrolled report={report} isShown={sheet === 'control'} onPage={onPage} />
      {findings.every(({ level }) => level === 'hint') && (
        <p className="panel-line">
          {report.controlled && <LevelSign level="fine" />}
          没有发现不一致
        </p>
      )}
      {groups.map((group) => (
        <FindingGroupView key={group.id} group={group} shown={sheet} selected={selected} card={card} />
      ))}
      <p className="rules-passed">
        {sheet === null ? '共' : '本表'} {all} 条规则，{passed} 条通过。
        <button type="button" className="link" onClick={() => onPage('checks')}>
          看全部
        </button>
        {findings.length > 0 && <span>改好的一条会自行消失。</span>}
      </p>
    </section>
  );
}
