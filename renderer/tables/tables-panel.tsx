import type { ReactNode } from 'react';
import type { TablesPage } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import type { Result } from '../../core/result.ts';
import type { Origin } from '../../core/tables/origin.ts';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import { type PanelTab, SidePanel } from '../shell/side-panel.tsx';
import type { Panel } from '../shell/use-panel.ts';
import { OriginPanel } from './origin-panel.tsx';
import { unconfirmedPoints } from './table-name.ts';

export type PanelId = 'findings' | 'origin' | 'layout' | 'comparison';

interface TablesPanelProps {
  readonly panel: Panel<PanelId>;
  readonly page: TablesPage;
  readonly origin: Result<Origin, Problem> | null;
  readonly layout: ReactNode;
  /** `null`: the tables were not compared with any */
  readonly comparison: { readonly count: number; readonly content: ReactNode } | null;
}

export function TablesPanel({ panel, page, origin, layout, comparison }: TablesPanelProps) {
  const points = unconfirmedPoints(page.pack);
  const tabs: PanelTab<PanelId>[] = [
    { id: 'findings', name: '检查', count: page.findings.length },
    { id: 'origin', name: '来历', count: 0 },
    ...(points > 0 ? [{ id: 'layout', name: '版式', count: points } as const] : []),
    ...(comparison ? [{ id: 'comparison', name: '核对', count: comparison.count } as const] : []),
  ];
  // what a tab showed may be gone: another unit was not compared, another format is confirmed
  const current = tabs.find(({ id }) => id === panel.tab)?.id ?? 'origin';
  const contents: Readonly<Record<PanelId, ReactNode>> = {
    findings: <FindingsPanel findings={page.findings} controlled={page.controlled} />,
    origin: <OriginPanel reply={origin} />,
    layout,
    comparison: comparison?.content,
  };
  return (
    <SidePanel
      label={tabs.map(({ name }) => name).join('、')}
      keys="Ctrl+E"
      tabs={tabs}
      current={current}
      onTab={panel.open}
      onClose={panel.close}
    >
      {contents[current]}
    </SidePanel>
  );
}
