import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Finding } from '../../core/checks/finding.ts';
import { LevelSign } from '../parts/level-sign.tsx';

interface ExplainedListProps {
  readonly findings: readonly Finding[];
  readonly selected: string | null;
  /** the whole card of one */
  readonly card: (finding: Finding) => ReactNode;
}

/** Findings that are settled, a line each, also the one that was explained just now; a line opens into its card. */
export function ExplainedList({ findings, selected, card }: ExplainedListProps) {
  const [opened, setOpened] = useState<string | null>(null);
  if (findings.length === 0) return null;
  return (
    <section className="explained" aria-label="已说明">
      <h4>已说明 {findings.length} 条</h4>
      {findings.map((finding) =>
        finding.key === opened ? (
          <div key={finding.key} className="explained-open">
            {card(finding)}
            <button type="button" className="link" onClick={() => setOpened(null)}>
              收起
            </button>
          </div>
        ) : (
          <ExplainedLine
            key={finding.key}
            finding={finding}
            isSelected={finding.key === selected}
            onOpen={() => setOpened(finding.key)}
          />
        ),
      )}
    </section>
  );
}

interface ExplainedLineProps {
  readonly finding: Finding;
  readonly isSelected: boolean;
  readonly onOpen: () => void;
}

function ExplainedLine({ finding, isSelected, onOpen }: ExplainedLineProps) {
  const { name, rule, explanation } = finding;
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isSelected) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const remarks = explanation?.remarks ?? [];
  return (
    <button
      ref={line}
      type="button"
      className={isSelected ? 'explained-line selected' : 'explained-line'}
      title="展开"
      aria-expanded={false}
      onClick={onOpen}
    >
      <LevelSign level="fine" size={13} />
      <span className="explained-words">
        {name}：{explanation?.text}
      </span>
      <small className="explained-rule">{rule}</small>
      {remarks.length > 0 && <span className="explained-remarks">{remarks.join('；')}。</span>}
    </button>
  );
}
