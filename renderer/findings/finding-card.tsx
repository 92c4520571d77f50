import { memo, useLayoutEffect } from 'react';
import type { Finding } from '../../core/checks/finding.ts';
import { isOpen } from '../../core/checks/finding.ts';
import type { FindingWays } from '../book/ways.ts';
import { LEVEL_NAMES, LevelSign } from '../parts/level-sign.tsx';
import { useReturnedFocus } from '../returned-focus.ts';
import { RULE_OF } from '../terms/focused-term.ts';
import { FindingExplanation } from './finding-explanation.tsx';
import { findingLinks } from './finding-links.ts';
import { FindingSides } from './finding-sides.tsx';
import { isLaw } from './groups.ts';
import { type SideLists, useSideLists } from './use-side-lists.ts';

/** Of the ways, what a card needs: that another one is selected is nothing to it. */
type CardWays = Omit<FindingWays, 'selected' | 'isInScope'>;

interface FindingCardProps {
  readonly finding: Finding;
  readonly isSelected: boolean;
  readonly ways: CardWays;
  /** texts of the same unit by slot, against which an explanation is judged */
  readonly texts: ReadonlyMap<string, string>;
  /** several units are shown together */
  readonly showsWhere: boolean;
}

/** A report that is renewed has other objects, most of which say what the old ones said. */
function isSameCard(one: FindingCardProps, other: FindingCardProps): boolean {
  return (
    one.isSelected === other.isSelected &&
    one.showsWhere === other.showsWhere &&
    CARD_WAYS.every((way) => one.ways[way] === other.ways[way]) &&
    (one.finding === other.finding || saidBy(one.finding) === saidBy(other.finding)) &&
    (one.texts === other.texts || JSON.stringify([...one.texts]) === JSON.stringify([...other.texts]))
  );
}

const said = new WeakMap<Finding, string>();

/** All that a finding says, which may be thousands of figures: it is put together once. */
function saidBy(finding: Finding): string {
  const text = said.get(finding) ?? JSON.stringify(finding);
  said.set(finding, text);
  return text;
}

const CARD_WAYS = [
  'onSelect',
  'onGoTo',
  'canGoTo',
  'onExplain',
  'draftOf',
  'onDraft',
] as const satisfies readonly (keyof CardWays)[];

/** One law that the figures break: what is wrong, both sides, where to look, where to go, what was said about it. */
export const FindingCard = memo(function FindingCard(props: FindingCardProps) {
  const { finding, isSelected, ways, texts, showsWhere } = props;
  const { key, level, rule, name, message, lookFirst, where } = finding;
  const isSettled = !isOpen(finding);
  const card = useReturnedFocus<HTMLElement>('.explained-line.selected');
  // before an editor in it shows itself
  useLayoutEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [card, isSelected]);

  const lists = useSideLists(finding, isSelected);
  const links = findingLinks(finding, ways.canGoTo);
  const select = () => ways.onSelect(key);
  const own: Pick<CardWays, 'onGoTo' | 'canGoTo'> = {
    canGoTo: ways.canGoTo,
    onGoTo: (place) => {
      select();
      ways.onGoTo(place);
    },
  };
  return (
    <article
      ref={card}
      className={`finding finding-${isSettled ? 'settled' : level}${isSelected ? ' selected' : ''}`}
      aria-label={`${isSettled ? '已说明' : LEVEL_NAMES[level]} ${rule} ${name}`}
      aria-current={isSelected ? 'true' : undefined}
      {...{ [RULE_OF]: rule }}
    >
      <button type="button" className="finding-head" title={LEVEL_NAMES[level]} onClick={select}>
        <LevelSign level={isSettled ? 'fine' : level} />
        <b>{name}</b>
        <small className="finding-rule">{rule}</small>
      </button>
      {showsWhere && <p className="finding-where">{where}</p>}
      {isLaw(finding) ? <p className="finding-law">规则：{message}</p> : message !== name && <p>{message}</p>}
      <FindingSides finding={finding} lists={lists} ways={own} />
      {lookFirst.length > 0 && (
        <div className="look-first">
          {lookFirst.map((sentence, index) => (
            <p key={sentence}>
              {index === 0 ? '先看' : '也可能'}：{sentence}
            </p>
          ))}
        </div>
      )}
      <FindingExplanation finding={finding} texts={texts} {...ways} onOpen={select}>
        {links.map(({ name: target, place }) => (
          <button key={target} type="button" className="link" onClick={() => own.onGoTo(place)}>
            {target}
          </button>
        ))}
        <ListLink lists={lists} />
      </FindingExplanation>
    </article>
  );
}, isSameCard);

/** Opens the sides into the figures that they add up. */
function ListLink({ lists: { listed, isOpen, toggle } }: { readonly lists: SideLists }) {
  const [first] = listed;
  if (first === undefined) return null;
  const opened = listed.some(isOpen);
  const what = listed.length === 1 ? ` ${first.partCount} 个来源数` : '两边的来源数';
  return (
    <button type="button" className="link" aria-expanded={opened} onClick={() => toggle(listed)}>
      {opened ? '收起' : '列出'}
      {what}
    </button>
  );
}
