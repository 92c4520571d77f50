import { useMemo, useState } from 'react';
import type { OpenedBook, Scope } from '../core/api.ts';
import type { Place } from '../core/checks/finding.ts';
import type { Undone } from '../core/entry/edit.ts';
import { findComputedSheet } from '../core/figures/computed-sheets.ts';
import { ADJUSTABLE_SHEETS, ADJUSTMENT_UNIT } from '../core/figures/figure.ts';
import { findSheet } from '../core/figures/sheets.ts';
import { NothingAdjusted } from './adjusting/nothing-adjusted.tsx';
import { useBookDesk } from './book/book-desk.ts';
import type { BookCell } from './book/refused-cells.ts';
import { useWays } from './book/use-ways.ts';
import { canShow, scopeOfCell } from './book/ways.ts';
import { ChecksPage } from './checks/checks-page.tsx';
import { useComparison } from './comparison/use-comparison.ts';
import { EntryPage } from './entry/entry-page.tsx';
import { firstCell } from './entry/first-cell.ts';
import { OperatingPage } from './entry/operating-page.tsx';
import type { Target } from './going/destinations.ts';
import { GoingField } from './going/going-field.tsx';
import { ImportPage } from './incoming/import-page.tsx';
import { storeEverything } from './leaving.ts';
import { OverviewPage } from './overview/overview-page.tsx';
import { useOverviews } from './overview/overviews.ts';
import { ProfilesPage } from './profiles/profiles-page.tsx';
import { RegisterPage } from './registers/register-page.tsx';
import { SetupPage } from './setup/setup-page.tsx';
import { type PageId, pageOfSheet, registerOfPage } from './shell/pages.ts';
import { goToRegion } from './shell/regions.ts';
import { figuresScope, scopeOfYear } from './shell/scope.ts';
import { Shell } from './shell/shell.tsx';
import { useShortcut } from './shortcut.ts';
import { TablesPage } from './tables/tables-page.tsx';
import type { WantedPlace } from './tables/use-wanted-cell.ts';
import { Guide } from './terms/guide.tsx';
import { useStable } from './use-stable.ts';

interface BookPageProps {
  readonly book: OpenedBook;
  readonly onClose: () => void;
  readonly onRestored: (book: OpenedBook) => void;
  readonly onChanged: (book: OpenedBook) => void;
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"]') !== null;
}

/** The grid has its own undo, a text field that of its text, and a dialog lies over the book. */
function isUndoTaken(): boolean {
  if (isDialogOpen()) return true;
  const focused = document.activeElement;
  // the search field of a switch that nothing was typed into is none
  if (focused instanceof HTMLInputElement && focused.value === '') return false;
  return focused?.matches('input, textarea') === true;
}

/** A department that is one unit is looked at as that unit, where it is keyed; another one as a whole. */
function firstScope({ year, units }: OpenedBook['years'][number]): Scope {
  const [first, ...others] = units;
  return { year, unit: others.length === 0 ? (first?.code ?? null) : null };
}

/** An open book: its year and unit are chosen once for all pages. */
export function BookPage({ book, onClose, onRestored, onChanged }: BookPageProps) {
  const [newest] = book.years;
  const [scope, setScope] = useState<Scope | null>(newest === undefined ? null : firstScope(newest));
  const [page, setPage] = useState<PageId>('overview');
  const [wanted, setWanted] = useState<BookCell | null>(null);
  const [wantedCell, setWantedCell] = useState<WantedPlace | null>(null);
  const [rereads, setRereads] = useState(0);
  const desk = useBookDesk();
  // the pages that are no sheets have nothing of the 差额表 alone
  const seen = useMemo(() => scope && figuresScope(scope), [scope]);
  const overviews = useOverviews(seen, desk);
  const comparison = useComparison(seen, desk);

  const ways = useWays(book, scope, desk, goTo);
  const setYear = useStable((year: number) => setScope((old) => scopeOfYear(book, year, old?.unit ?? null)));
  const setUnit = useStable((unit: string | null) => {
    desk.memory.awaitsFocus = true;
    setScope((old) => old && { ...old, unit });
  });
  const onPage = useStable(leavePage);
  const onTarget = useStable(goToTarget);
  const going = useMemo(
    () => scope && <GoingField book={book} scope={scope} onGo={onTarget} />,
    [book, scope, onTarget],
  );

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

  function goToTarget(target: Target) {
    if (target.kind === 'page') {
      leavePage(target.page);
    } else if (target.kind === 'unit') {
      storeEverything();
      setUnit(target.unit);
    } else if (target.kind === 'cell') showCell(target.cell);
    else {
      setWantedCell(target);
      leavePage('tables');
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

  // on its own page, 检查 runs them again
  useShortcut('F9', () => {
    if (scope !== null && page !== 'checks' && !isDialogOpen()) leavePage('checks');
  });
  useShortcut('F6', () => isDialogOpen() || goToRegion(1));
  useShortcut('Shift+F6', () => isDialogOpen() || goToRegion(-1));

  function leavePage(next: PageId) {
    storeEverything();
    // of a sheet, its grid has the keyboard then
    desk.memory.awaitsFocus = true;
    setPage(next);
  }

  const frame = {
    book,
    scope,
    page: scope === null ? null : page,
    overviews,
    going,
    onPage,
    onYear: setYear,
    onUnit: setUnit,
    onClose,
    onRestored,
    onPrintedOtherwise: (changed: OpenedBook) => {
      desk.printedOtherwise();
      onChanged(changed);
    },
  };

  return (
    <>
      {shownPage()}
      {scope !== null && <Guide page={page} onPage={onPage} />}
    </>
  );

  function shownPage() {
    if (scope === null || seen === null) {
      return (
        <Shell {...frame} panel={null} status={null}>
          <p className="empty-book">
            这本账簿里还没有任何年度的数，公开表无从算起，先导入批复后的数字再打开。
          </p>
        </Shell>
      );
    }
    if (page === 'profiles') {
      return <ProfilesPage frame={frame} scope={seen} desk={desk} onUnsaved={showUnsaved} />;
    }
    if (page === 'checks') {
      return <ChecksPage frame={frame} scope={seen} desk={desk} ways={ways} onUnsaved={showUnsaved} />;
    }
    const own = { frame, scope: seen, desk, onUnsaved: showUnsaved };
    if (page === 'overview') return <OverviewPage {...own} overviews={overviews} ways={ways} />;
    if (page === 'import') return <ImportPage {...own} onTaken={() => setRereads((count) => count + 1)} />;
    const register = registerOfPage(page);
    if (register !== null) return <RegisterPage {...own} key={page} register={register} />;
    if (page === 'setup') return <SetupPage {...own} />;
    const computed = findComputedSheet(page);
    const sheet = findSheet(page);
    const name = (computed ?? sheet)?.name;
    if (scope.unit === ADJUSTMENT_UNIT && name !== undefined && !ADJUSTABLE_SHEETS.includes(page)) {
      return <NothingAdjusted frame={frame} name={name} desk={desk} onUnsaved={showUnsaved} />;
    }
    if (computed !== undefined) return <OperatingPage {...own} key={page} sheet={computed} />;
    if (sheet === undefined) {
      return (
        <TablesPage
          frame={frame}
          scope={seen}
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
}
