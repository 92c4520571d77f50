import type { OpenedBook, Scope } from '../../core/api.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { PageHead } from '../shell/page-head.tsx';
import { SavedStatus } from '../shell/saved-status.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';
import { DepartmentSection } from './department-section.tsx';
import { UnitsSection } from './units-section.tsx';
import { YearsSection } from './years-section.tsx';

interface SetupPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  readonly onUnsaved: () => void;
}

/** 单位与年度: the department, its units, and its years. */
export function SetupPage({ frame, scope, desk, onUnsaved }: SetupPageProps) {
  const { book, onPrintedOtherwise, onYear, onPage } = frame;

  function opened(changed: OpenedBook, year: number) {
    onPrintedOtherwise(changed);
    onYear(year);
  }

  return (
    <Shell
      {...frame}
      panel={null}
      status={
        <>
          <SavedStatus desk={desk} onUnsaved={onUnsaved} />
          <span className="status-cell">改动离开格子或按 Enter 即存入</span>
          <span className="status-part">本机账簿，不联网</span>
        </>
      }
    >
      <PageHead title="单位与年度" detail={<span>{book.path}</span>}>
        {null}
      </PageHead>
      <div className="setup-body">
        {/* what is typed for one year never lands in another */}
        <UnitsSection key={scope.year} book={book} year={scope.year} onStored={onPrintedOtherwise} />
        <div className="setup-side">
          <YearsSection book={book} year={scope.year} onYear={onYear} onOpened={opened} />
          <DepartmentSection
            book={book}
            onStored={onPrintedOtherwise}
            onProfiles={() => onPage('profiles')}
          />
        </div>
      </div>
    </Shell>
  );
}
