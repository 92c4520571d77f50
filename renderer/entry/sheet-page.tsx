import { useMemo, useRef, useState } from 'react';
import { findInSheet } from '../../core/entry/find.ts';
import { keyedElsewhere } from '../../core/entry/sheet-columns.ts';
import { ADJUSTMENT_UNIT, DEPARTMENT_UNIT } from '../../core/figures/figure.ts';
import { namingColumn } from '../../core/figures/free-row.ts';
import { hasCodes as sheetHasCodes } from '../../core/figures/sheets.ts';
import { AdjustingBar } from '../adjusting/adjusting-bar.tsx';
import { useDeskState } from '../book/book-desk.ts';
import type { BookCell } from '../book/refused-cells.ts';
import { EntryGrid } from '../entry-grid/entry-grid.tsx';
import type { CellPlace, GridSelection } from '../entry-grid/grid-types.ts';
import { countsBySheet } from '../findings/counts.ts';
import { useFindingSteps } from '../findings/use-finding-steps.ts';
import { useStoreOnLeaving } from '../leaving.ts';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { usePreference } from '../preferences.ts';
import { figuresScope } from '../shell/scope.ts';
import { Shell } from '../shell/shell.tsx';
import { useShortcut } from '../shortcut.ts';
import { useTermPlace } from '../terms/focused-term.ts';
import { AddLine } from './add-line.tsx';
import { BesideCell } from './beside-cell.tsx';
import { chosenCells } from './chosen-cells.ts';
import { DepartmentStrip } from './department-strip.tsx';
import { EmptySheet } from './empty-sheet.tsx';
import type { EntryPageProps } from './entry-page.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { EntryStatus } from './entry-status.tsx';
import { FindBar } from './find-bar.tsx';
import { FundTabs, fundViews } from './fund-tabs.tsx';
import { KeyHints } from './key-hints.tsx';
import { selectionWords } from './selection-words.ts';
import { SheetHead } from './sheet-head.tsx';
import type { SheetSession } from './sheet-session.ts';
import { SheetTabs, useAwaitedFocus } from './sheet-tabs.tsx';
import { UnitQuestion } from './unit-question.tsx';
import { bookCell, useEntry } from './use-entry.ts';
import { useEntryPanel } from './use-entry-panel.ts';
import { useMarks } from './use-marks.ts';
import { useReview } from './use-review.ts';
import { useSheetGrid } from './use-sheet-grid.ts';
import { useTurning } from './use-turning.ts';

interface SheetPageProps extends EntryPageProps {
  readonly session: SheetSession;
  readonly isCurrent: boolean;
}

/** A sheet that has been read. */
export function SheetPage(props: SheetPageProps) {
  const { frame, scope, desk, sheet, session, isCurrent, guide, onUnsaved } = props;
  useDeskState(desk);
  const seen = figuresScope(scope);
  const { reply, report } = useReview({ ...seen, sheet: sheet.id }, desk);
  const marks = useMarks(session, report);
  const entry = useEntry(session, desk, guide, marks);
  const panel = useEntryPanel(report, sheet.id, desk.memory);
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
  const [shown, setShown] = usePreference('shownColumns');
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const [isFinding, setFinding] = useState(false);
  const [noteAt, setNoteAt] = useState<BookCell | null>(null);
  const [openText, setOpenText] = useState<string | null>(null);
  const addInput = useRef<HTMLInputElement>(null);

  const { view, figures } = session;
  const { fund, measure, money, classification } = view.options;
  const { closed } = entry;
  const funds = fundViews(sheet, session.options.unit);
  const hasCodes = sheetHasCodes(sheet);
  const naming = namingColumn(sheet);
  const { isLocked } = session.options;
  const canAdd = sheet.rows.kind !== 'list' && session.options.unit !== null && !isLocked && fund !== 'all';
  const { shownColumns, columns, source } = useSheetGrid(session, closed, { widths, shown });

  useStoreOnLeaving(() => void entry.grid.current?.commitOpenCell());
  useTermPlace(() => ({
    fund,
    measure,
    row: selection?.active.line,
    column: selection?.active.column,
  }));
  useShortcut('Ctrl+F', () => setFinding(true));
  useShortcut('Ctrl+I', addRow);
  useAwaitedFocus(desk, () => entry.grid.current?.focus());
  useTurning({ sheet, funds, fund, measure, onShow: entry.show });

  function addRow() {
    addInput.current?.focus();
  }

  function focusGrid() {
    entry.grid.current?.focus();
  }

  function closeFinding() {
    setFinding(false);
    focusGrid();
  }

  function closeNote() {
    setNoteAt(null);
    focusGrid();
  }

  // who looked for a line goes on keying in it
  const headColumn =
    shownColumns.find(({ keyed }) => keyed !== null)?.id ?? (hasCodes ? 'code' : (naming?.id ?? 'name'));
  const isText = (place: CellPlace) => session.at(place)?.column.kind === 'text';
  const active = selection && bookCell(session, selection.active);
  const elsewhere = keyedElsewhere(sheet, fund, measure);
  const { unit } = session.options;
  const isAdjusting = unit === ADJUSTMENT_UNIT;
  // a note belongs to a unit's cell; in the 差额表 the reason is one
  const hasNotes = !isAdjusting && !isLocked && unit !== DEPARTMENT_UNIT;
  const units = frame.book.years.find(({ year }) => year === scope.year)?.units ?? [];

  return (
    <Shell
      {...frame}
      counts={counts ?? undefined}
      panel={
        panel.tab && (
          <EntryPanel
            scope={seen}
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
          money={money}
          zoom={zoom}
          onUnsaved={onUnsaved}
          onFindings={() => panel.open('findings')}
        />
      }
    >
      <SheetHead
        sheet={sheet}
        unit={unit}
        measure={measure}
        onMeasure={(next) => entry.show(fund, next)}
        columns={view.columns}
        isShown={(column) => shownColumns.includes(column)}
        onShown={({ id }, isShown) => setShown({ ...shown, [`${sheet.id} ${id}`]: isShown })}
        onAdd={canAdd ? addRow : null}
      />
      {frame.page && <SheetTabs page={frame.page} desk={desk} onPage={frame.onPage} />}
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
      {isAdjusting && !isLocked && (
        <AdjustingBar
          session={session}
          desk={desk}
          entry={entry}
          units={units}
          isCurrent={isCurrent}
          chosen={chosenCells(session, source.lines, columns, selection)}
        />
      )}
      {unit === null && <DepartmentStrip sheet={sheet} units={units} onUnit={frame.onUnit} />}
      {elsewhere !== null && <p className="strip elsewhere">{elsewhere}，这里不录。</p>}
      {reply?.ok === false && <ProblemStrip problem={reply.error} />}
      {entry.problem && <ProblemStrip problem={entry.problem} onClose={entry.dismissProblem} />}
      {entry.question && <UnitQuestion doubt={entry.question} money={money} onAnswer={entry.answer} />}
      {isFinding && (
        <FindBar
          find={(query) => findInSheet(view, shownColumns, query)}
          onShow={({ line, column }) => entry.goTo({ line, column: column ?? headColumn, focus: false })}
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
              <AddLine
                ref={addInput}
                sheet={sheet}
                fund={fund}
                classification={classification}
                onAdd={entry.addRow}
                onAddNamed={entry.addNamedRow}
                onCancel={focusGrid}
              />
            )
          }
          emptyBody={
            view.lines.every(({ row }) => row === null) ? (
              <EmptySheet sheet={sheet} fund={fund} unit={unit} onAdd={addRow} onPage={frame.onPage} />
            ) : undefined
          }
          onDeleteRows={entry.deleteRows}
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
          onNote={(place) => setNoteAt(hasNotes && !isText(place) ? bookCell(session, place) : null)}
          onColumnWidth={(column, width) => setWidths({ ...widths, [`${sheet.id} ${column}`]: width })}
          onZoom={setZoom}
          onEditing={setOpenText}
        />
      </div>
      <KeyHints
        hasFunds={funds.length > 1}
        hasMeasures={sheet.measures.length > 1}
        isKeyed={unit !== null && !isLocked && fund !== 'all'}
        hasNotes={hasNotes}
        hasOwnRows={naming !== undefined}
        enterMoves={enterMoves}
        onEnterMoves={setEnterMoves}
        notice={entry.notice}
      />
    </Shell>
  );
}
