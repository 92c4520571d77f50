import { ADJUSTABLE_SHEETS } from '../../core/figures/figure.ts';
import { findSheet } from '../../core/figures/sheets.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { SheetTabs } from '../entry/sheet-tabs.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { pageOfSheet } from '../shell/pages.ts';
import { SavedStatus } from '../shell/saved-status.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';

interface NothingAdjustedProps {
  readonly frame: BookFrame;
  /** 名称 of the sheet */
  readonly name: string;
  readonly desk: BookDesk;
  readonly onUnsaved: () => void;
}

/** A sheet from which the 差额表 eliminates nothing, and where it does. */
export function NothingAdjusted({ frame, name, desk, onUnsaved }: NothingAdjustedProps) {
  const sheets = ADJUSTABLE_SHEETS.flatMap((id) => {
    const [sheet, page] = [findSheet(id), pageOfSheet(id)];
    return sheet === undefined || page === null ? [] : [{ page, name: sheet.name }];
  });
  return (
    <Shell
      {...frame}
      panel={null}
      status={
        <>
          <SavedStatus desk={desk} onUnsaved={onUnsaved} />
          <span className="status-cell" />
          <span className="status-part">本机账簿，不联网</span>
        </>
      }
    >
      <PageHead title={name} detail="差额表">
        {null}
      </PageHead>
      {frame.page && <SheetTabs page={frame.page} desk={desk} onPage={frame.onPage} />}
      <div className="nothing-adjusted">
        <p>
          “{name}”里没有要抵销的。差额表只抵销单位之间的非财政拨款往来，在这两张录入表里录：
          {sheets.map((sheet) => (
            <button
              key={sheet.page}
              type="button"
              className="link"
              onClick={() => {
                desk.memory.awaitsFocus = true;
                frame.onPage(sheet.page);
              }}
            >
              {sheet.name}
            </button>
          ))}
        </p>
        <p>
          看这张表的合计，选
          <button type="button" className="link" onClick={() => frame.onUnit(null)}>
            部门汇总
          </button>
          。
        </p>
      </div>
    </Shell>
  );
}
