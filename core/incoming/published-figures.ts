import { type Fund, findColumn, findSheet, listItemName } from '../figures/sheets.ts';
import type { TableId } from '../profiles/profile.ts';
import type { RecognisedRow } from '../recognition/recognised.ts';
import { THREE_PUBLIC_ITEMS } from '../tables/three-public-table.ts';
import type { IncomingFigure } from './incoming.ts';
import { merged, type Printed, printedIn, told } from './printed-amounts.ts';
import { PublishedRests, type PublishedTables } from './published-rests.ts';

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
  readonly #rests: PublishedRests;

  /** @param rowOf the code under which a 项 goes on */
  constructor(tables: PublishedTables, rowOf: (code: string) => string) {
    this.#tables = tables;
    this.#rowOf = rowOf;
    this.#rests = new PublishedRests(tables);
  }

  read(): PublishedFigures {
    const figures = merged([
      ...this.#income(),
      ...this.#expenditure(),
      ...this.#economic(),
      ...this.#threePublic(),
      ...this.#procurement(),
    ]);
    return { figures, remarks: this.#rests.remarks };
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
        const rest = this.#rests.of(
          { table: 'expenditure', row, code, column },
          {
            tables: FUND_TABLES.map((each) => each.spent),
            column,
            amounts: parts,
            what: '非财政拨款的基本支出和项目支出',
          },
        );
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
      const column = 'appropriation';
      const rest = saysGeneral
        ? null
        : this.#rests.of(
            { table: 'income', row, code, column },
            {
              tables: ['gov-fund', 'state-capital'],
              column: 'income',
              amounts: parts,
              what: '一般公共预算的财政拨款收入',
            },
          );
      const tables: TableId[] = [
        'income',
        ...funds.filter((_, index) => parts[index]).map(({ table }) => table),
      ];
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
