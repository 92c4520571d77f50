import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { Scope } from '../../core/api.ts';
import { FunctionSearch } from '../../core/classification/search.ts';
import { findInSheet } from '../../core/entry/find.ts';
import { keyedElsewhere } from '../../core/entry/sheet-columns.ts';
import { suggestRows } from '../../core/entry/suggest-rows.ts';
import { DEPARTMENT_UNIT } from '../../core/figures/figure.ts';
import type { SheetDefinition } from '../../core/figures/sheets.ts';
import { type BookDesk, useDeskState } from '../book/book-desk.ts';
import type { BookCell } from '../book/refused-cells.ts';
import type { FindingWays } from '../book/ways.ts';
import { EntryGrid } from '../entry-grid/entry-grid.tsx';
import type { GridSelection } from '../entry-grid/grid-types.ts';
import { countsBySheet } from '../findings/counts.ts';
import { useFindingSteps } from '../findings/use-finding-steps.ts';
import { useStoreOnLeaving } from '../leaving.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { usePreference } from '../preferences.ts';
import { PageHead } from '../shell/page-head.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';
import { ariaKeys, useShortcut } from '../shortcut.ts';
import { AddRow, addRowWords } from './add-row.tsx';
import { BesideCell } from './beside-cell.tsx';
import { DepartmentStrip } from './department-strip.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { EntryStatus } from './entry-status.tsx';
import { FindBar } from './find-bar.tsx';
import { FundTabs, fundViews } from './fund-tabs.tsx';
import { KeyHints } from './key-hints.tsx';
import { MeasureSwitch } from './measure-switch.tsx';
import { selectionWords } from './selection-words.ts';
import type { SheetSession } from './sheet-session.ts';
import { bookCell, type Guide, useEntry } from './use-entry.ts';
import { useEntryPanel } from './use-entry-panel.ts';
import { useMarks } from './use-marks.ts';
import { useReview } from './use-review.ts';
import { useSession } from './use-session.ts';
import { useSheetGrid } from './use-sheet-grid.ts';

interface EntryPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  readonly sheet: SheetDefinition;
  readonly guide: Guide;
  readonly ways: FindingWays;
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

function SheetPage(props: SheetPageProps) {
  const { frame, scope, desk, sheet, session, isCurrent, guide, onUnsaved } = props;
  useDeskState(desk);
  const { reply, report } = useReview({ ...scope, sheet: sheet.id }, desk);
  const marks = useMarks(session, report);
  const entry = useEntry(session, desk, guide, marks);
  const panel = useEntryPanel(report, sheet.id);
  const counts = useMemo(() => report && countsBySheet(report), [report]);
  useFindingSteps(report, sheet.id, {
    ...props.ways,
    onSelect: (key) => {
      panel.open('findings');
      props.ways.onSelect(key);
    },
  });
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
  const { shownColumns, columns, source } = useSheetGrid(session, closed, widths);
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
  const elsewhere = keyedElsewhere(sheet, fund, measure);
  const origin = `来源 ${sheet.source}，填报 ${sheet.keeper}`;
  const isDepartments = session.options.unit === DEPARTMENT_UNIT;
  const units = frame.book.years.find(({ year }) => year === scope.year)?.units ?? [];

  return (
    <Shell
      {...frame}
      counts={counts ?? undefined}
      panel={
        panel.tab && (
          <EntryPanel
            scope={scope}
            tab={panel.tab}
            onTab={panel.open}
            onClose={panel.close}
            report={report}
            tables={reply?.ok ? reply.value.tables : null}
            sheet={sheet.id}
            ways={props.ways}
            onPage={frame.onPage}
          />
        )
      }
      status={
        <EntryStatus
          desk={desk}
          report={report}
          selection={selectionWords(session, source.lines, columns, selection)}
          zoom={zoom}
          onUnsaved={onUnsaved}
          onFindings={() => panel.open('findings')}
        />
      }
    >
      <PageHead title={sheet.name} detail={isDepartments ? `批复的部门汇总数，${origin}` : origin}>
        {sheet.measures.length > 1 && (
          <MeasureSwitch
            measures={sheet.measures}
            current={measure}
            onMeasure={(next) => entry.show(fund, next)}
          />
        )}
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
          sheet={sheet}
          funds={funds}
          current={fund}
          measure={measure}
          figures={figures}
          money={money}
          onFund={(next) => entry.show(next, measure)}
        />
      )}
      {session.options.unit === null && <DepartmentStrip units={units} onUnit={frame.onUnit} />}
      {elsewhere !== null && <p className="strip elsewhere">{elsewhere}，这里不录，也不计入本表的合计。</p>}
      {reply?.ok === false && <ProblemStrip problem={reply.error} />}
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
                words={addRowWords(sheet)}
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
          // a note belongs to a unit's cell
          onNote={(place) => setNoteAt(isDepartments ? null : bookCell(session, place))}
          onColumnWidth={(column, width) => setWidths({ ...widths, [`${sheet.id} ${column}`]: width })}
          onZoom={setZoom}
          onEditing={setOpenText}
        />
      </div>
      <KeyHints
        hasFunds={funds.length > 1}
        hasNotes={!isDepartments}
        enterMoves={enterMoves}
        onEnterMoves={setEnterMoves}
        notice={entry.notice}
      />
    </Shell>
  );
}
