import type { Scope } from '../../core/api.ts';
import type { BookDesk } from '../book/book-desk.ts';
import type { BookCell } from '../book/refused-cells.ts';
import type { FindingWays } from '../book/ways.ts';
import { PageHead } from '../shell/page-head.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';

interface OverviewPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  readonly ways: FindingWays;
  /** goes to a cell that is to be keyed */
  readonly onCell: (cell: BookCell) => void;
  readonly onUnsaved: () => void;
}

/** 总览: how far the year is, and what is best done next. */
export function OverviewPage({ frame }: OverviewPageProps) {
  return (
    <Shell {...frame} panel={null} status={null}>
      <PageHead title="总览" detail={null}>
        {null}
      </PageHead>
    </Shell>
  );
}
