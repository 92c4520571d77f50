import fc from 'fast-check';
import { Classification } from '../classification/classification.ts';
import { type CellText, type Figure, UNIT_KINDS, type Unit, type UnitText } from '../figures/figure.ts';
import { writeEconomicRow } from '../figures/row.ts';
import type { Fund } from '../figures/sheets.ts';
import { countAll, procure, purchasedRow, register } from './consistent-counts.ts';
import {
  type Address,
  added,
  type Draw,
  drawAmount,
  drawTwin,
  NONE,
  Sheets,
  share,
  type Twin,
} from './consistent-sheets.ts';

export const CONSISTENT_YEAR = 2024;

/** What a whole book has, or has not. */
export interface Habits {
  /** 经济分类 names the 项, and the kind of body */
  readonly byItem: boolean;
  readonly byBody: boolean;
  readonly budgets: boolean;
  /** 年初预算 is keyed beside 全年预算 */
  readonly initial: boolean;
  /** 上年决算 is keyed beside last year's book */
  readonly prior: boolean;
}

/** A unit in two years. */
export interface ConsistentUnit {
  readonly unit: Unit;
  readonly figures: readonly Figure[];
  readonly last: readonly Figure[];
  readonly texts: readonly UnitText[];
  readonly cellTexts: readonly CellText[];
}

const classification = new Classification(CONSISTENT_YEAR);
const codesOf = (fund: Fund) =>
  [...classification.functions()]
    .filter(({ code, fund: own }) => code.length === 7 && own === fund)
    .map(({ code }) => code);
const ITEMS: Readonly<Record<Exclude<Fund, ''>, readonly string[]>> = {
  general: codesOf('general'),
  gov_fund: codesOf('gov_fund'),
  state_capital: codesOf('state_capital'),
  // money of one's own is spent on the 项 of the general budget
  other: codesOf('general'),
};

/** 款 of 人员 and 公用经费, apart from those of 三公. */
const ECONOMIC = ['30101', '30102', '30107', '30113', '30201', '30207', '30229', '30239', '30302', '31002'];
const THREE_PUBLIC: Readonly<Record<string, string>> = {
  abroad: '30212',
  vehicle_purchase: '31013',
  vehicle_operation: '30231',
  reception: '30217',
};
const OWN_INCOME = ['superior', 'undertaking', 'business', 'affiliate', 'other'];

/** What one 项 of a fund spent. */
interface Spending extends Twin {
  readonly fund: Fund;
  readonly item: string;
}

/** 年初 of this year, and 年末 of the year before. 分 */
interface Balances {
  readonly opening: number;
  readonly closed: number;
}

/** What goes into the sheet `balance` of both years. */
interface BalanceColumns {
  readonly now: Readonly<Record<string, number>>;
  readonly before: Readonly<Record<string, number>>;
}

class UnitBuilder {
  readonly #draw: Draw;
  readonly #habits: Habits;
  readonly #sheets: Sheets;
  /** of each item of 三公, what was spent on it in all */
  readonly #threePublic = new Map<string, Twin>();

  readonly #unit: string;

  constructor(draw: Draw, habits: Habits, sheets: Sheets, unit: string) {
    this.#unit = unit;
    this.#draw = draw;
    this.#habits = habits;
    this.#sheets = sheets;
  }

  build() {
    const draw = this.#draw;
    const funds = (['general', 'gov_fund', 'state_capital', 'other'] as const).filter(
      (fund) => fund === 'general' || draw(fc.boolean),
    );
    for (const fund of funds) {
      const items = draw(() =>
        fc.uniqueArray(fc.constantFrom(...ITEMS[fund]), { minLength: 1, maxLength: 3 }),
      );
      this.#balance(
        fund,
        items.map((item) => this.#spend(item, fund)),
      );
    }
    this.#spendOnThreePublic();
    countAll(this.#draw, this.#sheets, (kind) => (this.#threePublic.get(kind)?.now ?? 0) > 0);
    procure(this.#draw, this.#sheets, this.#unit);
    register(this.#sheets);
  }

  #spend(item: string, fund: Fund): Spending {
    const draw = this.#draw;
    const byThreePublic = fund === 'general' ? Object.values(THREE_PUBLIC) : [];
    const codes = draw(() => fc.subarray([...ECONOMIC, ...byThreePublic], { maxLength: 5 }));
    const basic = codes.map((code) => this.#economic(item, fund, code));
    const project = draw(fc.boolean) || basic.length === 0 ? [drawTwin(draw)] : [];
    for (const [column, twins] of Object.entries({ basic, project })) {
      if (twins.length === 0) continue;
      const twin = added(twins);
      const address = { sheet: 'expenditure', row: item, fund, column };
      this.#sheets.addTwin(address, twin, this.#habits.prior ? address : null);
      this.#budget(address, twin.now);
    }
    return { item, fund, ...added([...basic, ...project]) };
  }

  #budget(address: Address, actual: number) {
    if (!this.#habits.budgets) return;
    const final = actual + share(this.#draw, actual, 9);
    this.#sheets.add({ ...address, measure: 'final' }, final);
    if (!this.#habits.initial) return;
    this.#sheets.add({ ...address, measure: 'initial' }, final - share(this.#draw, final, 30));
  }

  #economic(item: string, fund: Fund, code: string): Twin {
    const draw = this.#draw;
    const twin = drawTwin(draw);
    const row = writeEconomicRow({
      code,
      ...(this.#habits.byItem ? { item } : {}),
      ...(this.#habits.byBody && draw(fc.boolean) ? { org: draw(fc.constantFrom, ...UNIT_KINDS) } : {}),
    });
    const address = { sheet: 'economic', row, fund, column: 'amount' };
    this.#sheets.addTwin(address, twin, this.#habits.prior ? address : null);
    const [kind] = Object.entries(THREE_PUBLIC).find(([, own]) => own === code) ?? [];
    if (kind !== undefined && fund === 'general') this.#onThreePublic(kind, twin);
    return twin;
  }

  #onThreePublic(kind: string, twin: Twin) {
    this.#threePublic.set(kind, added([this.#threePublic.get(kind) ?? NONE, twin]));
  }

  /** Income and balances that what was spent leaves room for. */
  #balance(fund: Fund, spent: readonly Spending[]) {
    const draw = this.#draw;
    const isWhole = draw(fc.boolean);
    const reallocated = spent.length > 1 && draw(fc.boolean) ? drawAmount(draw) : 0;
    for (const [index, spending] of spent.entries()) {
      const moved = index === 0 ? -reallocated : index === 1 ? reallocated : 0;
      const closed = reallocated + share(draw, spending.before);
      const surrendered = share(draw, closed - reallocated);
      const corrected = draw(fc.boolean) ? drawAmount(draw) : 0;
      const opening = closed - surrendered + corrected + moved;
      const rest = fund === 'other' ? this.#ownIncome : this.#appropriation;
      const { now, before } = rest.call(this, spending, { opening, closed });
      const adjusted = {
        last_closing: closed,
        surrendered: -surrendered,
        error_correction: corrected,
        reallocated: moved,
      };
      const row = isWhole ? '' : spending.item;
      for (const [column, value] of Object.entries({ ...adjusted, ...now })) {
        this.#sheets.add({ sheet: 'balance', row, fund, column }, value);
      }
      for (const [column, value] of Object.entries(before)) {
        this.#sheets.add({ sheet: 'balance', row, fund, column }, value, this.#sheets.last);
      }
    }
  }

  #appropriation({ item, fund, now, before }: Spending, { opening, closed }: Balances): BalanceColumns {
    const address = { sheet: 'income', row: item, fund, column: 'appropriation' };
    const draw = this.#draw;
    const income = Math.max(0, now + share(draw, now, 20) - opening);
    const lastOpening = share(draw, closed + before, 50);
    const twin = { now: income, before: closed + before - lastOpening };
    this.#sheets.addTwin(address, twin, this.#habits.prior ? address : null);
    this.#budget(address, income);
    return { now: {}, before: { last_closing: lastOpening } };
  }

  #ownIncome({ item, fund, now, before }: Spending, { opening, closed }: Balances): BalanceColumns {
    const draw = this.#draw;
    const columns = draw(() => fc.subarray(OWN_INCOME, { minLength: 1, maxLength: 2 }));
    const income = added(
      columns.map((column) => {
        const twin = drawTwin(draw);
        const address = { sheet: 'income', row: item, fund, column };
        this.#sheets.addTwin(address, twin, this.#habits.prior ? address : null);
        this.#budget(address, twin.now);
        return twin;
      }),
    );
    const lastOpening = closed + before - income.before;
    const left = opening + income.now - now;
    return {
      now: { surplus_used: Math.max(0, -left), distribution: left > 0 ? share(draw, left) : 0 },
      before: { last_closing: Math.max(0, lastOpening), distribution: Math.max(0, -lastOpening) },
    };
  }

  /** 项目支出 on 三公, and the budgets of all that was spent on it. */
  #spendOnThreePublic() {
    const draw = this.#draw;
    for (const kind of Object.keys(THREE_PUBLIC)) {
      const cell = { sheet: 'three_public', row: kind, fund: 'general' } as const;
      if (draw(fc.boolean)) {
        const twin = drawTwin(draw);
        this.#sheets.addTwin({ ...cell, column: 'project' }, twin, null);
        this.#onThreePublic(kind, twin);
      }
      const spent = this.#threePublic.get(kind) ?? NONE;
      const amount = { ...cell, column: 'amount' };
      const final = spent.now + share(draw, spent.now);
      this.#sheets.key({ ...amount, measure: 'final' }, final);
      this.#sheets.add({ ...amount, measure: 'initial' }, final + share(draw, final));
      if (this.#habits.prior) this.#sheets.add({ ...amount, measure: 'prior' }, spent.before);
    }
  }
}

/** A unit whose figures agree with each other, with last year's and with its budgets. */
export function consistentUnit(draw: Draw, code: string, habits: Habits): ConsistentUnit {
  const unit: Unit = { code, name: `单位${code}`, kind: draw(fc.constantFrom, ...UNIT_KINDS) };
  const sheets = new Sheets(code, draw);
  new UnitBuilder(draw, habits, sheets, code).build();
  return {
    unit,
    figures: [...sheets.now.values()],
    last: [...sheets.last.values()],
    texts: [{ unit: code, slot: 'duties', body: `单位${code}承担本区域的公共服务。` }],
    cellTexts: [
      {
        unit: code,
        sheet: 'purchased_services',
        row: purchasedRow(code),
        column: 'name',
        body: '物业管理服务',
      },
    ],
  };
}
