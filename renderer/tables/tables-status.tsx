import type { TablesPage } from '../../core/api.ts';
import type { Origin } from '../../core/tables/origin.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { CheckStatus } from '../shell/check-status.tsx';
import { SavedStatus } from '../shell/saved-status.tsx';

interface TablesStatusProps {
  readonly desk: BookDesk;
  readonly page: TablesPage | null;
  /** of the selected number; `null`: none is selected */
  readonly origin: Origin | null;
  readonly scale: number | null;
  readonly onUnsaved: () => void;
  readonly onFindings: () => void;
}

export function TablesStatus({ desk, page, origin, scale, onUnsaved, onFindings }: TablesStatusProps) {
  return (
    <>
      <SavedStatus desk={desk} onUnsaved={onUnsaved} />
      {page && <CheckStatus checked={page} onFindings={onFindings} />}
      <span className="status-cell">
        {origin && (
          <>
            <span className="status-path" title={origin.path.join(' › ')}>
              {origin.path.join(' › ')}
            </span>
            <span>{origin.exactYuan === '' ? '空' : `精确值 ${origin.exactYuan} 元`}</span>
          </>
        )}
      </span>
      <span className="status-part">本机账簿，不联网</span>
      <span className="status-part">万元</span>
      {scale !== null && <span className="status-part">{Math.round(scale * 100)}%</span>}
    </>
  );
}
