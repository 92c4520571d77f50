import type { Finding, Level } from '../../core/checks/finding.ts';
import { LevelSign } from '../parts/level-sign.tsx';
import { FindingCard } from './finding-card.tsx';

const ORDER: readonly Level[] = ['error', 'verify', 'hint'];

interface FindingsPanelProps {
  readonly findings: readonly Finding[];
  readonly controlled: boolean;
}

export function FindingsPanel({ findings, controlled }: FindingsPanelProps) {
  const sorted = ORDER.flatMap((level) => findings.filter((finding) => finding.level === level));
  return (
    <section aria-label="检查">
      {findings.every(({ level }) => level === 'hint') && (
        <p className="panel-line">
          {controlled && <LevelSign level="fine" />}
          没有发现不一致
        </p>
      )}
      {!controlled && (
        <div className="uncontrolled">
          <b>
            <LevelSign level="verify" />
            未核对
          </b>
          <p>
            有单位没有录入核对数（财决报表的各项合计、国库支付数），它的数只在账簿里相互比较过，没有与批复的数比较过。
          </p>
        </div>
      )}
      {sorted.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one rule may fail at one place more than once
        <FindingCard key={index} finding={finding} />
      ))}
    </section>
  );
}
