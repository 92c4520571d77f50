import type { FundView } from '../../core/entry/sheet-columns.ts';
import type { Measure, SheetDefinition } from '../../core/figures/sheets.ts';
import { useShortcut } from '../shortcut.ts';

interface Turning {
  readonly sheet: SheetDefinition;
  readonly funds: readonly FundView[];
  readonly fund: FundView;
  readonly measure: Measure;
  readonly onShow: (fund: FundView, measure: Measure) => void;
}

/** Ctrl+PgUp/PgDn leads along the funds of a sheet, Alt+PgUp/PgDn along its measures 口径. */
export function useTurning({ sheet, funds, fund, measure, onShow }: Turning): void {
  const turnFund = (step: number) => {
    const next = funds[funds.indexOf(fund) + step];
    if (next !== undefined) onShow(next, measure);
  };
  const turnMeasure = (step: number) => {
    const next = sheet.measures[sheet.measures.indexOf(measure) + step];
    if (next !== undefined) onShow(fund, next);
  };
  useShortcut('Ctrl+PageUp', () => turnFund(-1));
  useShortcut('Ctrl+PageDown', () => turnFund(1));
  useShortcut('Alt+PageUp', () => turnMeasure(-1));
  useShortcut('Alt+PageDown', () => turnMeasure(1));
}
