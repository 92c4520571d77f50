import type { Figure } from '../figures/figure.ts';
import { FISCAL_FUNDS, type Fund } from '../figures/sheets.ts';
import type { SheetGrid } from '../recognition/grid.ts';
import { negated, plusAll, ReportAmounts, THREE_PUBLIC_CODES } from './report-amounts.ts';
import { type CodePage, codePage, type PageColumn } from './report-code-page.ts';
import type { Amount, ReportPage, ReportStyle } from './report-page.ts';
import { institutionPage, summaryPages } from './report-summaries.ts';

/** Whose reports are printed. The figures are one unit's; economic and balance rows name their 项. */
export interface ReportedYear {
  readonly unit: string;
  readonly year: number;
  readonly figures: readonly Figure[];
}

const ALL: readonly Fund[] = [...FISCAL_FUNDS, 'other'];
const SHEETS = ['income', 'expenditure', 'balance'];

/**
 * The 财决 tables of a unit's year in the layout that domain/caijue-reports.md tells of; no official file was at hand.
 * A worksheet of other tables, and one of a public table in 万元, stand among them.
 */
export function reportGrids(reported: ReportedYear, style: ReportStyle): SheetGrid[] {
  const amounts = new ReportAmounts(reported.figures, reported.year);
  const page = (table: Pick<CodePage, 'sheet' | 'title' | 'number' | 'codes' | 'columns'>) =>
    codePage({ ...reported, ...table }, amounts.classification, style);
  const pages: ReportPage[] = [
    ...(style.summaries ? summaryPages(reported, amounts, style) : []),
    page(balanceTable(amounts)),
    page(incomeTable(amounts)),
    page(spendingTable(amounts)),
    page({
      ...spendingTable(amounts),
      sheet: 'Z05 支出决算明细表(财决05表)',
      title: '支出决算明细表',
      number: '05',
    }),
    page(fundTable(amounts, 'general', 'Z07 ', '一般公共预算财政拨款收入支出决算表', '07')),
    ...(style.detailed ? [page(detailTable(amounts, 'general', true))] : []),
    page(detailTable(amounts, 'general', false)),
    page(fundTable(amounts, 'gov_fund', 'Z09 ', '政府性基金预算财政拨款收入支出决算表', '09')),
    page(detailTable(amounts, 'gov_fund', false)),
    page(fundTable(amounts, 'state_capital', 'Z11 ', '国有资本经营预算财政拨款收入支出决算表', '11')),
    ...(style.adjustments ? [page(adjustmentTable(amounts, style))] : []),
    institutionPage(reported, amounts, style),
  ];
  return [...pages.map((each) => each.grid()), publicTable()];
}

function incomeTable(amounts: ReportAmounts) {
  const own = (name: string, column: string): PageColumn => ({
    path: [name],
    of: (code) => amounts.income(code, ['other'], column),
  });
  return {
    sheet: 'Z03 收入决算表(财决03表)',
    title: '收入决算表',
    number: '03',
    codes: amounts.items(['income'], ALL),
    columns: [
      { path: ['本年收入合计'], of: (code: string) => amounts.income(code, ALL) },
      { path: ['财政拨款收入'], of: (code: string) => amounts.income(code, FISCAL_FUNDS) },
      own('上级补助收入', 'superior'),
      { ...own('', 'undertaking'), path: ['事业收入', '小计'] },
      {
        path: ['事业收入', '其中：教育收费'],
        of: (code: string) => amounts.income(code, ['other'], 'undertaking'),
      },
      own('经营收入', 'business'),
      own('附属单位上缴收入', 'affiliate'),
      own('其他收入', 'other'),
    ],
  };
}

function spendingTable(amounts: ReportAmounts) {
  const column = (name: string, id?: string): PageColumn => ({
    path: [name],
    of: (code) => amounts.spent(code, ALL, id),
  });
  return {
    sheet: 'Z04 支出决算表(财决04表)',
    title: '支出决算表',
    number: '04',
    codes: amounts.items(['expenditure'], ALL),
    columns: [
      column('本年支出合计'),
      column('基本支出', 'basic'),
      column('项目支出', 'project'),
      column('上缴上级支出', 'remit'),
      column('经营支出', 'business'),
      column('对附属单位补助支出', 'subsidy'),
    ],
  };
}

function balanceTable(amounts: ReportAmounts) {
  const of = (path: readonly string[], amount: (code: string) => Amount): PageColumn => ({
    path,
    of: amount,
  });
  const nothing = () => null;
  return {
    sheet: 'Z02 收入支出决算表(财决02表)',
    title: '收入支出决算表',
    number: '02',
    codes: amounts.items(SHEETS, ALL),
    columns: [
      of(['年初结转和结余', '合计'], (code) => amounts.opening(code, ALL)),
      of(['年初结转和结余', '基本支出结转'], nothing),
      of(['年初结转和结余', '项目支出结转和结余'], nothing),
      of(['本年收入'], (code) => amounts.income(code, ALL)),
      of(['本年支出'], (code) => amounts.spent(code, ALL)),
      of(['使用非财政拨款结余'], (code) => amounts.balance(code, ALL, 'surplus_used')),
      of(['结余分配', '合计'], (code) => amounts.balance(code, ALL, 'distribution')),
      of(['结余分配', '交纳企业所得税'], nothing),
      of(['年末结转和结余', '合计'], (code) => amounts.closing(code)),
      of(['年末结转和结余', '基本支出结转'], nothing),
    ],
  };
}

function fundTable(amounts: ReportAmounts, fund: Fund, sheet: string, title: string, number: string) {
  const of = (path: readonly string[], amount: (code: string) => Amount): PageColumn => ({
    path,
    of: amount,
  });
  const isGeneral = fund === 'general';
  const basic = ['本年支出', '基本支出'];
  return {
    sheet: `${sheet}${title}(财决${number}表)`,
    title,
    number,
    codes: amounts.items(SHEETS, [fund]),
    columns: [
      of(['年初结转和结余', '合计'], (code) => amounts.opening(code, [fund])),
      of(['年初结转和结余', '项目支出结转和结余'], () => null),
      of(['本年收入', '合计'], (code) => amounts.income(code, [fund])),
      of(['本年收入', '基本支出'], (code) => amounts.spent(code, [fund], 'basic')),
      of(['本年收入', '项目支出'], (code) => amounts.spent(code, [fund], 'project')),
      of(['本年支出', '合计'], (code) => amounts.spent(code, [fund])),
      of(isGeneral ? [...basic, '小计'] : basic, (code) => amounts.spent(code, [fund], 'basic')),
      ...(isGeneral
        ? [
            of([...basic, '人员经费'], (code) => amounts.economic(code, fund, '301', '303')),
            of([...basic, '日常公用经费'], (code) =>
              amounts.economic(code, fund, '302', '307', '310', '312', '399'),
            ),
          ]
        : []),
      of(['本年支出', '项目支出'], (code) => amounts.spent(code, [fund], 'project')),
      of(['年末结转和结余', '合计'], (code) => amounts.closing(code, [fund])),
      of(['年末结转和结余', '项目支出结转和结余', '小计'], () => null),
    ],
  };
}

/** @param isWhole 财决08, else the 基本支出 alone */
function detailTable(amounts: ReportAmounts, fund: Fund, isWhole: boolean) {
  const codes = amounts.items(['economic', ...(isWhole ? ['expenditure'] : [])], [fund]);
  const entries = [...amounts.classification.economicEntries()];
  const groups = entries.filter(({ code }) => code.length === 3);
  const kinds = Object.entries(THREE_PUBLIC_CODES);
  const project = (item: string, code: string): Amount => {
    if (!isWhole) return null;
    const [kind] = kinds.find(([, own]) => own === code) ?? [];
    if (kind !== undefined)
      return item === codes[0] ? amounts.line('three_public', kind, 'actual', 'project') : null;
    return code === '30299' ? amounts.spent(item, [fund], 'project') : null;
  };
  const of = (item: string, code: string) => plusAll(amounts.economic(item, fund, code), project(item, code));
  const under = (group: string) => entries.filter(({ code }) => code.length === 5 && code.startsWith(group));
  const within = (item: string, group: string) => plusAll(...under(group).map(({ code }) => of(item, code)));
  const columns: PageColumn[] = groups.flatMap(({ code: group, name }) => [
    { path: [name, '小计'], of: (item) => within(item, group) },
    ...under(group).map(
      ({ code, name: own }): PageColumn => ({ path: [name, own], of: (item) => of(item, code) }),
    ),
  ]);
  const number = isWhole ? '08' : fund === 'general' ? '08-1' : '10-1';
  const kind = fund === 'general' ? '一般公共预算财政拨款' : '政府性基金预算财政拨款';
  const title = `${kind}${isWhole ? '' : '基本'}支出决算明细表`;
  return {
    sheet: `Z${number.replace('-', '_')} ${title}(财决${number}表)`,
    title,
    number,
    codes,
    columns: [
      { path: ['合计'], of: (item: string) => plusAll(...groups.map(({ code }) => within(item, code))) },
      ...columns,
    ],
  };
}

const FUND_WORDS: readonly (readonly [string, readonly Fund[]])[] = [
  ['合计', ALL],
  ['一般公共预算财政拨款', ['general']],
  ['政府性基金预算财政拨款', ['gov_fund']],
  ['国有资本经营预算财政拨款', ['state_capital']],
];

function adjustmentTable(amounts: ReportAmounts, style: ReportStyle) {
  const out = (amount: Amount) => (style.outflowsPositive ? negated(amount) : amount);
  const group = (
    above: readonly string[],
    of: (code: string, funds: readonly Fund[]) => Amount,
  ): PageColumn[] =>
    FUND_WORDS.map(([name, funds], index) => ({
      path: [...above, ...(index === 0 ? [name] : ['其中', name])],
      of: (code) => of(code, funds),
    }));
  const plain = (name: string, id: string) =>
    group(['变动项目', name], (code, funds) => amounts.balance(code, funds, id));
  const title = '年初结转和结余调整情况表';
  return {
    sheet: title,
    title,
    number: '',
    codes: amounts.items(['balance'], ALL),
    columns: [
      ...group(['调整前年初结转和结余'], (code, funds) => amounts.balance(code, funds, 'last_closing')),
      ...plain('会计差错更正', 'error_correction'),
      ...group(['变动项目', '收回以前年度支出'], () => null),
      ...plain('归集调入', 'collected_in'),
      ...group(['变动项目', '归集调出'], (code, funds) => out(amounts.balance(code, funds, 'collected_out'))),
      ...group(['变动项目', '归集上缴和缴回资金'], (code, funds) =>
        out(amounts.balance(code, funds, 'surrendered')),
      ),
      ...plain('单位内部调剂', 'reallocated'),
    ],
  };
}

/** What must not be read: the same figures in 万元. */
function publicTable(): SheetGrid {
  const texts = ['收入决算表', '公开02表', '金额单位：万元', '本年收入合计'];
  const cells = texts.map((text, row) => ({
    row,
    column: 0,
    rowSpan: 1,
    columnSpan: 1,
    text,
    isNumber: false,
  }));
  return { name: 'GK02 收入决算表', cells };
}
