import type { ReactNode } from 'react';
import type { Scope, TablesPage } from '../../core/api.ts';
import { isOpen } from '../../core/checks/finding.ts';
import type { Problem } from '../../core/problems.ts';
import type { Result } from '../../core/result.ts';
import type { Origin } from '../../core/tables/origin.ts';
import type { FindingWays } from '../book/ways.ts';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import type { PageId } from '../shell/pages.ts';
import { type PanelTab, SidePanel } from '../shell/side-panel.tsx';
import type { Panel } from '../shell/use-panel.ts';
import { OriginPanel } from './origin-panel.tsx';
import { unconfirmedPoints } from './table-name.ts';

export type PanelId = 'findings' | 'origin' | 'layout' | 'comparison';

interface TablesPanelProps {
  readonly panel: Panel<PanelId>;
  /** what is chosen */
  readonly scope: Scope;
  /** false: the page is still that of the scope chosen before */
  readonly isCurrent: boolean;
  readonly page: TablesPage;
  readonly origin: Result<Origin, Problem> | null;
  readonly layout: ReactNode;
  readonly ways: FindingWays;
  readonly onPage: (page: PageId) => void;
  /** `null`: the tables were not compared with any */
  readonly comparison: { readonly count: number; readonly content: ReactNode } | null;
}

export function TablesPanel(props: TablesPanelProps) {
  const { panel, scope, isCurrent, page, origin, layout, ways, onPage, comparison } = props;
  const points = unconfirmedPoints(page.pack);
  const tabs: PanelTab<PanelId>[] = [
    { id: 'findings', name: '检查', count: page.findings.filter(isOpen).length },
    { id: 'origin', name: '来历', count: 0 },
    ...(points > 0 ? [{ id: 'layout', name: '版式', count: points } as const] : []),
    ...(comparison ? [{ id: 'comparison', name: '核对', count: comparison.count } as const] : []),
  ];
  // what a tab showed may be gone: another unit was not compared, another format is confirmed
  const current = tabs.find(({ id }) => id === panel.tab)?.id ?? 'origin';
  const contents: Readonly<Record<PanelId, ReactNode>> = {
    findings: (
      // nothing is written about a finding of the scope before as if it were of the new one
      <div key={`${scope.year} ${scope.unit}`} inert={!isCurrent}>
        <FindingsPanel report={page} sheet={null} onPage={onPage} {...ways} />
      </div>
    ),
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
