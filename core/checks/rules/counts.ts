import { findSheet, listItemName } from '../../figures/sheets.ts';
import type { FormulaTerm } from '../../tables/formula.ts';
import { type THREE_PUBLIC_ITEMS, threePublicTerms } from '../../tables/three-public-table.ts';
import { evaluate } from '../amounts.ts';
import { atMost, type Claim, compared, notice } from '../claim.ts';
import type { Facts } from '../facts.ts';
import type { Place } from '../finding.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import { inWan, ownCell } from './wording.ts';

type Item = (typeof THREE_PUBLIC_ITEMS)[number];

/** What is counted beside the money of an item of 三公. */
interface Counted {
  readonly item: Item;
  /** rows of 实物量 */
  readonly rows: readonly string[];
  /** for the clerk: what is counted, and what to do where there was none */
  readonly name: string;
  readonly none: string;
}

const KEPT: Counted = {
  item: 'vehicle_operation',
  rows: ['vehicles_kept'],
  name: '公务用车保有量',
  none: '没有保有车辆的，录 0 并说明费用用于什么',
};
const RECEIVED: Counted = {
  item: 'reception',
  rows: ['receptions_domestic', 'receptions_abroad'],
  name: '公务接待批次',
  none: '没有接待的，录 0 并说明费用用于什么',
};
const BOUGHT: Counted = {
  item: 'vehicle_purchase',
  rows: ['vehicles_bought'],
  name: '公务用车购置数',
  none: '没有购置的，录 0 并说明费用用于什么',
};
const GROUPS: Counted = {
  item: 'abroad',
  rows: ['abroad_groups'],
  name: '因公出国（境）团组数',
  none: '没有团组的，录 0 并说明费用用于什么',
};

function nameOf(sheetId: 'counts' | 'three_public', row: string): string {
  const sheet = findSheet(sheetId);
  return (sheet && listItemName(sheet, row)) ?? row;
}

function countTerms(rows: readonly string[]): FormulaTerm[] {
  return [{ sign: 1, sheet: 'counts', measure: 'actual', columns: ['count'], funds: [''], select: { rows } }];
}

function countCells(facts: Facts, rows: readonly string[]): Place[] {
  const { figures } = facts;
  if (figures === null) return [];
  const cell = { sheet: 'counts', fund: '', column: 'count', measure: 'actual' } as const;
  return rows.map((row) => ownCell(facts, figures, { ...cell, row }));
}

/** domain/tables.md C12: money spent on what was not counted. */
const spentOnNothing =
  ({ item, rows, name, none }: Counted): ClaimsOf =>
  (facts) => {
    const { figures } = facts;
    const spent = figures && evaluate(figures.sums, threePublicTerms([item]));
    if (figures === null || spent === null) return [];
    const count = evaluate(figures.sums, countTerms(rows));
    const said = `${nameOf('three_public', item)}决算 ${inWan(spent)}，${name}`;
    const message =
      count === null ? `${said}没有录入：补录；${none}` : `${said}录的是 0：核对数量，或说明费用用于什么`;
    return [
      notice('', spent <= 0 || (count !== null && count > 0), message, { places: countCells(facts, rows) }),
    ];
  };

/** The reverse: something was counted that cost nothing. Other money may have paid, so it is a hint only. */
const countedForNothing: ClaimsOf = (facts) => {
  const { figures } = facts;
  if (figures === null) return [];
  return [BOUGHT, GROUPS, RECEIVED, KEPT].flatMap(({ item, rows, name }): Claim[] => {
    const count = evaluate(figures.sums, countTerms(rows));
    if (count === null) return [];
    const spent = evaluate(figures.sums, threePublicTerms([item]));
    const found = spent === null ? '没有决算数' : `决算为 ${inWan(spent)}`;
    const message = `${name} ${count}，${nameOf('three_public', item)}${found}：核对是否由其他资金负担，或漏录费用`;
    return [
      notice(item, count <= 0 || (spent !== null && spent > 0), message, { places: countCells(facts, rows) }),
    ];
  });
};

const PEOPLE: Readonly<Record<string, string>> = {
  receptions_domestic: 'reception_people_domestic',
  receptions_foreign_affairs: 'reception_people_foreign_affairs',
  receptions_abroad: 'reception_people_abroad',
  abroad_groups: 'abroad_people',
};

/** Each 批次 and each 团组 has somebody in it, and nobody is counted without one. */
const peopleOfGroups: ClaimsOf = (facts) => {
  const { figures } = facts;
  if (figures === null) return [];
  return Object.entries(PEOPLE).flatMap(([groups, people]): Claim[] => {
    const [left, right] = [groups, people].map((row) =>
      figures.operand(nameOf('counts', row), countTerms([row])),
    );
    if (left === undefined || right === undefined) return [];
    if (left.amount === null && right.amount === null) return [];
    const shown = ({ name, amount }: typeof left) => `${name}${amount === null ? '没有录入' : ` ${amount}`}`;
    const said = `${shown(left)}，${shown(right)}`;
    const details = { unit: '个', stake: null, places: countCells(facts, [groups, people]) } as const;
    const [groupCount, peopleCount] = [left.amount ?? 0, right.amount ?? 0];
    return groupCount > peopleCount
      ? [atMost(groups, left, right, { ...details, message: `${said}：人次不会少于批次或团组数` })]
      : [
          compared(groups, left, right, {
            ...details,
            holds: groupCount > 0 || peopleCount <= 0,
            message: `${said}：有人次就有批次或团组`,
          }),
        ];
  });
};

const FOREIGN_AFFAIRS: Readonly<Record<string, string>> = {
  receptions_foreign_affairs: 'receptions_domestic',
  reception_people_foreign_affairs: 'reception_people_domestic',
};

const foreignAffairsWithin: ClaimsOf = (facts) => {
  const { figures } = facts;
  if (figures === null) return [];
  return Object.entries(FOREIGN_AFFAIRS).flatMap(([part, whole]): Claim[] => {
    const left = figures.operand(nameOf('counts', part).replace('其中：', ''), countTerms([part]));
    if (left.amount === null) return [];
    const right = figures.operand(nameOf('counts', whole), countTerms([whole]));
    const said = right.amount === null ? '没有录入' : ` ${right.amount}`;
    return [
      atMost(part, left, right, {
        unit: '个',
        message: `${left.name} ${left.amount}，${right.name}${said}：外事接待是国内公务接待的一部分`,
        places: countCells(facts, [part, whole]),
      }),
    ];
  });
};

/** What 实物量 and the money of 三公 say of each other. */
export const COUNTS: Laws = {
  S1: spentOnNothing(KEPT),
  S2: spentOnNothing(RECEIVED),
  S3: spentOnNothing(BOUGHT),
  S4: spentOnNothing(GROUPS),
  S5: peopleOfGroups,
  S5a: foreignAffairsWithin,
  S6: countedForNothing,
};
