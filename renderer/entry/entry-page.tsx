import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { Scope } from '../../core/api.ts';
import { FunctionSearch } from '../../core/classification/search.ts';
import { findInSheet } from '../../core/entry/find.ts';
import { suggestRows } from '../../core/entry/suggest-rows.ts';
import type { SheetDefinition } from '../../core/figures/sheets.ts';
import { type BookDesk, useDeskState } from '../book/book-desk.ts';
import type { BookCell } from '../book/refused-cells.ts';
import { EntryGrid } from '../entry-grid/entry-grid.tsx';
import type { GridSelection } from '../entry-grid/grid-types.ts';
import { useStoreOnLeaving } from '../leaving.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { usePreference } from '../preferences.ts';
import { PageHead } from '../shell/page-head.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';
import { usePanel } from '../shell/use-panel.ts';
import { ariaKeys, useShortcut } from '../shortcut.ts';
import { AddRow } from './add-row.tsx';
import { BesideCell } from './beside-cell.tsx';
import { DepartmentStrip } from './department-strip.tsx';
import { EntryPanel, type EntryPanelId } from './entry-panel.tsx';
import { EntryStatus } from './entry-status.tsx';
import { FindBar } from './find-bar.tsx';
import { FundTabs, fundViews } from './fund-tabs.tsx';
import { gridColumns, gridSource } from './grid-source.ts';
import { KeyHints } from './key-hints.tsx';
import { MeasureSwitch } from './measure-switch.tsx';
import { selectionWords } from './selection-words.ts';
import type { SheetSession } from './sheet-session.ts';
import { bookCell, type Guide, useEntry } from './use-entry.ts';
import { useReview } from './use-review.ts';
import { useSession } from './use-session.ts';
import { useWideWindow } from './use-wide-window.ts';

interface EntryPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  readonly sheet: SheetDefinition;
  readonly guide: Guide;
  readonly onUnsaved: () => void;
}

/** 录入: one sheet of one unit. */
export function EntryPage(props: EntryPageProps) {
  const { frame, scope, desk, sheet } = props;
  const { session, isCurrent, problem } = useSession(scope, sheet, desk, props.guide.rereads);
  if (session !== null) return <SheetPage {...props} session={session} isCurrent={isCurrent} />;
  return (
    <Shell {...frame} panel={null} status={null}>
      <PageHead title={sheet.name} detail={null}>
        {null}
      </PageHead>
      {problem && <ProblemStrip problem={problem} />}
    </Shell>
  );
}

interface SheetPageProps extends EntryPageProps {
  readonly session: SheetSession;
  readonly isCurrent: boolean;
}

/** px of the window from which grid and panel have room beside each other */
const ROOM_FOR_BOTH = 1366;

function SheetPage({ frame, scope, desk, sheet, session, isCurrent, guide, onUnsaved }: SheetPageProps) {
  useDeskState(desk);
  const entry = useEntry(session, desk, guide);
  const reviewed = useReview({ ...scope, sheet: sheet.id }, desk.revision);
  const review = reviewed?.ok ? reviewed.value : null;
  const panel = usePanel<EntryPanelId>({ standard: 'preview', keys: 'F4', openFrom: ROOM_FOR_BOTH });
  const isWide = useWideWindow();
  const [enterMoves, setEnterMoves] = usePreference('enterMoves');
  const [zoom, setZoom] = usePreference('gridZoom');
  const [widths, setWidths] = usePreference('columnWidths');
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const [isFinding, setFinding] = useState(false);
  const [noteAt, setNoteAt] = useState<BookCell | null>(null);
  const [openText, setOpenText] = useState<string | null>(null);
  const addInput = useRef<HTMLInputElement>(null);

  const { view, figures } = session;
  const { fund, measure, money, classification } = view.options;
  const { closed } = entry;
  const funds = fundViews(sheet);
  const hasCodes = sheet.rows.kind !== 'list';
  const canAdd = hasCodes && session.options.unit !== null && fund !== 'all';
  const { lines } = view;
  const shownColumns = view.columns.filter(({ wide }) => isWide || !wide);
  const totals = shownColumns.map((column) => view.shown(lines[0]?.id ?? '', column));
  const lengths = totals.map((total) => total.length).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a column is as wide as its 合计 is long
  const columns = useMemo(
    () => gridColumns(shownColumns, totals, hasCodes, widths, sheet.id),
    [view, isWide, hasCodes, widths, sheet, lengths],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines of a view are a new list when one comes or goes
  const source = useMemo(() => gridSource(session, closed), [session, view, lines, closed]);
  const search = useMemo(() => new FunctionSearch(classification), [classification]);

  useStoreOnLeaving(() => void entry.grid.current?.commitOpenCell());
  useShortcut('Ctrl+F', () => setFinding(true));
  useShortcut('Ctrl+I', () => addInput.current?.focus());
  const turnFund = (step: number) => {
    const next = funds[funds.indexOf(fund) + step];
    if (next !== undefined) entry.show(next, measure);
  };
  useShortcut('Ctrl+PageUp', () => turnFund(-1));
  useShortcut('Ctrl+PageDown', () => turnFund(1));

  function closeFinding() {
    setFinding(false);
    entry.grid.current?.focus();
  }

  function closeNote() {
    setNoteAt(null);
    entry.grid.current?.focus();
  }

  const active = selection && bookCell(session, selection.active);
  const units = frame.book.years.find(({ year }) => year === scope.year)?.units ?? [];

  return (
    <Shell
      {...frame}
      panel={
        panel.tab && (
          <EntryPanel
            tab={panel.tab}
            onTab={panel.open}
            onClose={panel.close}
            review={review}
            sheet={sheet.id}
          />
        )
      }
      status={
        <EntryStatus
          desk={desk}
          review={review}
          selection={selectionWords(session, source.lines, columns, selection)}
          zoom={zoom}
          onUnsaved={onUnsaved}
          onFindings={() => panel.open('findings')}
        />
      }
    >
      <PageHead title={sheet.name} detail={`来源 ${sheet.source}，填报 ${sheet.keeper}`}>
        <MeasureSwitch
          measures={sheet.measures}
          current={measure}
          onMeasure={(next) => entry.show(fund, next)}
        />
        {canAdd && (
          <Button
            size="small"
            aria-keyshortcuts={ariaKeys('Ctrl+I')}
            onClick={() => addInput.current?.focus()}
          >
            加科目
            <KeyHint keys="Ctrl+I" />
          </Button>
        )}
      </PageHead>
      {funds.length > 1 && (
        <FundTabs
          funds={funds}
          current={fund}
          measure={measure}
          figures={figures}
          money={money}
          onFund={(next) => entry.show(next, measure)}
        />
      )}
      {session.options.unit === null && <DepartmentStrip units={units} onUnit={frame.onUnit} />}
      {reviewed?.ok === false && <ProblemStrip problem={reviewed.error} />}
      {entry.problem && <ProblemStrip problem={entry.problem} onClose={entry.dismissProblem} />}
      {isFinding && (
        <FindBar
          find={(query) => findInSheet(view, shownColumns, query)}
          onShow={({ line, column }) =>
            entry.goTo({ line, column: column ?? (hasCodes ? 'code' : 'name'), focus: false })
          }
          onClose={closeFinding}
        />
      )}
      <div className="sheet-body" inert={!isCurrent}>
        <EntryGrid
          ref={entry.grid}
          label={`${sheet.name}录入`}
          columns={columns}
          source={source}
          enterMoves={enterMoves}
          zoom={zoom}
          beside={
            <BesideCell
              session={session}
              selection={selection}
              active={active}
              noteAt={noteAt}
              openText={openText}
              onStoreNote={entry.writeNote}
              onCloseNote={closeNote}
            />
          }
          lastLine={
            canAdd && (
              <AddRow
                ref={addInput}
                suggest={(query) => suggestRows(sheet, fund, query, classification, search)}
                onAdd={entry.addRow}
                onCancel={() => entry.grid.current?.focus()}
              />
            )
          }
          onEdit={entry.edit}
          onDiscard={entry.discard}
          onSkipped={entry.skipped}
          onUndo={() => entry.step('undo')}
          onRedo={() => entry.step('redo')}
          onToggle={({ id }) => entry.toggle(id)}
          onSelect={(next) => {
            setSelection(next);
            setNoteAt(null);
          }}
          onNote={(place) => setNoteAt(bookCell(session, place))}
          onColumnWidth={(column, width) => setWidths({ ...widths, [`${sheet.id} ${column}`]: width })}
          onZoom={setZoom}
          onEditing={setOpenText}
        />
      </div>
      <KeyHints enterMoves={enterMoves} onEnterMoves={setEnterMoves} notice={entry.notice} />
    </Shell>
  );
}
