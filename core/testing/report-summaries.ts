import { FISCAL_FUNDS, type Fund } from '../figures/sheets.ts';
import { plusAll, type ReportAmounts } from './report-amounts.ts';
import type { ReportedYear } from './report-grids.ts';
import { linePage, type PageBlock } from './report-line-page.ts';
import type { Amount, ReportPage, ReportStyle } from './report-page.ts';

const ALL: readonly Fund[] = [...FISCAL_FUNDS, 'other'];
const SHEETS = ['income', 'expenditure', 'balance'];
const BUDGETS = [['年初预算数'], ['全年预算数'], ['决算数']];
const FUND_NAMES = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];

/** 财决01 and 01-1. */
export function summaryPages(
  reported: ReportedYear,
  amounts: ReportAmounts,
  style: ReportStyle,
): ReportPage[] {
  const sum = (funds: readonly Fund[], of: (code: string) => Amount) =>
    plusAll(...amounts.items(SHEETS, funds).map(of));
  const income = (funds: readonly Fund[]) => sum(funds, (code) => amounts.income(code, funds));
  const spent = (funds: readonly Fund[], column?: string) =>
    sum(funds, (code) => amounts.spent(code, funds, column));
  const opening = (funds: readonly Fund[]) => sum(funds, (code) => amounts.opening(code, funds));
  const closing = (funds: readonly Fund[]) => sum(funds, (code) => amounts.closing(code, funds));
  const last = (amount: Amount) => ({ amounts: [null, null, amount] });
  const byFund = (of: (funds: readonly Fund[]) => Amount) => ({
    amounts: [of(FISCAL_FUNDS), ...FISCAL_FUNDS.map((fund) => of([fund]))],
  });
  const fiscalLines = (ending: string, of: (funds: readonly Fund[]) => Amount) =>
    FUND_NAMES.map((name, index) => ({
      label: `${ending === '' ? '' : `${'一二三'[index]}、`}${name}${ending}`,
      ...last(of([FISCAL_FUNDS[index] ?? 'general'])),
    }));
  const spending = [['决算数', '小计'], ...FUND_NAMES.map((name) => ['决算数', name])];
  const all: PageBlock[] = [
    {
      title: '收入',
      label: '项目',
      columns: BUDGETS,
      lines: [
        ...fiscalLines('收入', income),
        { label: '四、上级补助收入' },
        { label: '本年收入合计', ...last(income(ALL)) },
        { label: '使用非财政拨款结余' },
        { label: '年初结转和结余', ...last(opening(ALL)) },
      ],
    },
    {
      title: '支出',
      label: '项目（按功能分类）',
      columns: BUDGETS,
      lines: [{ label: '一、一般公共服务支出' }, { label: '二、外交支出' }, ...Array(5).fill({ label: '' })],
    },
    {
      title: '支出',
      label: '项目（按支出性质和经济分类）',
      columns: BUDGETS,
      lines: [
        { label: '一、基本支出', ...last(spent(ALL, 'basic')) },
        { label: '二、项目支出', ...last(spent(ALL, 'project')) },
        { label: '三、上缴上级支出' },
        { label: '' },
        { label: '本年支出合计', ...last(spent(ALL)), isWide: true },
        { label: '结余分配', isWide: true },
        { label: '年末结转和结余', ...last(closing(ALL)), isWide: true },
      ],
    },
  ];
  const fiscal: PageBlock[] = [
    {
      title: '收入',
      label: '项目',
      columns: BUDGETS,
      lines: [
        ...fiscalLines('', income),
        { label: '本年收入合计', ...last(income(FISCAL_FUNDS)) },
        { label: '年初财政拨款结转和结余', ...last(opening(FISCAL_FUNDS)) },
        ...fiscalLines('', opening),
      ],
    },
    {
      title: '支出',
      label: '项目（按支出性质和经济分类）',
      columns: spending,
      lines: [
        { label: '一、基本支出', ...byFund((funds) => spent(funds, 'basic')) },
        { label: '二、项目支出', ...byFund((funds) => spent(funds, 'project')) },
        { label: '本年支出合计', ...byFund((funds) => spent(funds)) },
        { label: '年末财政拨款结转和结余', ...byFund(closing) },
      ],
    },
  ];
  return [
    linePage(
      {
        ...reported,
        sheet: 'Z01 收入支出决算总表(财决01表)',
        title: '收入支出决算总表',
        number: '01',
        blocks: all,
      },
      style,
    ),
    linePage(
      {
        ...reported,
        sheet: 'Z01_1 财政拨款收入支出决算总表(财决01-1表)',
        title: '财政拨款收入支出决算总表',
        number: '01-1',
        blocks: fiscal,
      },
      style,
    ),
  ];
}

/** 财决附03 as it is since 2018, or as the one that is known in full, of 2017. */
export function institutionPage(
  reported: ReportedYear,
  amounts: ReportAmounts,
  style: ReportStyle,
): ReportPage {
  const isOld = reported.year <= 2017;
  const budgets = isOld ? [['预算数'], ['统计数']] : [['年初预算数'], ['全年预算数'], ['决算（统计）数']];
  const money = (label: string, kind: string) => {
    const [initial, final, actual] = [
      amounts.line('three_public', kind, 'initial'),
      amounts.line('three_public', kind, 'final'),
      amounts.threePublic(kind),
    ];
    return { label, amounts: isOld ? [initial, actual] : [initial, final, actual] };
  };
  const atEnd = (amount: Amount) => [...budgets.slice(1).map(() => null), amount];
  const part = (label: string, row: string) => ({
    label,
    amounts: atEnd(amounts.line('reception_parts', row)),
  });
  const count = (label: string, row: string) => ({
    label,
    amounts: atEnd(amounts.line('counts', row)),
    isCount: true as const,
  });
  const bought = (label: string, row: string) => ({ label, amounts: [amounts.line('procurement', row)] });
  const left: PageBlock = {
    title: '',
    label: '项目',
    columns: budgets,
    lines: [
      { label: '一、“三公”经费支出' },
      { label: '（一）支出合计' },
      money('1．因公出国（境）费', 'abroad'),
      { label: '2．公务用车购置及运行维护费' },
      money('（1）公务用车购置费', 'vehicle_purchase'),
      money('（2）公务用车运行维护费', 'vehicle_operation'),
      money('3．公务接待费', 'reception'),
      part('（1）国内接待费', 'domestic'),
      part('其中：外事接待费', 'foreign_affairs'),
      part('（2）国（境）外接待费', 'abroad'),
      { label: '（二）相关统计数' },
      count('1．因公出国（境）团组数（个）', 'abroad_groups'),
      count('2．因公出国（境）人次数（人）', 'abroad_people'),
      count('3．公务用车购置数（辆）', 'vehicles_bought'),
      count('4．公务用车保有量（辆）', 'vehicles_kept'),
      count('5．国内公务接待批次（个）', 'receptions_domestic'),
      count('其中：外事接待批次（个）', 'receptions_foreign_affairs'),
      count('6．国内公务接待人次（人）', 'reception_people_domestic'),
      count('其中：外事接待人次（人）', 'reception_people_foreign_affairs'),
      count('7．国（境）外公务接待批次（个）', 'receptions_abroad'),
      count('8．国（境）外公务接待人次（人）', 'reception_people_abroad'),
    ],
  };
  const right: PageBlock = {
    title: '',
    label: '项目',
    columns: [['统计数']],
    lines: [
      { label: '二、机关运行经费', amounts: [amounts.line('control', 'operating')] },
      { label: '（一）行政单位' },
      { label: '三、国有资产占用情况' },
      { label: '（一）车辆数合计（辆）' },
      ...(isOld
        ? []
        : [
            { label: '四、政府采购支出信息' },
            { label: '（一）政府采购支出合计' },
            bought('1．政府采购货物支出', 'goods'),
            bought('2．政府采购工程支出', 'works'),
            bought('3．政府采购服务支出', 'services'),
            bought('（二）政府采购授予中小企业合同金额', 'sme'),
            bought('其中：授予小微企业合同金额', 'micro'),
          ]),
    ],
  };
  const title = isOld ? '部门决算相关信息统计表' : '机构运行信息表';
  return linePage(
    { ...reported, sheet: `F03 ${title}(财决附03表)`, title, number: '附03', blocks: [left, right] },
    style,
  );
}
