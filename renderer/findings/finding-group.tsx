import { type ReactNode, useState } from 'react';
import type { Finding } from '../../core/checks/finding.ts';
import { ExplainedList } from './explained-list.tsx';
import type { FindingGroup } from './groups.ts';

/** More would be drawn anew with each report for nobody to see; they come when they are asked for. */
const MOST_OWN_CARDS = 30;
const MOST_OTHER_CARDS = 8;

interface GroupProps {
  readonly group: FindingGroup;
  readonly shown: string | null;
  readonly selected: string | null;
  readonly card: (finding: Finding) => ReactNode;
}

/** The cards of one sheet, which can be folded away. */
export function FindingGroupView({ group, shown, selected, card }: GroupProps) {
  const [isFolded, setFolded] = useState(false);
  const [unfoldedFor, setUnfoldedFor] = useState<string | null>(null);
  const { id, name, open, explained } = group;
  const hasSelected = [...open, ...explained].some(({ key }) => key === selected);
  if (isFolded && hasSelected && unfoldedFor !== selected) {
    setUnfoldedFor(selected);
    setFolded(false);
  }
  const [asked, setAsked] = useState(0);
  // who is led to a card sees it
  const count = Math.max(
    (id === shown ? MOST_OWN_CARDS : MOST_OTHER_CARDS) + asked,
    open.findIndex(({ key }) => key === selected) + 1,
  );
  const rest = open.length - count;
  const title = id === shown ? `本表 ${name}` : name;
  return (
    <section className="finding-group" aria-label={title}>
      <h3>
        <button
          type="button"
          aria-expanded={!isFolded}
          onClick={() => {
            setUnfoldedFor(selected);
            setFolded(!isFolded);
          }}
        >
          <span className="tree-sign" aria-hidden="true">
            {isFolded ? '▸' : '▾'}
          </span>
          {title}
          <small className="group-count">{open.length > 0 ? `${open.length} 条` : '都已说明'}</small>
        </button>
      </h3>
      {!isFolded && (
        <>
          {open.slice(0, count).map(card)}
          {rest > 0 && (
            <button
              type="button"
              className="link more-cards"
              onClick={() => setAsked(asked + MOST_OWN_CARDS)}
            >
              再列 {Math.min(rest, MOST_OWN_CARDS)} 条，共余 {rest} 条
            </button>
          )}
          <ExplainedList findings={explained} selected={selected} card={card} />
        </>
      )}
    </section>
  );
}
