import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import type { UnitKind } from '../figures/figure.ts';
import { type OperatingUnit, operatingLines } from './operating-lines.ts';

const classification = new Classification(2024);

function unit(code: string, kind: UnitKind, rows: Readonly<Record<string, number>>, control: number | null) {
  const own: OperatingUnit = {
    unit: { code, name: `单位 ${code}`, kind },
    economic: Object.entries(rows).map(([row, value]) => ({
      sheet: 'economic',
      row,
      fund: 'general',
      column: 'amount',
      measure: 'actual',
      value,
    })),
    control,
  };
  return own;
}

const office = unit(
  '001',
  'administrative',
  { '30101': 900, '30201': 50, '30201/2010301': 10, '30211//institution': 7 },
  60,
);
const centre = unit('002', 'institution', { '30201': 30, '30207//civil-service-managed': 4 }, null);

const told = (units: readonly OperatingUnit[], control: number | null) =>
  operatingLines(units, control, classification).map((line) => [
    line.id,
    line.actual,
    line.control,
    line.difference,
    line.parent,
  ]);

describe('机关运行经费', () => {
  it('takes the public 款 of 行政 and 参公 bodies, each 款 in one line, beside the 核对数', () => {
    expect(told([office], 60)).toEqual([
      ['合计', 60, 60, 0, null],
      ['001/30201', 60, null, null, '合计'],
    ]);
  });

  it('of a department adds up each unit by its own kind', () => {
    expect(told([office, centre, unit('003', 'institution', { '30201': 9 }, null)], 70)).toEqual([
      ['合计', 64, 70, -6, null],
      ['001', 60, 60, 0, '合计'],
      ['001/30201', 60, null, null, '001'],
      ['002', 4, null, null, '合计'],
      ['002/30207', 4, null, null, '002'],
    ]);
  });
});
