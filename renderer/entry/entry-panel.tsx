import type { Review } from '../../core/api.ts';
import { type PanelTab, SidePanel } from '../shell/side-panel.tsx';
import type { Panel } from '../shell/use-panel.ts';
import { FindingsPanel } from '../tables/findings-panel.tsx';
import { Preview } from './preview.tsx';

export type EntryPanelId = 'findings' | 'preview';

interface EntryPanelProps {
  readonly panel: Panel<EntryPanelId>;
  /** `null` until it is computed */
  readonly review: Review | null;
  readonly sheet: string;
}

export function EntryPanel({ panel, review, sheet }: EntryPanelProps) {
  const tabs: readonly PanelTab<EntryPanelId>[] = [
    { id: 'findings', name: '检查', count: review?.findings.length ?? 0 },
    { id: 'preview', name: '预览', count: 0 },
  ];
  return (
    <SidePanel
      label="检查和预览"
      keys="F4"
      tabs={tabs}
      current={panel.tab ?? 'preview'}
      onTab={panel.open}
      onClose={panel.close}
    >
      {review &&
        (panel.tab === 'findings' ? (
          <FindingsPanel findings={review.findings} controlled={review.controlled} />
        ) : (
          <Preview tables={review.tables} sheet={sheet} />
        ))}
    </SidePanel>
  );
}
