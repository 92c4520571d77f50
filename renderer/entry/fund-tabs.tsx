import type { KeyboardEvent } from 'react';
import type { FundView } from '../../core/entry/sheet-columns.ts';
import type { SheetFigures } from '../../core/entry/sheet-figures.ts';
import { FUND_NAMES, FUNDS, type Measure, type SheetDefinition } from '../../core/figures/sheets.ts';
import type { MoneyUnit } from '../../core/money/fen.ts';
import { formatFull } from '../../core/money/format.ts';
import { steppedIndex } from '../step.ts';

/** The funds that a sheet is keyed by, and all of them together; none where it knows no funds. */
export function fundViews(sheet: SheetDefinition): FundView[] {
  const funds = FUNDS.filter((fund) => sheet.columns.some((column) => column.funds.includes(fund)));
  return funds.length > 1 ? [...funds, 'all'] : funds;
}

function fundName(fund: FundView): string {
  return fund === 'all' ? '全部' : FUND_NAMES[fund];
}

interface FundTabsProps {
  readonly funds: readonly FundView[];
  readonly current: FundView;
  readonly measure: Measure;
  readonly figures: SheetFigures;
  readonly money: MoneyUnit;
  readonly onFund: (fund: FundView) => void;
}

/** The sum of each fund is seen before its tab is opened. */
export function FundTabs({ funds, current, measure, figures, money, onFund }: FundTabsProps) {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const key = event.key.replace('ArrowLeft', 'ArrowUp').replace('ArrowRight', 'ArrowDown');
    const next = steppedIndex(key, funds.indexOf(current), funds.length);
    const fund = next === null ? undefined : funds[next];
    if (fund === undefined) return;
    event.preventDefault();
    onFund(fund);
    event.currentTarget.querySelectorAll<HTMLButtonElement>('[role="tab"]')[next ?? 0]?.focus();
  }

  return (
    <div className="fund-tabs" role="tablist" aria-label="资金" onKeyDown={onKeyDown}>
      {funds.map((fund) => {
        const total = figures.total(fund, measure);
        return (
          <button
            key={fund}
            type="button"
            role="tab"
            aria-selected={fund === current}
            tabIndex={fund === current ? 0 : -1}
            onClick={() => onFund(fund)}
          >
            {fundName(fund)}{' '}
            <span className="fund-sum">{total === null ? '空' : formatFull(total, money)}</span>
          </button>
        );
      })}
    </div>
  );
}
