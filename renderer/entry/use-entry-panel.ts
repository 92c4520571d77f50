import { useCallback, useState } from 'react';
import type { CheckReport } from '../../core/checks/check-year.ts';
import { isOpen } from '../../core/checks/finding.ts';
import { CONTROL_SHEET } from '../../core/figures/figure.ts';
import type { EntryMemory } from '../book/entry-memory.ts';
import { hasRoom, type Panel, usePanelKeys } from '../shell/use-panel.ts';
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
 * The panel of the entry pages: open or closed, and at the tab, as the clerk left it on whichever sheet. Until she has
 * chosen a tab, a sheet in which something waits shows 检查, and so does 核对数, which no table is made from; another one
 * 预览. That does not change by itself while she keys, whatever is broken and mended.
 */
export function useEntryPanel(
  report: CheckReport | null,
  sheet: string,
  { panel: left }: Pick<EntryMemory, 'panel'>,
): Panel<EntryPanelId> {
  const [isShown, setShown] = useState(() => left.isOpen ?? hasRoom(ROOM_FOR_BOTH));
  const [chosen, setChosen] = useState(left.tab);
  const [first, setFirst] = useState<EntryPanelId | null>(null);
  const isCompared = sheet === CONTROL_SHEET;
  if (first === null && report !== null)
    setFirst(isCompared || hasOpenFindings(report, sheet) ? 'findings' : 'preview');

  const show = useCallback(
    (shown: boolean) => {
      left.isOpen = shown;
      setShown(shown);
    },
    [left],
  );
  const open = useCallback(
    (next: EntryPanelId) => {
      left.tab = next;
      setChosen(next);
      show(true);
    },
    [left, show],
  );
  const close = useCallback(() => show(false), [show]);
  usePanelKeys(() => show(!isShown), close);
  return { tab: isShown ? (chosen ?? first ?? 'preview') : null, open, close };
}
