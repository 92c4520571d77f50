import { Fragment, useState } from 'react';
import { findSheet } from '../../core/figures/sheets.ts';
import { reasonsOf } from '../../core/overview/expected-rules.ts';
import type { SheetProgress, StepPlace } from '../../core/overview/overview.ts';
import type { CountsByPage } from '../findings/counts.ts';
import { LEVEL_NAMES, LevelSign } from '../parts/level-sign.tsx';
import type { PageId } from '../shell/pages.ts';
import { type EntryProgress, entriesOf, STATE_WORDS } from './entry-progress.ts';
import { ProgressMark } from './progress-mark.tsx';
import { whenWords } from './when.ts';

interface ProgressTableProps {
  readonly sheets: readonly SheetProgress[];
  /** absent until they are computed */
  readonly counts: CountsByPage | undefined;
  readonly onPage: (page: PageId) => void;
  readonly onPlace: (place: StepPlace) => void;
}

/** 录入进度: a line for each entry of 录入, which opens to say what its sheets lack. */
export function ProgressTable({ sheets, counts, onPage, onPlace }: ProgressTableProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const entries = entriesOf(sheets);
  const filled = entries.reduce((sum, entry) => sum + entry.filled, 0);
  const expected = entries.reduce((sum, entry) => sum + entry.expected, 0);

  function toggle(id: string) {
    setOpen((old) => (old.has(id) ? new Set([...old].filter((each) => each !== id)) : new Set([...old, id])));
  }

  return (
    <section className="box progress" aria-labelledby="progress-title">
      <header className="box-head">
        <h2 id="progress-title">录入进度</h2>
        <p title="应填数是明账按已录的数推断的，不是官方要求；展开一行可看依据">
          {filled}/{expected} 个应填数
        </p>
        <p className="progress-legend">
          {(['full', 'partly', 'empty', 'unneeded'] as const).map((state) => (
            <span key={state}>
              <ProgressMark state={state} />
              {STATE_WORDS[state]}
            </span>
          ))}
        </p>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">录入表</th>
            <th scope="col" className="optional">
              来源
            </th>
            <th scope="col" className="optional">
              填报
            </th>
            <th scope="col">已填/应填</th>
            <th scope="col">检查</th>
            <th scope="col">最后改动</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Fragment key={entry.id}>
              <EntryRow
                entry={entry}
                counts={counts}
                isOpen={open.has(entry.id)}
                onToggle={() => toggle(entry.id)}
                onPage={onPage}
              />
              {open.has(entry.id) && <Lacking entry={entry} onPage={onPage} onPlace={onPlace} />}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface EntryRowProps extends Pick<ProgressTableProps, 'counts' | 'onPage'> {
  readonly entry: EntryProgress;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function EntryRow({ entry, counts, isOpen, onToggle, onPage }: EntryRowProps) {
  const { id, name, state, filled, expected, changedAt, sheets } = entry;
  const definition = findSheet(sheets[0]?.sheet ?? '');
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="toggle"
          aria-expanded={isOpen}
          aria-label={`${name}：${isOpen ? '收起' : '缺什么'}`}
          onClick={onToggle}
        >
          <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
            <path d={isOpen ? 'M.5 2l3.5 4 3.5-4' : 'M2 .5l4 3.5-4 3.5'} fill="none" stroke="currentColor" />
          </svg>
        </button>
        <ProgressMark state={state} />
        <span className="unseen">{STATE_WORDS[state]}</span>
        <button type="button" className="link" onClick={() => onPage(id)}>
          {name}
        </button>
      </th>
      <td className="optional">{definition?.source}</td>
      <td className="optional">{definition?.keeper}</td>
      <td>
        {expected > 0 && (
          <svg className="progress-bar" width="96" height="6" aria-hidden="true">
            <rect width="96" height="6" fill="var(--line)" />
            <rect width={(96 * filled) / expected} height="6" fill="var(--accent)" />
          </svg>
        )}
        {expected > 0 ? `${filled}/${expected}` : '—'}
      </td>
      <td className="found">
        <Found counts={counts} entry={entry} />
      </td>
      <td>{changedAt === null ? '' : whenWords(changedAt, new Date())}</td>
    </tr>
  );
}

function Found({
  counts,
  entry,
}: {
  readonly counts: CountsByPage | undefined;
  readonly entry: EntryProgress;
}) {
  if (counts === undefined) return null;
  const levels = (['error', 'verify'] as const)
    .map((level) => ({
      level,
      count: entry.sheets.reduce((sum, { sheet }) => sum + (counts[sheet]?.[level] ?? 0), 0),
    }))
    .filter(({ count }) => count > 0);
  if (levels.length === 0) return '无';
  return levels.map(({ level, count }) => (
    <span key={level}>
      <LevelSign level={level} />
      <span className="unseen">{LEVEL_NAMES[level]}</span> {count}
    </span>
  ));
}

interface LackingProps extends Pick<ProgressTableProps, 'onPage' | 'onPlace'> {
  readonly entry: EntryProgress;
}

/** What each sheet of an entry lacks, and why it is expected. */
function Lacking({ entry, onPlace }: LackingProps) {
  return (
    <tr className="lacking">
      <td colSpan={6}>
        {entry.sheets.map(({ sheet, state, filled, expected, missing }) => (
          <div key={sheet}>
            <p>
              <ProgressMark state={state} />
              {findSheet(sheet)?.name}：
              {missing.length === 0 ? STATE_WORDS[state] : `缺 ${expected - filled} 个`}
            </p>
            {missing.length > 0 && (
              <ul>
                {missing.map(({ name, place }) => (
                  <li key={name}>
                    <button type="button" className="link" onClick={() => onPlace(place)}>
                      {name}
                    </button>
                  </li>
                ))}
                {expected - filled > missing.length && <li>还有 {expected - filled - missing.length} 个</li>}
              </ul>
            )}
            {reasonsOf(sheet).length > 0 && (
              <p className="reason">应填依据（明账的判断）：{reasonsOf(sheet).join('；')}</p>
            )}
          </div>
        ))}
      </td>
    </tr>
  );
}
