import { useState } from 'react';
import type { OpenedBook, Scope } from '../core/api.ts';
import type { Finding, Place } from '../core/checks/finding.ts';
import type { Undone } from '../core/entry/edit.ts';
import { findSheet } from '../core/figures/sheets.ts';
import type { Problem } from '../core/problems.ts';
import { useBookDesk } from './book/book-desk.ts';
import type { BookCell } from './book/refused-cells.ts';
import { canShow, type FindingWays, scopeOfCell } from './book/ways.ts';
import { callNow } from './bridge.ts';
import { ChecksPage } from './checks/checks-page.tsx';
import { useComparison } from './comparison/use-comparison.ts';
import { EntryPage } from './entry/entry-page.tsx';
import { firstCell } from './entry/first-cell.ts';
import { ImportPage } from './incoming/import-page.tsx';
import { storeEverything } from './leaving.ts';
import { OverviewPage } from './overview/overview-page.tsx';
import { ProfilesPage } from './profiles/profiles-page.tsx';
import { SetupPage } from './setup/setup-page.tsx';
import { type PageId, pageOfSheet } from './shell/pages.ts';
import { isSameScope, scopeOfYear } from './shell/scope.ts';
import { Shell } from './shell/shell.tsx';
import { useShortcut } from './shortcut.ts';
import { TablesPage } from './tables/tables-page.tsx';
import type { TableCell } from './tables/use-wanted-cell.ts';

interface BookPageProps {
  readonly book: OpenedBook;
  readonly onClose: () => void;
  readonly onRestored: (book: OpenedBook) => void;
  readonly onChanged: (book: OpenedBook) => void;
}

/** The grid has its own undo, a text field that of its text, and a dialog lies over the book. */
function isUndoTaken(): boolean {
  if (document.querySelector('[role="dialog"]') !== null) return true;
  const focused = document.activeElement;
  // the search field of a switch that nothing was typed into is none
  if (focused instanceof HTMLInputElement && focused.value === '') return false;
  return focused?.matches('input, textarea') === true;
}

/** An open book: its year and unit are chosen once for all pages. */
export function BookPage({ book, onClose, onRestored, onChanged }: BookPageProps) {
  const [newest] = book.years;
  const [scope, setScope] = useState<Scope | null>(
    newest === undefined ? null : { year: newest.year, unit: null },
  );
  const [page, setPage] = useState<PageId>('overview');
  const [wanted, setWanted] = useState<BookCell | null>(null);
  const [wantedCell, setWantedCell] = useState<TableCell | null>(null);
  const [finding, setFinding] = useState<string | null>(null);
  const [rereads, setRereads] = useState(0);
  const desk = useBookDesk();
  const comparison = useComparison(scope, desk);

  const setYear = (year: number) => setScope((old) => scopeOfYear(book, year, old?.unit ?? null));
  const setUnit = (unit: string | null) => setScope((old) => old && { ...old, unit });

  function showCell(cell: BookCell) {
    const own = pageOfSheet(cell.sheet);
    // a sheet that has no page yet is changed all the same
    if (own === null) return;
    storeEverything();
    setWanted({ ...cell });
    setScope(scopeOfCell(cell));
    setPage(own);
  }

  function goTo(place: Place) {
    if (!canShow(book, place)) return;
    if (place.kind === 'cell') {
      setWantedCell(place);
      leavePage('tables');
    } else {
      const { kind: _, ...cell } = place;
      showCell(cell);
    }
  }

  function showStep(step: Undone | null) {
    setRereads((count) => count + 1);
    const first = step === null ? undefined : firstCell(step);
    if (step && first) showCell({ ...first, year: step.year, unit: step.unit });
  }

  function showUnsaved() {
    const [first] = desk.refused.all();
    if (first !== undefined) showCell(first.cell);
  }

  useShortcut('Ctrl+Z', () => {
    if (isUndoTaken()) return;
    if (desk.takeLastUnstored().length > 0) setRereads((count) => count + 1);
    else showStep(desk.step('undo'));
  });
  useShortcut('Ctrl+Y', () => {
    if (!isUndoTaken()) showStep(desk.step('redo'));
  });

  function leavePage(next: PageId) {
    storeEverything();
    setPage(next);
  }

  function explain({ scope: unit, explanation }: Finding, body: string): Problem | null {
    if (scope === null || unit === null || explanation === null) return null;
    const reply = callNow('writeExplanation', { year: scope.year, unit, slot: explanation.slot, body });
    if (!reply.ok) return reply.error;
    desk.explained(reply.value.state);
    return null;
  }

  const ways: FindingWays = {
    selected: finding,
    onSelect: setFinding,
    onGoTo: goTo,
    canGoTo: (place) => canShow(book, place),
    isInScope: (place) => place.kind === 'cell' || isSameScope(scopeOfCell(place), scope),
    onExplain: explain,
  };

  const frame = {
    book,
    scope,
    page: scope === null ? null : page,
    onPage: leavePage,
    onYear: setYear,
    onUnit: setUnit,
    onClose,
    onRestored,
    onPrintedOtherwise: (changed: OpenedBook) => {
      desk.printedOtherwise();
      onChanged(changed);
    },
  };

  if (scope === null) {
    return (
      <Shell {...frame} panel={null} status={null}>
        <p className="empty-book">这本账簿里还没有任何年度的数，公开表无从算起，先导入批复后的数字再打开。</p>
      </Shell>
    );
  }
  if (page === 'profiles') {
    return <ProfilesPage frame={frame} scope={scope} desk={desk} onUnsaved={showUnsaved} />;
  }
  if (page === 'checks') {
    return <ChecksPage frame={frame} scope={scope} desk={desk} ways={ways} onUnsaved={showUnsaved} />;
  }
  const own = { frame, scope, desk, onUnsaved: showUnsaved };
  if (page === 'overview') return <OverviewPage {...own} ways={ways} onCell={showCell} />;
  if (page === 'import') return <ImportPage {...own} onTaken={() => setRereads((count) => count + 1)} />;
  if (page === 'setup') return <SetupPage {...own} />;
  const sheet = findSheet(page);
  if (sheet === undefined) {
    return (
      <TablesPage
        frame={frame}
        scope={scope}
        desk={desk}
        comparison={comparison}
        ways={ways}
        wantedCell={wantedCell}
        onCellShown={() => setWantedCell(null)}
        onUnsaved={showUnsaved}
      />
    );
  }
  return (
    <EntryPage
      key={page}
      frame={frame}
      scope={scope}
      desk={desk}
      sheet={sheet}
      ways={ways}
      guide={{ rereads, wanted, onShown: () => setWanted(null), onCell: showCell }}
      onUnsaved={showUnsaved}
    />
  );
}
