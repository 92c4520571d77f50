import type { KeyboardEvent } from 'react';
import { type FundView, fundsOf, hasFundTotal } from '../../core/entry/sheet-columns.ts';
import type { SheetFigures } from '../../core/entry/sheet-figures.ts';
import { ADJUSTMENT_UNIT } from '../../core/figures/figure.ts';
import { FUND_NAMES, type Measure, type SheetDefinition } from '../../core/figures/sheets.ts';
import type { MoneyUnit } from '../../core/money/fen.ts';
import { formatFull } from '../../core/money/format.ts';
import { steppedIndex } from '../step.ts';

/**
 * The funds that a sheet of a unit is keyed by, and all of them together where that says something. The 差额表 never takes
 * 财政拨款.
 */
export function fundViews(sheet: SheetDefinition, unit: string | null): FundView[] {
  if (unit === ADJUSTMENT_UNIT) return ['other'];
  const funds = fundsOf(sheet);
  return funds.length > 1 && sheet.adds !== 'none' ? [...funds, 'all'] : funds;
}

function fundName(fund: FundView): string {
  return fund === 'all' ? '全部' : FUND_NAMES[fund];
}

interface FundTabsProps {
  readonly sheet: SheetDefinition;
  readonly funds: readonly FundView[];
  readonly current: FundView;
  readonly measure: Measure;
  readonly figures: SheetFigures;
  readonly money: MoneyUnit;
  readonly onFund: (fund: FundView) => void;
}

/** The sum of each fund is seen before its tab is opened, or how many cells are keyed where they add up to nothing. */
export function FundTabs({ sheet, funds, current, measure, figures, money, onFund }: FundTabsProps) {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const key = event.key.replace('ArrowLeft', 'ArrowUp').replace('ArrowRight', 'ArrowDown');
    const next = steppedIndex(key, funds.indexOf(current), funds.length);
    const fund = next === null ? undefined : funds[next];
    if (fund === undefined) return;
    event.preventDefault();
    onFund(fund);
    event.currentTarget.querySelectorAll<HTMLButtonElement>('[role="tab"]')[next ?? 0]?.focus();
  }

  function keyedWords(fund: FundView): string {
    const total = figures.total(fund, measure);
    if (total === null) return '空';
    return hasFundTotal(sheet, fund, measure)
      ? formatFull(total, money)
      : `${figures.count(fund, measure)} 格`;
  }

  return (
    <div className="fund-tabs" role="tablist" aria-label="资金" onKeyDown={onKeyDown}>
      {funds.map((fund) => (
        <button
          key={fund}
          type="button"
          role="tab"
          aria-selected={fund === current}
          tabIndex={fund === current ? 0 : -1}
          onClick={() => onFund(fund)}
        >
          {fundName(fund)} <span className="fund-sum">{keyedWords(fund)}</span>
        </button>
      ))}
    </div>
  );
}
