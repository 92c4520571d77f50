import { memo } from 'react';
import type { Review } from '../../core/api.ts';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import { type PanelTab, SidePanel } from '../shell/side-panel.tsx';
import { Preview } from './preview.tsx';

export type EntryPanelId = 'findings' | 'preview';

interface EntryPanelProps {
  readonly tab: EntryPanelId;
  readonly onTab: (tab: EntryPanelId) => void;
  readonly onClose: () => void;
  /** `null` until it is computed */
  readonly review: Review | null;
  readonly sheet: string;
}

/** Memoized: it changes when a review comes, not with every cell. */
export const EntryPanel = memo(function EntryPanel(props: EntryPanelProps) {
  const { tab, onTab, onClose, review, sheet } = props;
  const tabs: readonly PanelTab<EntryPanelId>[] = [
    { id: 'findings', name: '检查', count: review?.findings.length ?? 0 },
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
      {review &&
        (tab === 'findings' ? (
          <FindingsPanel findings={review.findings} controlled={review.controlled} />
        ) : (
          <Preview tables={review.tables} sheet={sheet} />
        ))}
    </SidePanel>
  );
});
