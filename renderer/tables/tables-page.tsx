import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Scope } from '../../core/api.ts';
import { pageLayout } from '../../core/page/page-layout.ts';
import { type BookDesk, useDeskState } from '../book/book-desk.ts';
import type { FindingWays } from '../book/ways.ts';
import { call } from '../bridge.ts';
import { ComparisonPanel } from '../comparison/comparison-panel.tsx';
import type { ComparisonState } from '../comparison/use-comparison.ts';
import { useShownDifference } from '../comparison/use-shown-difference.ts';
import { countsBySheet } from '../findings/counts.ts';
import { useFindingSteps } from '../findings/use-finding-steps.ts';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { isSameScope } from '../shell/scope.ts';
import { type BookFrame, Shell } from '../shell/shell.tsx';
import { usePanel } from '../shell/use-panel.ts';
import { useShortcut } from '../shortcut.ts';
import { useReply } from '../use-reply.ts';
import { ExportStrip } from './export-strip.tsx';
import { LayoutPanel } from './layout-panel.tsx';
import type { Zoom } from './paper.ts';
import { Sheet } from './sheet.tsx';
import { TableList } from './table-list.tsx';
import { TablesHead } from './tables-head.tsx';
import { type PanelId, TablesPanel } from './tables-panel.tsx';
import { TablesStatus } from './tables-status.tsx';
import { useDesk } from './use-desk.ts';
import { useExport } from './use-export.ts';
import { useSelectedNumber } from './use-selected-number.ts';
import { useShownTable } from './use-shown-table.ts';
import { useWantedCell, type WantedPlace } from './use-wanted-cell.ts';

interface TablesPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  readonly comparison: ComparisonState;
  readonly ways: FindingWays;
  /** a number that a finding leads to, or a table; `null`: none in particular */
  readonly wantedCell: WantedPlace | null;
  readonly onCellShown: () => void;
  readonly onUnsaved: () => void;
}

/** A page of tables and the panel have room beside each other. */
const ROOM_FOR_BOTH = 1600;

/** 公开表: the tables as they will be printed, and for each number where it comes from. */
export function TablesPage(props: TablesPageProps) {
  const { frame, scope, desk: book, comparison, ways, onUnsaved } = props;
  useDeskState(book);
  const question = { ...scope, revision: book.revision };
  const answered = useReply(question, ({ year, unit }) => call('tables', { year, unit }));
  const page = answered?.reply.ok ? answered.reply.value : null;
  const { model, choose } = useShownTable(page);
  const isCurrent = isSameScope(answered?.question, scope);
  const number = useSelectedNumber(isCurrent ? scope : null, model);
  const panel = usePanel<PanelId>({ standard: 'origin', keys: 'Ctrl+E', openFrom: ROOM_FOR_BOTH });
  const { open: openPanel } = panel;
  const openOrigin = useCallback(() => openPanel('origin'), [openPanel]);
  const exporting = useExport(scope);
  const report = isCurrent ? page : null;
  useFindingSteps(report, null, {
    ...ways,
    onSelect: (key) => {
      openPanel('findings');
      ways.onSelect(key);
    },
  });

  const [zoom, setZoom] = useState<Zoom>(() => (window.innerWidth >= 1600 ? 'page' : 'width'));
  const layout = useMemo(() => model && pageLayout(model), [model]);
  const desk = useDesk(zoom, model, layout);
  useShortcut('Ctrl+Shift+E', () => void exporting.start('published'));

  const shown = useShownDifference(page?.pack.tables ?? [], choose, number);
  const tables = isCurrent ? (page?.pack.tables ?? null) : null;
  useWantedCell(tables, props.wantedCell, choose, number, props.onCellShown);

  function compare() {
    // it may be open at another tab
    openPanel('comparison');
    void comparison.start();
  }

  const openProfiles = () => frame.onPage('profiles');
  const isCompared = comparison.isRunning || comparison.comparison !== null || comparison.problem !== null;
  // also on coming back from the page or unit where a difference was mended
  useEffect(() => {
    if (isCompared) openPanel('comparison');
  }, [isCompared, openPanel]);

  return (
    <Shell
      {...frame}
      stale={!isCurrent}
      counts={report ? countsBySheet(report) : undefined}
      panel={
        panel.tab &&
        page && (
          <TablesPanel
            panel={panel}
            scope={scope}
            isCurrent={isCurrent}
            page={page}
            origin={number.origin}
            ways={ways}
            onPage={frame.onPage}
            layout={<LayoutPanel pack={page.pack} onTable={choose} onProfiles={openProfiles} />}
            comparison={
              isCompared
                ? {
                    count: comparison.comparison?.differences.length ?? 0,
                    content: (
                      <ComparisonPanel
                        state={comparison}
                        isOutdated={comparison.revision !== book.revision}
                        selected={shown.difference}
                        onSelect={shown.show}
                      />
                    ),
                  }
                : null
            }
          />
        )
      }
      status={
        <TablesStatus
          desk={book}
          onUnsaved={onUnsaved}
          page={page}
          origin={number.origin?.ok ? number.origin.value : null}
          scale={desk.scale}
          onFindings={() => panel.open('findings')}
        />
      }
    >
      <TablesHead
        pack={page?.pack ?? null}
        zoom={zoom}
        originHidden={page !== null && panel.tab === null}
        onZoom={setZoom}
        onOrigin={openOrigin}
        onProfiles={openProfiles}
        onUnconfirmed={() => openPanel('layout')}
        onCompare={compare}
        onExport={(kind) => void exporting.start(kind)}
      />
      <ExportStrip {...exporting} />
      {answered?.reply.ok === false && <ProblemStrip problem={answered.reply.error} />}
      {page && model && (
        // until the tables of the unit or year now chosen are there, the old ones must not pass for them
        <div className="tables-body" aria-busy={!isCurrent}>
          <TableList tables={page.pack.tables} current={model} onChoose={choose} />
          <div className="desk" ref={desk.ref} inert={!isCurrent}>
            {layout && desk.scale !== null && (
              <Sheet
                // a new page begins at its top
                key={model.id}
                model={model}
                layout={layout}
                scale={desk.scale}
                room={`${desk.scale} ${panel.tab !== null}`}
                selected={number.selected}
                onSelect={number.select}
                onExplain={openOrigin}
              />
            )}
          </div>
        </div>
      )}
    </Shell>
  );
}
