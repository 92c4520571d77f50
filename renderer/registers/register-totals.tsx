import type { MoneyUnit } from '../../core/money/fen.ts';
import { fen } from '../../core/money/fen.ts';
import { formatFull } from '../../core/money/format.ts';
import { largeEquipmentThreshold, type RegisterId } from '../../core/registers/register.ts';
import type { RegisterFigure } from '../../core/registers/totals.ts';

interface RegisterTotalsProps {
  readonly register: RegisterId;
  readonly year: number;
  /** what the register says of the year, of all units that are looked at */
  readonly figures: readonly RegisterFigure[];
  /** 车均运行维护费 in 万元, as printed; `null`: there is none */
  readonly runningAverage: string | null;
  readonly money: MoneyUnit;
}

/** What follows from the register at the end of the year. */
export function RegisterTotals({ register, year, figures, runningAverage, money }: RegisterTotalsProps) {
  const total = (row: string, column: string) => {
    const found = figures.filter((figure) => figure.sheet !== 'counts' && figure.row === row);
    const own = found.filter((figure) => figure.column === column);
    return own.length === 0 ? null : own.reduce((sum, { value }) => sum + value, 0);
  };
  const amount = (row: string, column = 'value') => {
    const found = total(row, column);
    return found === null ? '' : `${formatFull(fen(found), money)} ${money === 'wan' ? '万元' : '元'}`;
  };
  const facts: readonly (readonly [string, string])[] = {
    vehicles: [
      ['年末在册', `${total('vehicles_total', 'count') ?? 0} 辆，${amount('vehicles_total')}`],
      ['公务用车保有量', `${total('vehicles_kept', 'count') ?? 0} 辆`],
      ['公务用车购置数', `${total('vehicles_bought', 'count') ?? 0} 辆`],
      ['车均运行维护费', runningAverage === null ? '—' : `${runningAverage} 万元`],
    ] as const,
    equipment: [
      [
        `单价 ${largeEquipmentThreshold(year).value / 1_000_000} 万元（含）以上`,
        `${total('equipment_large', 'count') ?? 0} 台（套），${amount('equipment_large')}`,
      ],
      ['其中本年购置', `${total('equipment_bought', 'count') ?? 0} 台（套）`],
    ] as const,
    assets: [
      ['固定资产', `${total('fixed', 'count') ?? 0} 张，原值 ${amount('fixed', 'original')}`],
      ['累计折旧', amount('fixed', 'depreciation') || '不全，不合计'],
      ['无形资产', `${total('intangible', 'count') ?? 0} 张，原值 ${amount('intangible', 'original')}`],
    ] as const,
  }[register];
  return (
    <dl className="register-totals" aria-label={`${year}年12月31日合计`}>
      {facts.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
