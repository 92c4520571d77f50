import type { Scope } from '../../core/api.ts';
import type { SheetDefinition } from '../../core/figures/sheets.ts';
import type { BookDesk } from '../book/book-desk.ts';
import type { FindingWays } from '../book/ways.ts';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { lockOf } from '../shell/scope.ts';
import { type BookFrame, Shell } from '../shell/shell.tsx';
import { SheetPage } from './sheet-page.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import type { Guide } from './use-entry.ts';
import { useSession } from './use-session.ts';

export interface EntryPageProps {
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
  const { session, isCurrent, problem } = useSession(
    scope,
    { sheet, money: frame.book.money, isLocked: lockOf(frame.book, scope.year) !== null },
    desk,
    props.guide.rereads,
  );
  if (session !== null) return <SheetPage {...props} session={session} isCurrent={isCurrent} />;
  return (
    <Shell {...frame} panel={null} status={null}>
      <PageHead title={sheet.name} detail={null}>
        {null}
      </PageHead>
      {frame.page && <SheetTabs page={frame.page} desk={desk} onPage={frame.onPage} />}
      {problem && <ProblemStrip problem={problem} />}
    </Shell>
  );
}
