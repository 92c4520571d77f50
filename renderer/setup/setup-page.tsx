import type { Scope } from '../../core/api.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { PageHead } from '../shell/page-head.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';

interface SetupPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  readonly onUnsaved: () => void;
}

/** 单位与年度: the department, its units, and its years. */
export function SetupPage({ frame }: SetupPageProps) {
  return (
    <Shell {...frame} panel={null} status={null}>
      <PageHead title="单位与年度" detail={null}>
        {null}
      </PageHead>
    </Shell>
  );
}
