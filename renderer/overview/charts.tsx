import { Decimal } from 'decimal.js';
import { useMemo } from 'react';
import { FUND_NAMES } from '../../core/figures/sheets.ts';
import { fen, type MoneyUnit } from '../../core/money/fen.ts';
import { formatPrinted } from '../../core/money/format.ts';
import type { Overview } from '../../core/overview/overview.ts';
import { Bars } from './bar-chart.tsx';
import { fromTo, withLastYear } from './chart-options.ts';
import { shownClasses } from './shown-classes.ts';

/** px of a line of the tables beside the bars; styles/overview.css has the same */
const CLASS_LINE = 29;
const FUND_LINE = 38;

const MONEY_NAMES: Readonly<Record<MoneyUnit, string>> = { wan: '万元', yuan: '元' };

/** `85.44%`; nothing of a sum of 0. */
function shareOf(amount: number, whole: number): string {
  if (whole === 0) return '';
  return `${new Decimal(amount).times(100).div(whole).toFixed(2, Decimal.ROUND_HALF_UP)}%`;
}

interface ClassChartProps {
  readonly byClass: Overview['byClass'];
  readonly money: MoneyUnit;
}

/** 本年支出 by 类. */
export function ClassChart({ byClass, money }: ClassChartProps) {
  const lines = useMemo(() => shownClasses(byClass), [byClass]);
  const option = useMemo(() => withLastYear(lines), [lines]);
  const whole = lines.reduce((sum, { amount }) => sum + amount, 0);
  const hasLast = lines.some(({ last }) => last !== null);
  return (
    <section className="box chart class-chart" aria-labelledby="class-title">
      <header className="box-head">
        <h2 id="class-title">本年支出按类</h2>
        <p>
          {MONEY_NAMES[money]}
          {lines.length > 0 && (hasLast ? '，竖线为上年' : '，没有上年数')}
        </p>
      </header>
      {lines.length === 0 && <p className="no-bars">还没有本年支出。</p>}
      <table hidden={lines.length === 0}>
        <thead className="unseen">
          <tr>
            <th scope="col">类</th>
            <th scope="col">图</th>
            <th scope="col">本年</th>
            <th scope="col">比重</th>
            <th scope="col">上年</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, name, amount, last }, index) => (
            <tr key={code}>
              <th scope="row">
                {code} {name}
              </th>
              {index === 0 && (
                <td rowSpan={lines.length} className="bars-cell">
                  <Bars option={option} height={CLASS_LINE * lines.length} />
                </td>
              )}
              <td
                className="amount"
                title={last === null ? undefined : `上年 ${formatPrinted(fen(last), money)}`}
              >
                {formatPrinted(fen(amount), money)}
              </td>
              <td className="amount share">{shareOf(amount, whole)}</td>
              <td className="unseen">{last === null ? '没有' : formatPrinted(fen(last), money)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface BalanceChartProps {
  readonly balances: Overview['balances'];
  readonly money: MoneyUnit;
}

/** 结转和结余 of each fund, from the beginning of the year to its end. */
export function BalanceChart({ balances, money }: BalanceChartProps) {
  const option = useMemo(() => fromTo(balances), [balances]);
  return (
    <section className="box chart balance-chart" aria-labelledby="balance-title">
      <header className="box-head">
        <h2 id="balance-title">结转和结余</h2>
        <p>{MONEY_NAMES[money]}，年初到年末</p>
      </header>
      {balances.length === 0 ? (
        <p className="no-bars">年初和年末都没有结转和结余。</p>
      ) : (
        <table>
          <thead className="unseen">
            <tr>
              <th scope="col">资金</th>
              <th scope="col">图</th>
              <th scope="col">年初</th>
              <th scope="col">年末</th>
            </tr>
          </thead>
          <tbody>
            {balances.map(({ fund, opening, closing }, index) => (
              <tr key={fund}>
                <th scope="row">{FUND_NAMES[fund]}</th>
                {index === 0 && (
                  <td rowSpan={balances.length} className="bars-cell">
                    <Bars option={option} height={FUND_LINE * balances.length} />
                  </td>
                )}
                <td className="amount share">{formatPrinted(fen(opening), money)}</td>
                <td className="amount to">{formatPrinted(fen(closing), money)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
