import type { OperatingLine } from '../../core/entry/operating-lines.ts';
import { fen, type MoneyUnit } from '../../core/money/fen.ts';
import { formatExact, formatFull } from '../../core/money/format.ts';
import type { GridCell, GridColumn, GridLine, GridSource } from '../entry-grid/grid-types.ts';

const AMOUNTS = [
  { id: 'actual', title: '本年决算', groups: ['程序计算'] },
  { id: 'prior', title: '上年决算', groups: ['程序计算'] },
  { id: 'control', title: '核对数', groups: ['与核对数比'] },
  { id: 'difference', title: '差额', groups: ['与核对数比'] },
] as const;

/** px at 100 % */
const CODE_WIDTH = 80;
const NAME_WIDTH = 282;
const AMOUNT_WIDTH = 130;

/** @param widths what the clerk has set, by sheet and column */
export function operatingColumns(
  sheet: string,
  widths: Readonly<Record<string, number>>,
): readonly GridColumn[] {
  const widthOf = (id: string, standard: number) => widths[`${sheet} ${id}`] ?? standard;
  const fixed = { groups: [], align: 'left', frozen: true, keyed: false } as const;
  return [
    { ...fixed, id: 'code', title: '编码', width: widthOf('code', CODE_WIDTH), isRowHeader: false },
    { ...fixed, id: 'name', title: '名称', width: widthOf('name', NAME_WIDTH), isRowHeader: true },
    ...AMOUNTS.map(
      (amount): GridColumn => ({
        ...amount,
        width: widthOf(amount.id, AMOUNT_WIDTH),
        align: 'right',
        frozen: false,
        isRowHeader: false,
        keyed: false,
      }),
    ),
  ];
}

/** @param closed ids of the units whose 款 are hidden */
export function operatingSource(
  lines: readonly OperatingLine[],
  closed: ReadonlySet<string>,
  money: MoneyUnit,
): GridSource {
  const byId = new Map(lines.map((line) => [line.id, line]));

  function cell({ id }: GridLine, { id: column }: GridColumn): GridCell {
    const line = byId.get(id);
    const text = column === 'code' ? line?.code : column === 'name' ? line?.name : undefined;
    const amountId = AMOUNTS.find((amount) => amount.id === column)?.id;
    const amount = amountId === undefined ? null : (line?.[amountId] ?? null);
    return {
      shown: text ?? (amount === null ? '' : formatFull(fen(amount), money)),
      raw: text ?? (amount === null ? '' : formatExact(fen(amount), money)),
      readOnly: true,
    };
  }

  return {
    lines: lines
      .filter(({ parent }) => parent === null || !closed.has(parent))
      .map(({ id, kind, code, name, parent }) => ({
        id,
        kind,
        level: kind === 'item' && parent !== null && byId.get(parent)?.kind === 'class' ? 1 : 0,
        expanded: kind === 'class' ? !closed.has(id) : null,
        name: `${code} ${name}`.trim(),
      })),
    pinned: lines.length > 0 ? 1 : 0,
    cell,
    version: () => 0,
  };
}
