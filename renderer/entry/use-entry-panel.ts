import { useCallback, useState } from 'react';
import type { CheckReport } from '../../core/checks/check-year.ts';
import { isOpen } from '../../core/checks/finding.ts';
import { CONTROL_SHEET } from '../../core/figures/figure.ts';
import { type Panel, usePanel } from '../shell/use-panel.ts';
import type { EntryPanelId } from './entry-panel.tsx';

/** px of the window from which grid and panel have room beside each other */
const ROOM_FOR_BOTH = 1366;

/** Whether something in a sheet waits to be mended or explained. */
function hasOpenFindings({ findings }: CheckReport, sheet: string): boolean {
  return findings.some(
    (finding) => finding.level !== 'hint' && finding.sheets.includes(sheet) && isOpen(finding),
  );
}

/**
 * The panel of an entry page. A sheet in which something waits is opened with 检查, and so is 核对数, which no table is
 * made from; another one with 预览. After that the tab changes by the clerk's own hand only, whatever is broken and
 * mended while she keys.
 */
export function useEntryPanel(report: CheckReport | null, sheet: string): Panel<EntryPanelId> {
  const panel = usePanel<EntryPanelId>({ standard: 'preview', keys: 'F4', openFrom: ROOM_FOR_BOTH });
  const [first, setFirst] = useState<EntryPanelId | null>(null);
  const isCompared = sheet === CONTROL_SHEET;
  if (first === null && report !== null)
    setFirst(isCompared || hasOpenFindings(report, sheet) ? 'findings' : 'preview');
  const [isChosen, setChosen] = useState(false);
  const { tab, open: show, close } = panel;
  const open = useCallback(
    (next: EntryPanelId) => {
      setChosen(true);
      show(next);
    },
    [show],
  );
  return { tab: isChosen || tab === null ? tab : (first ?? tab), open, close };
}
