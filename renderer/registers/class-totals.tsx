import { findSheet } from '../../core/figures/sheets.ts';
import { fen, type MoneyUnit } from '../../core/money/fen.ts';
import { formatFull } from '../../core/money/format.ts';
import { ASSET_CARDS, type RegisterFigure } from '../../core/registers/totals.ts';

interface ClassTotalsProps {
  readonly figures: readonly RegisterFigure[];
  readonly money: MoneyUnit;
}

/** What the cards come to by class, without the classes that have none. */
export function ClassTotals({ figures, money }: ClassTotalsProps) {
  const sheet = findSheet(ASSET_CARDS);
  const items = sheet?.rows.kind === 'list' ? sheet.rows.items : [];
  const total = (row: string, column: string) => {
    const own = figures.filter(
      (each) => each.sheet === ASSET_CARDS && each.row === row && each.column === column,
    );
    return own.length === 0 ? null : own.reduce((sum, { value }) => sum + value, 0);
  };
  const amount = (value: number | null) => (value === null ? '不全' : formatFull(fen(value), money));
  return (
    <table className="check-table class-totals">
      <thead>
        <tr>
          <th scope="col">类别</th>
          <th scope="col" className="amount">
            张数
          </th>
          <th scope="col" className="amount">
            原值
          </th>
          <th scope="col" className="amount">
            累计折旧（摊销）
          </th>
          <th scope="col" className="amount">
            净值
          </th>
        </tr>
      </thead>
      <tbody>
        {items
          .filter(({ id }) => (total(id, 'count') ?? 0) > 0)
          .map(({ id, name }) => {
            const [original, depreciation] = [total(id, 'original'), total(id, 'depreciation')];
            const net = original === null || depreciation === null ? null : original - depreciation;
            return (
              <tr key={id} className={name.includes('：') ? 'part' : undefined}>
                <th scope="row">{name}</th>
                <td className="amount">{total(id, 'count')}</td>
                <td className="amount">{amount(original)}</td>
                <td className="amount">{amount(depreciation)}</td>
                <td className="amount">{amount(net)}</td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
