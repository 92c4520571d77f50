import { type PanelTab, SidePanel } from '../shell/side-panel.tsx';
import type { Panel } from '../shell/use-panel.ts';
import { FindingsPanel } from '../tables/findings-panel.tsx';
import { Preview } from './preview.tsx';
import type { Review } from './use-review.ts';

export type EntryPanelId = 'findings' | 'preview';

interface EntryPanelProps {
  readonly panel: Panel<EntryPanelId>;
  readonly review: Review;
  readonly sheet: string;
}

export function EntryPanel({ panel, review, sheet }: EntryPanelProps) {
  const { page, before } = review;
  const tabs: readonly PanelTab<EntryPanelId>[] = [
    { id: 'findings', name: '检查', count: page?.findings.length ?? 0 },
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
      {page &&
        (panel.tab === 'findings' ? (
          <FindingsPanel findings={page.findings} controlled={page.controlled} />
        ) : (
          <Preview pack={page.pack} before={before} sheet={sheet} />
        ))}
    </SidePanel>
  );
}
