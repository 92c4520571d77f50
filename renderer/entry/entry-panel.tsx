import { memo } from 'react';
import type { Scope } from '../../core/api.ts';
import type { CheckReport } from '../../core/checks/check-year.ts';
import { isOpen } from '../../core/checks/finding.ts';
import type { PreviewTable } from '../../core/tables/preview.ts';
import type { FindingWays } from '../book/ways.ts';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import type { PageId } from '../shell/pages.ts';
import { type PanelTab, SidePanel } from '../shell/side-panel.tsx';
import { Preview } from './preview.tsx';

export type EntryPanelId = 'findings' | 'preview';

interface EntryPanelProps {
  readonly scope: Scope;
  readonly tab: EntryPanelId;
  readonly onTab: (tab: EntryPanelId) => void;
  readonly onClose: () => void;
  /** `null` until it is computed */
  readonly report: CheckReport | null;
  /** those that the sheet feeds; `null` until they are computed */
  readonly tables: readonly PreviewTable[] | null;
  readonly sheet: string;
  readonly ways: FindingWays;
  readonly onPage: (page: PageId) => void;
}

/** Memoized: it changes when a review comes, not with every cell. */
export const EntryPanel = memo(function EntryPanel(props: EntryPanelProps) {
  const { scope, tab, onTab, onClose, report, tables, sheet, ways, onPage } = props;
  const tabs: readonly PanelTab<EntryPanelId>[] = [
    { id: 'findings', name: '检查', count: report?.findings.filter(isOpen).length ?? 0 },
    { id: 'preview', name: '预览', count: 0 },
  ];
  return (
    <SidePanel
      label="检查和预览"
      keys="F4"
      tabs={tabs}
      current={tab}
      wide={tab === 'preview'}
      onTab={onTab}
      onClose={onClose}
    >
      {tab === 'findings' && report && (
        <FindingsPanel
          // what is being written about a finding is of one year, and its key is that of any year
          key={`${scope.year} ${scope.unit}`}
          report={report}
          sheet={sheet}
          onPage={onPage}
          {...ways}
        />
      )}
      {tab === 'preview' && tables && <Preview tables={tables} sheet={sheet} />}
    </SidePanel>
  );
});
