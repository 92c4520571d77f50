import type { SummedFigure } from '../figures/figure.ts';
import type { Fen } from '../money/fen.ts';
import { type Card, type CardState, endOfYear, standingEvents, stateOn } from './card.ts';
import { fieldOf, largeEquipmentThreshold, type RegisterId, registerOf } from './register.ts';

/** What a register says of a unit at the end of a year: a figure without its unit. */
export type RegisterFigure = SummedFigure;

/** The sheets that nobody keys: what the registers say. Their definitions stand among the others (figures/sheets.ts). */
export const REGISTER_TOTALS = 'register_totals';
export const ASSET_CARDS = 'asset_cards';

/** The rows of 实物量 that the register of vehicles answers for, where a unit keeps one. */
export const COUNTED_VEHICLES: readonly string[] = ['vehicles_kept', 'vehicles_bought'];

const BOUGHT: readonly unknown[] = ['bought', 'renewed'];

/** Which classes of cards a line of the asset totals adds up; a class that is a line itself needs no entry. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  fixed: ['buildings', 'equipment', 'vehicles', 'relics', 'books', 'furniture', 'living'],
  equipment: ['equipment', 'vehicles'],
};

/** A register as it was known at some moment. */
export interface KnownRegister {
  readonly cards: readonly Card[];
  /** days up to which all cards were brought in line with the asset system, each by an import */
  readonly stocktakes: readonly string[];
  /** id of the last record that is looked at; absent: all */
  readonly asKnown?: number | undefined;
}

/** Cards at the end of a year, also those that had gone by then. */
function statesAtEnd(cards: readonly Card[], year: number, asKnown?: number): CardState[] {
  const day = endOfYear(year);
  return cards.flatMap((card) => stateOn(card, standingEvents(card.events, asKnown), day) ?? []);
}

/** All figures that a register gives for the end of a year, zeros too: where there is a register, none is 0. */
export function registerFigures(register: RegisterId, known: KnownRegister, year: number): RegisterFigure[] {
  const states = statesAtEnd(known.cards, year, known.asKnown);
  switch (register) {
    case 'vehicles':
      return vehicleFigures(states, year);
    case 'equipment':
      return equipmentFigures(states, year);
    case 'assets':
      return assetFigures(states, known.stocktakes, year);
  }
}

function figure(sheet: string, row: string, column: string, value: number): RegisterFigure {
  // a sum beyond what a book takes is refused where it would be stored
  return { sheet, row, fund: '', column, measure: 'actual', value: value as Fen };
}

function amountIn({ fields }: CardState, field = 'value'): number {
  const value = fields[field];
  return typeof value === 'number' ? value : 0;
}

function sum(states: readonly CardState[], of: (state: CardState) => number): number {
  return states.reduce((total, state) => total + of(state), 0);
}

function vehicleFigures(states: readonly CardState[], year: number): RegisterFigure[] {
  const there = states.filter(({ left }) => left === null);
  const kept = there.filter(({ fields }) => fields['fiscal_running'] === true);
  // bought and gone in one year, it was bought all the same
  const bought = states.filter(
    ({ acquired, fields }) =>
      acquired.startsWith(`${year}-`) && BOUGHT.includes(fields['way']) && fields['fiscal_purchase'] === true,
  );
  const uses = (fieldOf(registerOf('vehicles'), 'use').choices ?? []).map(
    ({ id }) => [`use_${id}`, there.filter(({ fields }) => fields['use'] === id)] as const,
  );
  const rows = [
    ['vehicles_total', there],
    ...uses,
    ['vehicles_kept', kept],
    ['vehicles_bought', bought],
  ] as const;
  return [
    ...rows.flatMap(([row, own]) => [
      figure(REGISTER_TOTALS, row, 'count', own.length),
      figure(REGISTER_TOTALS, row, 'value', sum(own, amountIn)),
    ]),
    figure('counts', 'vehicles_kept', 'count', kept.length),
    figure('counts', 'vehicles_bought', 'count', bought.length),
  ];
}

function equipmentFigures(states: readonly CardState[], year: number): RegisterFigure[] {
  const least = largeEquipmentThreshold(year).value;
  const large = states.filter((state) => state.left === null && amountIn(state) >= least);
  const bought = large.filter(
    ({ acquired, fields }) => acquired.startsWith(`${year}-`) && BOUGHT.includes(fields['way']),
  );
  const quantity = (state: CardState) => amountIn(state, 'quantity');
  return [['equipment_large', large] as const, ['equipment_bought', bought] as const].flatMap(
    ([row, own]) => [
      figure(REGISTER_TOTALS, row, 'count', sum(own, quantity)),
      figure(
        REGISTER_TOTALS,
        row,
        'value',
        sum(own, (state) => quantity(state) * amountIn(state)),
      ),
    ],
  );
}

/** In December, so that what stands at the end of the year is what was stated, not what was known long before. */
function isAtEnd(day: string | undefined, year: number): boolean {
  return day !== undefined && day >= `${year}-12-01` && day <= endOfYear(year);
}

/** Whether the depreciation of a card is known for the end of a year. */
function hasDepreciation({ fields, since }: CardState, stocktaken: boolean, year: number): boolean {
  return fields['depreciation'] !== undefined && (stocktaken || isAtEnd(since['depreciation'], year));
}

/** Whether an import has brought the cards in line with the asset system at the end of a year. */
function isStocktaken(stocktakes: readonly string[], year: number): boolean {
  return stocktakes.some((day) => isAtEnd(day, year));
}

function assetFigures(
  states: readonly CardState[],
  stocktakes: readonly string[],
  year: number,
): RegisterFigure[] {
  const there = states.filter(({ left }) => left === null);
  const stocktaken = isStocktaken(stocktakes, year);
  const classes = (fieldOf(registerOf('assets'), 'class').choices ?? []).map(({ id }) => id);
  const byClass = new Map(
    classes.map((id) => [id, there.filter(({ fields }) => fields['class'] === id)] as const),
  );
  const least = largeEquipmentThreshold(year).value;
  const lines = [...new Set([...Object.keys(LINES), ...classes])].map(
    (line) => [line, (LINES[line] ?? [line]).flatMap((each) => byClass.get(each) ?? [])] as const,
  );
  const large = (byClass.get('equipment') ?? []).filter((state) => amountIn(state) >= least);
  return [...lines, ['large', large] as const].flatMap(([line, own]) => {
    return [
      figure(ASSET_CARDS, line, 'count', own.length),
      figure(ASSET_CARDS, line, 'original', sum(own, amountIn)),
      // of some cards only it would be no total
      ...(own.every((state) => hasDepreciation(state, stocktaken, year))
        ? [
            figure(
              ASSET_CARDS,
              line,
              'depreciation',
              sum(own, (state) => amountIn(state, 'depreciation')),
            ),
          ]
        : []),
    ];
  });
}

/** Whether a cell is read from the register of vehicles, where the unit keeps one. */
export function isCountedVehicle(cell: {
  readonly sheet: string;
  readonly row: string;
  readonly measure: string;
}): boolean {
  return cell.sheet === 'counts' && cell.measure === 'actual' && COUNTED_VEHICLES.includes(cell.row);
}
