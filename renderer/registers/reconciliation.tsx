import type { Scope } from '../../core/api.ts';
import { fen, type MoneyUnit } from '../../core/money/fen.ts';
import { formatFull } from '../../core/money/format.ts';
import type { Card } from '../../core/registers/card.ts';
import { type ClassCompared, reconcile } from '../../core/registers/reconcile.ts';
import type { RegisterFigure } from '../../core/registers/totals.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { call } from '../bridge.ts';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { useReply } from '../use-reply.ts';

interface ReconciliationProps {
  readonly scope: Scope;
  readonly desk: BookDesk;
  readonly cards: readonly Card[];
  readonly totals: readonly RegisterFigure[];
  readonly money: MoneyUnit;
  readonly onAssets: () => void;
}

/** 资产年报 beside the cards, class by class, and what a difference may be. */
export function Reconciliation({ scope, desk, cards, totals, money, onAssets }: ReconciliationProps) {
  const { year, unit } = scope;
  const answered = useReply({ year, unit, revision: desk.revision }, () =>
    call('sheet', { year, unit, sheet: 'assets' }),
  );
  if (answered === null) return null;
  if (!answered.reply.ok) return <ProblemStrip problem={answered.reply.error} />;
  const lines = reconcile(answered.reply.value.figures, totals, cards, year);
  const isStated = lines.some(
    ({ original, depreciation }) => original.stated !== null || depreciation.stated !== null,
  );
  return (
    <div className="reconciliation">
      <p className="columns-hint">
        {isStated ? '左边是“资产”里按资产年报录的数，右边是年末在册卡片的合计。' : '还没有录资产年报的数，'}
        <button type="button" className="link" onClick={onAssets}>
          {isStated ? '到“资产”改' : '到“资产”录入'}
        </button>
      </p>
      <table className="check-table class-totals">
        <thead>
          <tr>
            <th scope="col">类别</th>
            <th scope="col" className="amount">
              张数
            </th>
            <th scope="col" className="amount">
              年报原值
            </th>
            <th scope="col" className="amount">
              卡片原值
            </th>
            <th scope="col" className="amount">
              差额
            </th>
            <th scope="col" className="amount">
              年报折旧
            </th>
            <th scope="col" className="amount">
              卡片折旧
            </th>
            <th scope="col" className="amount">
              差额
            </th>
            <th scope="col">先看</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.row} line={line} money={money} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line, money }: { readonly line: ClassCompared; readonly money: MoneyUnit }) {
  const { name, count, original, depreciation, clues } = line;
  const amount = (value: number | null) => (value === null ? '' : formatFull(fen(value), money));
  const cells = [original, depreciation].flatMap(({ stated, cards, difference }, at) => [
    { key: `stated${at}`, text: amount(stated), differs: false },
    { key: `cards${at}`, text: amount(cards), differs: false },
    {
      key: `difference${at}`,
      text: difference === 0 ? '相等' : amount(difference),
      differs: difference !== null && difference !== 0,
    },
  ]);
  return (
    <tr className={name.includes('：') ? 'part' : undefined}>
      <th scope="row">{name}</th>
      <td className="amount">{count ?? ''}</td>
      {cells.map(({ key, text, differs }) => (
        <td key={key} className={differs ? 'amount differs' : 'amount'}>
          {text}
        </td>
      ))}
      <td>
        {clues.map((clue) => (
          <p key={clue}>{clue}</p>
        ))}
      </td>
    </tr>
  );
}
