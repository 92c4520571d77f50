import type { PageId } from '../shell/pages.ts';

/** The pages that show the department where the 差额表 is chosen. */
const SHOW_DEPARTMENT: readonly PageId[] = ['overview', 'checks', 'tables'];

/** The 差额表 is chosen, and the page shows the department. */
export function AdjustingStrip({ page }: { readonly page: PageId | null }) {
  if (page === null || !SHOW_DEPARTMENT.includes(page)) return null;
  return (
    <div className="strip adjusting-strip">
      <p>上面选的是差额表，它只有收入和支出两张录入表。这一页看的是部门汇总，差额表的数已经算在里面。</p>
    </div>
  );
}
