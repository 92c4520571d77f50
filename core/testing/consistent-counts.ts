import fc from 'fast-check';
import { type Draw, drawAmount, type Sheets, share } from './consistent-sheets.ts';

/** The one row of the clerk's own in 政府购买服务. */
export function purchasedRow(unit: string): string {
  return `${unit}-001`;
}

/** 实物量 wherever money was spent. */
export function countAll(draw: Draw, sheets: Sheets, spentOn: (kind: string) => boolean) {
  const few = (least = 1) => draw(fc.integer, { min: least, max: least + 20 });
  const count = (row: string, value: number) =>
    sheets.key({ sheet: 'counts', row, fund: '', column: 'count' }, value);
  const groups = spentOn('abroad') ? few() : 0;
  count('abroad_groups', groups);
  count('abroad_people', groups === 0 ? 0 : few(groups));
  count('vehicles_bought', spentOn('vehicle_purchase') ? few() : 0);
  count('vehicles_kept', spentOn('vehicle_operation') ? few() : 0);
  const domestic = spentOn('reception') ? few() : 0;
  const people = domestic === 0 ? 0 : few(domestic);
  const foreign = share(draw, domestic);
  count('receptions_domestic', domestic);
  count('reception_people_domestic', people);
  count('receptions_foreign_affairs', foreign);
  count('reception_people_foreign_affairs', foreign === 0 ? 0 : foreign + share(draw, people - domestic));
}

/** 政府采购 and 政府购买服务, each amount within the one that it is part of. */
export function procure(draw: Draw, sheets: Sheets, unit: string) {
  const kinds = ['goods', 'works', 'services'].map((kind) => ({ kind, amount: drawAmount(draw) }));
  const all = kinds.reduce((sum, { amount }) => sum + amount, 0);
  const put = (row: string, value: number) =>
    sheets.key({ sheet: 'procurement', row, fund: '', column: 'amount' }, value);
  for (const { kind, amount } of kinds) put(kind, amount);
  for (const [whole, part, most] of [
    ['sme', 'micro', share(draw, all)],
    ['sme_reserved', 'micro_reserved', drawAmount(draw)],
  ] as const) {
    put(whole, most);
    put(part, share(draw, most));
  }
  const services = kinds.find(({ kind }) => kind === 'services')?.amount ?? 0;
  const row = purchasedRow(unit);
  sheets.key({ sheet: 'purchased_services', row, fund: '', column: 'amount' }, share(draw, services));
}

/** 资产年报 with the cards and the register of vehicles that say the same of it. Nothing is drawn: no law asks how much. */
export function register(sheets: Sheets) {
  const put = (sheet: string, row: string, column: string, value: number) =>
    sheets.key({ sheet, row, fund: '', column }, value);
  for (const [row, original, depreciation] of [
    ['furniture', 41_236_508, 12_309_044],
    ['vehicles', 86_790_145, 60_753_102],
  ] as const) {
    for (const sheet of ['assets', 'asset_cards']) {
      put(sheet, row, 'original', original);
      put(sheet, row, 'depreciation', depreciation);
    }
    if (row === 'vehicles') put('register_totals', 'vehicles_total', 'value', original);
  }
  for (const [row, column, other, otherColumn, value] of [
    ['vehicles', 'count', 'vehicles_total', 'count', 4],
    ['large', 'count', 'equipment_large', 'count', 2],
    ['large', 'original', 'equipment_large', 'value', 310_450_700],
  ] as const) {
    put('asset_cards', row, column, value);
    put('register_totals', other, otherColumn, value);
  }
}
