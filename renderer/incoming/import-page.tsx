import type { Scope } from '../../core/api.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { PageHead } from '../shell/page-head.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';

interface ImportPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  /** figures have gone into the book: what was read before no longer holds */
  readonly onTaken: () => void;
  readonly onUnsaved: () => void;
}

/** 导入: what files hold is looked at row by row, then taken in. */
export function ImportPage({ frame }: ImportPageProps) {
  return (
    <Shell {...frame} panel={null} status={null}>
      <PageHead title="导入" detail={null}>
        {null}
      </PageHead>
    </Shell>
  );
}
