import { findSheet, listItemName } from '../../figures/sheets.ts';
import { ASSET_CARDS, REGISTER_TOTALS } from '../../registers/totals.ts';
import type { FormulaTerm } from '../../tables/formula.ts';
import { threePublicTerms } from '../../tables/three-public-table.ts';
import { evaluate } from '../amounts.ts';
import { type Claim, equal } from '../claim.ts';
import type { FigureFacts } from '../facts.ts';
import type { ClaimsOf, Laws } from '../rule.ts';

function cell(sheet: string, row: string, column: string): FormulaTerm[] {
  return [{ sign: 1, sheet, measure: 'actual', columns: [column], funds: [''], select: { rows: [row] } }];
}

function rowName(sheet: string, row: string): string {
  const definition = findSheet(sheet);
  return ((definition && listItemName(definition, row)) ?? row).replace(/^(其中|设备中)：/, '');
}

/** Two sides of which both are there; where one is missing there is nothing to compare. */
interface Pair {
  readonly subject: string;
  readonly left: { readonly name: string; readonly terms: readonly FormulaTerm[] };
  readonly right: { readonly name: string; readonly terms: readonly FormulaTerm[] };
  readonly unit?: Claim['unit'];
}

function compared(figures: FigureFacts, { subject, left, right, unit }: Pair): Claim[] {
  if (evaluate(figures.sums, left.terms) === null || evaluate(figures.sums, right.terms) === null) return [];
  return [
    equal(
      subject,
      figures.operand(left.name, left.terms),
      figures.operand(right.name, right.terms),
      unit === undefined ? {} : { unit },
    ),
  ];
}

const COLUMNS = { original: '原值', depreciation: '累计折旧（摊销）' } as const;

/** 资产年报 against the cards, class by class. */
const assetsAndCards: ClaimsOf = ({ figures }) => {
  const lines = findSheet(ASSET_CARDS)?.rows;
  if (figures === null || lines?.kind !== 'list') return [];
  return lines.items.flatMap(({ id: row }) =>
    (['original', 'depreciation'] as const).flatMap((column) => {
      const name = `${rowName(ASSET_CARDS, row)}${COLUMNS[column]}`;
      return compared(figures, {
        subject: `${row}/${column}`,
        left: { name: `资产年报 ${name}`, terms: cell('assets', row, column) },
        right: { name: `资产卡片 ${name}`, terms: cell(ASSET_CARDS, row, column) },
      });
    }),
  );
};

const vehicleValue: ClaimsOf = ({ figures }) =>
  figures === null
    ? []
    : compared(figures, {
        subject: '',
        left: { name: '资产年报 车辆原值', terms: cell('assets', 'vehicles', 'original') },
        right: {
          name: '公务用车登记簿 在册车辆原值',
          terms: cell(REGISTER_TOTALS, 'vehicles_total', 'value'),
        },
      });

const vehicleCards: ClaimsOf = ({ figures }) =>
  figures === null
    ? []
    : compared(figures, {
        subject: '',
        left: { name: '资产卡片 车辆', terms: cell(ASSET_CARDS, 'vehicles', 'count') },
        right: { name: '公务用车登记簿 在册车辆', terms: cell(REGISTER_TOTALS, 'vehicles_total', 'count') },
        unit: '个',
      });

/** 购置税 and plates are part of a car's value as they are of what was paid for it. */
const purchases: ClaimsOf = ({ figures }) => {
  const bought = cell(REGISTER_TOTALS, 'vehicles_bought', 'value');
  if (figures === null || evaluate(figures.sums, bought) === null) return [];
  const left = figures.operand('公务用车购置费决算', threePublicTerms(['vehicle_purchase']));
  const right = figures.operand('公务用车登记簿 本年财政拨款购置的车辆原值', bought);
  return left.amount === null && right.amount === 0 ? [] : [equal('', left, right)];
};

const largeEquipment: ClaimsOf = ({ figures }) =>
  figures === null
    ? []
    : (['count', 'original'] as const).flatMap((column) =>
        compared(figures, {
          subject: column,
          left: { name: '资产卡片 达到标准的设备', terms: cell(ASSET_CARDS, 'large', column) },
          right: {
            name: '大型设备登记簿',
            terms: cell(REGISTER_TOTALS, 'equipment_large', column === 'count' ? 'count' : 'value'),
          },
          ...(column === 'count' ? { unit: '个' as const } : {}),
        }),
      );

/** What registers, asset cards and the keyed totals say of each other: each is kept apart from the others. */
export const REGISTERS: Laws = {
  R1: assetsAndCards,
  R2: vehicleValue,
  R3: vehicleCards,
  R4: purchases,
  R5: largeEquipment,
};
