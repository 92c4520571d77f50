import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Finding, type FindingSide, isOpen } from '../../core/checks/finding.ts';
import { groupsOfAll, isLaw } from '../findings/groups.ts';
import { LEVEL_NAMES, LevelSign } from '../parts/level-sign.tsx';
import { steppedIndex } from '../step.ts';
import { amountWords } from '../tables/amount-words.ts';
import { RULE_OF } from '../terms/focused-term.ts';

/** So many lines at a time: a department of many units may have thousands. */
const MOST_LINES = 300;

interface FindingsListProps {
  readonly findings: readonly Finding[];
  readonly selected: string | null;
  /** several units are shown together */
  readonly showsWhere: boolean;
  readonly onSelect: (key: string) => void;
}

/** Findings by the sheet in which they are mended, a line each. */
export function FindingsList({ findings, selected, showsWhere, onSelect }: FindingsListProps) {
  const [asked, setAsked] = useState(MOST_LINES);
  const groups = groupsOfAll(findings).map(({ open, explained, ...group }) => ({
    ...group,
    own: [...open, ...explained],
  }));
  const keys = groups.flatMap(({ own }) => own.map(({ key }) => key));
  // who is led to a line sees it
  const count = Math.max(asked, keys.indexOf(selected ?? '') + 1);
  const drawn = new Set(keys.slice(0, count));
  const body = useRef<HTMLTableElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const next = steppedIndex(event.key, keys.indexOf(selected ?? ''), keys.length);
    const key = next === null ? undefined : keys[next];
    if (key === undefined) return;
    event.preventDefault();
    onSelect(key);
    body.current?.querySelectorAll<HTMLButtonElement>('.finding-row button')[next ?? 0]?.focus();
  }

  return (
    <table className="check-table findings-list" ref={body} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">级别</th>
          <th scope="col">规则</th>
          {showsWhere && <th scope="col">哪里</th>}
          <th scope="col">说了什么</th>
          <th scope="col" className="amount">
            左
          </th>
          <th scope="col" className="amount">
            右
          </th>
          <th scope="col" className="amount">
            差额
          </th>
        </tr>
      </thead>
      {groups
        .filter(({ own }) => own.some(({ key }) => drawn.has(key)))
        .map(({ id, name, own }) => (
          <tbody key={id}>
            <tr className="group-row">
              <th scope="rowgroup" colSpan={showsWhere ? 7 : 6}>
                {name}
                <small>{own.length} 条</small>
              </th>
            </tr>
            {own
              .filter(({ key }) => drawn.has(key))
              .map((finding) => (
                <FindingRow
                  key={finding.key}
                  finding={finding}
                  isSelected={finding.key === selected}
                  showsWhere={showsWhere}
                  onSelect={onSelect}
                />
              ))}
          </tbody>
        ))}
      {keys.length > count && (
        <tfoot>
          <tr>
            <td colSpan={showsWhere ? 7 : 6}>
              <button type="button" className="link" onClick={() => setAsked(count + MOST_LINES)}>
                再列 {Math.min(MOST_LINES, keys.length - count)} 条，共余 {keys.length - count} 条
              </button>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

interface FindingRowProps extends Pick<FindingsListProps, 'showsWhere' | 'onSelect'> {
  readonly finding: Finding;
  readonly isSelected: boolean;
}

function FindingRow({ finding, isSelected, showsWhere, onSelect }: FindingRowProps) {
  const { key, level, rule, name, where, left, right, difference, unit } = finding;
  const isSettled = !isOpen(finding);
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <tr
      ref={row}
      className="finding-row"
      aria-current={isSelected ? 'true' : undefined}
      {...{ [RULE_OF]: rule }}
    >
      <td className="level-cell">
        <LevelSign level={isSettled ? 'fine' : level} /> {isSettled ? '已说明' : LEVEL_NAMES[level]}
      </td>
      <td className="rule-cell">{rule}</td>
      {showsWhere && (
        <td className="where-cell">
          <span>{where}</span>
        </td>
      )}
      <td>
        {/* over the whole line */}
        <button type="button" title={showsWhere ? where : undefined} onClick={() => onSelect(key)}>
          <b>{name}</b>
          <span>{detailOf(finding)}</span>
        </button>
      </td>
      <td className="amount">{amountOf(left, unit)}</td>
      <td className="amount">{amountOf(right, unit)}</td>
      <td className={`amount difference-${isSettled ? 'settled' : level}`}>
        {amountWords(difference, unit)}
      </td>
    </tr>
  );
}

/** What is compared with what; the law alone says it less well. */
function detailOf(finding: Finding): string {
  const { message, left, right } = finding;
  if (!isLaw(finding)) return message;
  return left === null || right === null ? `规则：${message}` : `左 ${left.name}，右 ${right.name}`;
}

function amountOf(side: FindingSide | null, unit: Finding['unit']): string {
  if (side === null) return '';
  return side.amount === '' ? '没有录入' : amountWords(side.amount, unit);
}
