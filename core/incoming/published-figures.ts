import { type Fund, findColumn, findSheet, listItemName } from '../figures/sheets.ts';
import type { TableId } from '../profiles/profile.ts';
import type { RecognisedRow, RecognisedTable } from '../recognition/recognised.ts';
import { THREE_PUBLIC_ITEMS } from '../tables/three-public-table.ts';
import type { IncomingFigure } from './incoming.ts';
import { merged, type Printed, printedIn, restOf, told } from './printed-amounts.ts';

/** A table of last year, without the rows that the clerk left out. */
interface PublishedTable extends Pick<RecognisedTable, 'rows' | 'columns'> {
  /** the codes of those rows */
  readonly lost: ReadonlySet<string>;
}

export type PublishedTables = ReadonlyMap<TableId, PublishedTable>;

interface PublishedFigures {
  readonly figures: readonly IncomingFigure[];
  /** what could not be told, one sentence each */
  readonly remarks: readonly string[];
}

/** The tables that say what one fund of 财政拨款 was spent on, and what came in. */
const FUND_TABLES: readonly { readonly fund: Fund; readonly spent: TableId; readonly came: TableId }[] = [
  { fund: 'general', spent: 'general-expenditure', came: 'general-balance' },
  { fund: 'gov_fund', spent: 'gov-fund', came: 'gov-fund' },
  { fund: 'state_capital', spent: 'state-capital', came: 'state-capital' },
];

const TITLES: Readonly<Partial<Record<TableId, string>>> = {
  'general-expenditure': '一般公共预算财政拨款支出决算表',
  'gov-fund': '政府性基金预算财政拨款收入支出决算表',
  'state-capital': '国有资本经营预算财政拨款支出决算表',
};

const OTHER_INCOME = ['superior', 'undertaking', 'business', 'affiliate', 'other'];
const OTHER_EXPENDITURE = ['remit', 'business', 'subsidy'];
const SHARED_EXPENDITURE = ['basic', 'project'];

/** What the public tables of a year say, as 上年决算 of the next; amounts as printed, 万元 with two decimals. */
export function publishedFigures(tables: PublishedTables, rowOf: (code: string) => string): PublishedFigures {
  return new Published(tables, rowOf).read();
}

class Published {
  readonly #tables: PublishedTables;
  readonly #rowOf: (code: string) => string;
  readonly #remarks = new Set<string>();

  /** @param rowOf the code under which a 项 goes on */
  constructor(tables: PublishedTables, rowOf: (code: string) => string) {
    this.#tables = tables;
    this.#rowOf = rowOf;
  }

  read(): PublishedFigures {
    const figures = merged([
      ...this.#income(),
      ...this.#expenditure(),
      ...this.#economic(),
      ...this.#threePublic(),
      ...this.#procurement(),
    ]);
    return { figures, remarks: [...this.#remarks] };
  }

  /** What stands beside the tables of funds is a rest of its own only where all of them tell their part of the 项. */
  #isParted(code: string, tables: readonly TableId[], what: string): boolean {
    const missing = tables.filter((table) => !this.#tables.has(table)).map((table) => TITLES[table]);
    const lost = tables
      .filter((table) => this.#tables.get(table)?.lost.has(code))
      .map((table) => TITLES[table]);
    if (missing.length > 0) this.#remarks.add(`没有读到${missing.join('、')}，分不出${what}，没有取。`);
    if (lost.length > 0)
      this.#remarks.add(`${lost.join('、')}里 ${code} 一行没有取，分不出${what}，没有取。`);
    return missing.length + lost.length === 0;
  }

  #rows(table: TableId, length: number): ReadonlyMap<string, RecognisedRow> {
    const rows = this.#tables.get(table)?.rows ?? [];
    return new Map(rows.flatMap((row) => (row.code?.length === length ? [[row.code, row]] : [])));
  }

  #prints(table: TableId, column: string): boolean {
    return this.#tables.get(table)?.columns.includes(column) ?? false;
  }

  #expenditure(): IncomingFigure[] {
    const funds = FUND_TABLES.map(({ fund, spent }) => ({ fund, rows: this.#rows(spent, 7), table: spent }));
    const fiscal = funds.flatMap(({ fund, rows, table }) =>
      [...rows].flatMap(([code, row]) =>
        SHARED_EXPENDITURE.flatMap((column) => {
          const printed = printedIn(row, column);
          return printed === null
            ? []
            : [this.#figure('expenditure', code, { fund, column, ...printed, tables: [table] })];
        }),
      ),
    );
    const others = [...this.#rows('expenditure', 7)].flatMap(([code, row]) => [
      ...SHARED_EXPENDITURE.flatMap((column) => {
        const parts = funds.map(({ rows }) => printedIn(rows.get(code), column));
        const left = restOf(printedIn(row, column), parts);
        const spent = FUND_TABLES.map((each) => each.spent);
        const rest =
          left !== null && this.#isParted(code, spent, '非财政拨款的基本支出和项目支出') ? left : null;
        const tables: TableId[] = [
          'expenditure',
          ...funds.filter((_, index) => parts[index]).map(({ table }) => table),
        ];
        return rest === null
          ? []
          : [this.#figure('expenditure', code, { fund: 'other', column, ...rest, tables })];
      }),
      ...OTHER_EXPENDITURE.flatMap((column) => this.#plain('expenditure', 'expenditure', row, column)),
    ]);
    return [...fiscal, ...others];
  }

  #income(): IncomingFigure[] {
    const funds = FUND_TABLES.map(({ fund, came }) => ({
      fund,
      table: came,
      rows: this.#prints(came, 'income') ? this.#rows(came, 7) : new Map<string, RecognisedRow>(),
    }));
    const fiscal = funds.flatMap(({ fund, rows, table }) =>
      [...rows].flatMap(([code, row]) => {
        const printed = printedIn(row, 'income');
        const column = 'appropriation';
        return printed === null
          ? []
          : [this.#figure('income', code, { fund, column, ...printed, tables: [table] })];
      }),
    );
    const saysGeneral = this.#prints('general-balance', 'income');
    const others = [...this.#rows('income', 7)].flatMap(([code, row]) => {
      const parts = funds.map(({ rows }) => printedIn(rows.get(code), 'income'));
      const left = saysGeneral ? null : restOf(printedIn(row, 'appropriation'), parts);
      const others = ['gov-fund', 'state-capital'] as const;
      const rest = left !== null && this.#isParted(code, others, '一般公共预算的财政拨款收入') ? left : null;
      const tables: TableId[] = [
        'income',
        ...funds.filter((_, index) => parts[index]).map(({ table }) => table),
      ];
      const column = 'appropriation';
      return [
        ...(rest === null
          ? []
          : [this.#figure('income', code, { fund: 'general', column, ...rest, tables })]),
        ...OTHER_INCOME.flatMap((each) => this.#plain('income', 'income', row, each)),
      ];
    });
    return [...fiscal, ...others];
  }

  #plain(sheet: string, table: TableId, row: RecognisedRow, column: string): IncomingFigure[] {
    const printed = printedIn(row, column);
    if (printed === null || row.code === undefined) return [];
    return [this.#figure(sheet, row.code, { fund: 'other', column, ...printed, tables: [table] })];
  }

  #economic(): IncomingFigure[] {
    const tables = [
      { table: 'general-basic', fund: 'general' },
      { table: 'gov-fund-basic', fund: 'gov_fund' },
    ] as const;
    return tables.flatMap(({ table, fund }) =>
      [...this.#rows(table, 5)].flatMap(([code, row]) => {
        const printed = printedIn(row, 'amount');
        const address = { sheet: 'economic', row: code, fund, column: 'amount', measure: 'prior' } as const;
        return printed === null ? [] : [told(address, printed, [table], `${code} ${row.label}`)];
      }),
    );
  }

  #threePublic(): IncomingFigure[] {
    const table = 'three-public';
    const sheet = findSheet('three_public');
    return THREE_PUBLIC_ITEMS.flatMap((item) => {
      const row = this.#tables.get(table)?.rows.find((each) => each.item === item);
      const printed = printedIn(row, 'actual');
      const address = {
        sheet: 'three_public',
        row: item,
        fund: 'general',
        column: 'amount',
        measure: 'prior',
      } as const;
      const title = (sheet && listItemName(sheet, item)) ?? item;
      return printed === null ? [] : [told(address, printed, [table], title)];
    });
  }

  #procurement(): IncomingFigure[] {
    const table = 'procurement';
    return (this.#tables.get(table)?.rows ?? []).flatMap((row) => {
      const item = PROCUREMENT.find(([, words]) => words.test(row.label))?.[0];
      const printed = printedIn(row, 'amount');
      if (item === undefined || printed === null) return [];
      const address = { sheet: table, row: item, fund: '', column: 'amount', measure: 'prior' } as const;
      return [told(address, printed, [table], row.label)];
    });
  }

  #figure(
    sheet: string,
    code: string,
    {
      fund,
      column,
      tables,
      ...printed
    }: Printed & { fund: Fund; column: string; tables: readonly TableId[] },
  ): IncomingFigure {
    const address = { sheet, row: this.#rowOf(code), fund, column, measure: 'prior' } as const;
    const definition = findSheet(sheet);
    const name = (definition && findColumn(definition, column)?.name) ?? column;
    return told(address, printed, tables, `${code} ${name}`);
  }
}

const PROCUREMENT: readonly (readonly [item: string, words: RegExp])[] = [
  ['micro', /小微企业/],
  ['sme', /中小企业/],
  ['goods', /采购货物/],
  ['works', /采购工程/],
  ['services', /采购服务/],
];
