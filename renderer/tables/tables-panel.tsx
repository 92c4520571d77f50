import type { TablesPage } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import type { Result } from '../../core/result.ts';
import type { Origin } from '../../core/tables/origin.ts';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import { type PanelTab, SidePanel } from '../shell/side-panel.tsx';
import type { Panel } from '../shell/use-panel.ts';
import { OriginPanel } from './origin-panel.tsx';

export type PanelId = 'findings' | 'origin';

interface TablesPanelProps {
  readonly panel: Panel<PanelId>;
  readonly page: TablesPage;
  readonly origin: Result<Origin, Problem> | null;
}

export function TablesPanel({ panel, page, origin }: TablesPanelProps) {
  const tabs: readonly PanelTab<PanelId>[] = [
    { id: 'findings', name: '检查', count: page.findings.length },
    { id: 'origin', name: '来历', count: 0 },
  ];
  return (
    <SidePanel
      label="检查和来历"
      keys="Ctrl+E"
      tabs={tabs}
      current={panel.tab ?? 'origin'}
      onTab={panel.open}
      onClose={panel.close}
    >
      {panel.tab === 'findings' ? (
        <FindingsPanel findings={page.findings} controlled={page.controlled} />
      ) : (
        <OriginPanel reply={origin} />
      )}
    </SidePanel>
  );
}
