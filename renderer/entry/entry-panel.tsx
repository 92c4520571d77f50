import { memo } from 'react';
import type { CheckReport } from '../../core/checks/check-year.ts';
import { isOpen } from '../../core/checks/finding.ts';
import type { PreviewTable } from '../../core/tables/preview.ts';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import { type PanelTab, SidePanel } from '../shell/side-panel.tsx';
import { Preview } from './preview.tsx';

export type EntryPanelId = 'findings' | 'preview';

interface EntryPanelProps {
  readonly tab: EntryPanelId;
  readonly onTab: (tab: EntryPanelId) => void;
  readonly onClose: () => void;
  /** `null` until it is computed */
  readonly report: CheckReport | null;
  /** those that the sheet feeds; `null` until they are computed */
  readonly tables: readonly PreviewTable[] | null;
  readonly sheet: string;
}

/** Memoized: it changes when a review comes, not with every cell. */
export const EntryPanel = memo(function EntryPanel(props: EntryPanelProps) {
  const { tab, onTab, onClose, report, tables, sheet } = props;
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
        <FindingsPanel findings={report.findings} controlled={report.controlled} />
      )}
      {tab === 'preview' && tables && <Preview tables={tables} sheet={sheet} />}
    </SidePanel>
  );
});
