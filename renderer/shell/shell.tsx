import { memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { OpenedBook, Scope } from '../../core/api.ts';
import { ADJUSTMENT_UNIT } from '../../core/figures/figure.ts';
import { AdjustingStrip } from '../adjusting/adjusting-strip.tsx';
import type { CountsByPage } from '../findings/counts.ts';
import type { Overviews } from '../overview/overviews.ts';
import { TopBar } from '../parts/top-bar.tsx';
import { BookMenu } from './book-menu.tsx';
import { Navigation } from './navigation.tsx';
import type { PageId } from './pages.ts';
import { ScopeSwitch } from './scope-switch.tsx';

/** What every page of a book hands on to the frame around it. */
export interface BookFrame {
  readonly book: OpenedBook;
  /** `null`: the book is empty */
  readonly scope: Scope | null;
  readonly page: PageId | null;
  /** how far the year is, for the marks beside the sequence */
  readonly overviews: Overviews;
  /** 转到 in the bar; `null`: the book is empty */
  readonly going: ReactNode;
  readonly onPage: (page: PageId) => void;
  readonly onYear: (year: number) => void;
  readonly onUnit: (unit: string | null) => void;
  readonly onClose: () => void;
  /** a copy has taken the place of the book */
  readonly onRestored: (book: OpenedBook) => void;
  /** the same book, printed in another format, or with other units or years */
  readonly onPrintedOtherwise: (book: OpenedBook) => void;
}

interface ShellProps extends BookFrame {
  readonly children: ReactNode;
  readonly panel: ReactNode;
  readonly status: ReactNode;
  /** what waits at each page; absent until it is computed */
  readonly counts?: CountsByPage | undefined;
  /** what is shown belongs to the unit or year chosen before; the new one is on its way */
  readonly stale?: boolean;
}

/** The frame of a book: bar, sequence of work, page, panel, status. Only the page inside scrolls. */
export function Shell(props: ShellProps) {
  const { book, scope, page, going, onPage, onYear, onUnit, onClose, onRestored } = props;
  const { children, panel, status, counts, stale, overviews } = props;
  const main = useRef<HTMLElement>(null);
  // what led here went away with its page, unit or year: the keyboard goes on in the new one
  // biome-ignore lint/correctness/useExhaustiveDependencies: as they change
  useLayoutEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [scope, page]);
  // not by :has() in the style sheet: every change in the page would have to be looked at for it
  const state = [panel ? 'with-panel' : '', stale ? 'stale' : ''].join(' ');
  return (
    <div className={`shell ${state}`}>
      <title>{`${book.name} - 明账`}</title>
      <BookBar
        book={book}
        scope={scope}
        going={going}
        onPage={onPage}
        onYear={onYear}
        onUnit={onUnit}
        onClose={onClose}
        onRestored={onRestored}
      />
      <Navigation page={page} onPage={onPage} counts={counts} overviews={overviews} />
      <main ref={main} className="page" tabIndex={-1}>
        {scope?.unit === ADJUSTMENT_UNIT && <AdjustingStrip page={page} />}
        {children}
      </main>
      {panel}
      <footer className="status-bar" tabIndex={-1}>
        {status}
      </footer>
    </div>
  );
}

type BookBarProps = Pick<
  BookFrame,
  'book' | 'scope' | 'going' | 'onPage' | 'onYear' | 'onUnit' | 'onClose' | 'onRestored'
>;

/** Memoized: its switches cost more to draw than a keyed cell. */
const BookBar = memo(function BookBar(props: BookBarProps) {
  const { book, scope, going, onPage, onYear, onUnit, onClose, onRestored } = props;
  return (
    <TopBar
      end={
        <>
          {going}
          <button type="button" className="close-book" title="回到起始页" onClick={onClose}>
            关闭账簿
          </button>
        </>
      }
    >
      <BookMenu
        book={book}
        onSetup={scope && (() => onPage('setup'))}
        onProfiles={scope && (() => onPage('profiles'))}
        onClose={onClose}
        onRestored={onRestored}
      />
      {scope && <ScopeSwitch book={book} scope={scope} onYear={onYear} onUnit={onUnit} />}
    </TopBar>
  );
});
