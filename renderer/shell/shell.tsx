import type { ReactNode } from 'react';
import type { OpenedBook, Scope } from '../../core/api.ts';
import { TopBar } from '../parts/top-bar.tsx';
import { Navigation } from './navigation.tsx';
import { ScopeSwitch } from './scope-switch.tsx';

/** What every page of a book hands on to the frame around it. */
export interface BookFrame {
  readonly book: OpenedBook;
  /** `null`: the book is empty */
  readonly scope: Scope | null;
  readonly onYear: (year: number) => void;
  readonly onUnit: (unit: string | null) => void;
  readonly onClose: () => void;
}

interface ShellProps extends BookFrame {
  readonly children: ReactNode;
  readonly panel: ReactNode;
  readonly status: ReactNode;
}

/** The frame of a book: bar, sequence of work, page, panel, status. Only the page inside scrolls. */
export function Shell({ book, scope, onYear, onUnit, onClose, children, panel, status }: ShellProps) {
  return (
    <div className="shell">
      <title>{`${book.name} - 明账`}</title>
      <TopBar
        end={
          <button type="button" className="close-book" title="回到起始页" onClick={onClose}>
            关闭账簿
          </button>
        }
      >
        <div className="book-name" title={book.path}>
          {book.name}
        </div>
        {scope && <ScopeSwitch book={book} scope={scope} onYear={onYear} onUnit={onUnit} />}
      </TopBar>
      <Navigation />
      <main className="page">{children}</main>
      {panel}
      <footer className="status-bar">{status}</footer>
    </div>
  );
}
