import type { CheckReport } from '../../core/checks/check-year.ts';
import { MONEY_NAMES } from '../../core/entry/refusal.ts';
import type { MoneyUnit } from '../../core/money/fen.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { CheckStatus } from '../shell/check-status.tsx';
import { SavedStatus } from '../shell/saved-status.tsx';

interface EntryStatusProps {
  readonly desk: BookDesk;
  /** `null` until it is computed */
  readonly report: CheckReport | null;
  /** address or sum of what is selected */
  readonly selection: string;
  readonly money: MoneyUnit;
  readonly zoom: number;
  readonly onUnsaved: () => void;
  readonly onFindings: () => void;
}

export function EntryStatus({
  desk,
  report,
  selection,
  money,
  zoom,
  onUnsaved,
  onFindings,
}: EntryStatusProps) {
  return (
    <>
      <SavedStatus desk={desk} onUnsaved={onUnsaved} />
      {report && <CheckStatus checked={report} onFindings={onFindings} />}
      <output className="status-cell" aria-label="选中的格">
        <span className="status-path" title={selection}>
          {selection}
        </span>
      </output>
      <span className="status-part">本机账簿，不联网</span>
      <span className="status-part">{MONEY_NAMES[money]}</span>
      <span className="status-part">{Math.round(zoom * 100)}%</span>
    </>
  );
}
