import { Button } from 'antd';
import { type KeyboardEvent, useId, useMemo, useReducer, useRef, useState } from 'react';
import {
  proposeTransfers,
  type Transfer,
  transferKey,
  transferLines,
} from '../../core/adjustments/transfers.ts';
import { ADJUSTMENT_UNIT, type Unit } from '../../core/figures/figure.ts';
import type { BookDesk } from '../book/book-desk.ts';
import type { ChosenCell } from '../entry/chosen-cells.ts';
import type { SheetSession } from '../entry/sheet-session.ts';
import type { Entry } from '../entry/use-entry.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { ariaKeys, useShortcut } from '../shortcut.ts';
import { Transfers } from './transfers.tsx';
import { useTransferFigures } from './use-transfers.ts';

interface AdjustingBarProps {
  readonly session: SheetSession;
  readonly desk: BookDesk;
  readonly entry: Entry;
  readonly units: readonly Unit[];
  /** false: the sheet of another year is on its way */
  readonly isCurrent: boolean;
  /** the selected cells that have a figure */
  readonly chosen: readonly ChosenCell[];
}

/** One sentence; a whole document belongs elsewhere. */
const LONGEST_REASON = 200;

/** Over a sheet of the 差额表: the reason that what is keyed takes, and what may be a transfer between units. */
export function AdjustingBar({ session, desk, entry, units, isCurrent, chosen }: AdjustingBarProps) {
  const { year } = session.options;
  const { measure, classification, money } = session.view.options;
  const [reason, setReason] = useState(desk.memory.reason);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const declined = desk.memory.declined(year);
  const { figures, isCurrent: isRead, problem } = useTransferFigures(year, desk);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const isStale = !isCurrent || !isRead;

  const transfers = useMemo(
    () => proposeTransfers({ figures, units: units.map(({ code }) => code), measure, declined }),
    [figures, units, measure, declined],
  );
  const known = useMemo(() => {
    const lines = figures.filter(({ unit }) => unit === ADJUSTMENT_UNIT);
    return [...new Set(lines.map((line) => line.reason ?? ''))].sort();
  }, [figures]);

  useShortcut('Alt+R', () => {
    field.current?.focus();
    field.current?.select();
  });

  function write(text: string) {
    desk.memory.reason = text;
    setReason(text);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter then chooses what the input method offers
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    entry.grid.current?.focus();
  }

  const changed = chosen.filter(({ cell }) => session.figures.reason(cell) !== reason.trim());

  function changeReason() {
    const edits = changed.map(({ cell: { year: _, unit: __, ...cell }, value }) => ({
      ...cell,
      value,
      reason: reason.trim(),
    }));
    entry.put(edits, `${edits.length} 格改用了这条理由`);
    entry.grid.current?.focus();
  }

  function take(transfer: Transfer, why: string) {
    if (isStale) return;
    const lines = transferLines(transfer, why, figures);
    if (!entry.put(lines, '收入和支出各录入一笔抵销数，Ctrl+Z 一起撤销')) return;
    const here = lines.find(({ sheet }) => sheet === session.options.sheet.id);
    if (here !== undefined) entry.goTo({ line: here.row, column: here.column, focus: true });
  }

  function decline(transfer: Transfer) {
    desk.memory.decline(year, transferKey(transfer));
    redraw();
    entry.grid.current?.focus();
  }

  return (
    <>
      <div className="strip reason-line">
        <label htmlFor={`${list}-field`}>抵销理由</label>
        <input
          ref={field}
          id={`${list}-field`}
          type="text"
          list={list}
          maxLength={LONGEST_REASON}
          aria-keyshortcuts={ariaKeys('Alt+R')}
          placeholder="哪个单位付给哪个单位的什么款，每个数都要有"
          value={reason}
          onChange={({ target }) => write(target.value)}
          onKeyDown={onKeyDown}
        />
        <datalist id={list}>
          {known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <KeyHint keys="Alt+R" />
        <Button size="small" disabled={reason.trim() === '' || changed.length === 0} onClick={changeReason}>
          选中的格改用这条理由
        </Button>
      </div>
      {problem && <ProblemStrip problem={problem} />}
      {transfers.length > 0 && (
        <Transfers
          transfers={transfers}
          measure={measure}
          classification={classification}
          money={money}
          isStale={isStale}
          onTake={take}
          onDecline={decline}
        />
      )}
    </>
  );
}
