import { FISCAL_FUNDS, type Fund } from '../figures/sheets.ts';
import { yuan } from './amounts.ts';
import type { Reports } from './direct-figures.ts';
import { type Gathering, plus, sumOf, type Term } from './gathering.ts';
import type { Report } from './report.ts';
import { FEW_TABLES, FUND_TABLES, fundReports, type WhyNoRest } from './rest.ts';

const FUNDS = [...FISCAL_FUNDS, 'other'] as const;
type BalanceFund = (typeof FUNDS)[number];

/** Columns of the book and the groups of 年初结转和结余调整情况表 that go into each. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  last_closing: ['before'],
  error_correction: ['error', 'recovered'],
  collected_in: ['collected_in'],
  collected_out: ['collected_out'],
  surrendered: ['surrendered'],
  reallocated: ['reallocated'],
};

/** What leaves the unit; some places print it without a sign. */
const OUT: readonly string[] = ['collected_out', 'surrendered'];
type Signs = Readonly<Record<string, 1 | -1>>;
const SIGNS: readonly Signs[] = ([1, -1] as const).flatMap((out) =>
  ([1, -1] as const).map((surrendered) => ({ collected_out: out, surrendered })),
);

const signed = (terms: readonly Term[], factor: 1 | -1): Term[] =>
  terms.map(({ sign, spot }): Term => ({ spot, sign: sign === factor ? 1 : -1 }));

/** What is left of a whole without the three funds; nothing where it is 0 beside them. */
function restOf(whole: readonly Term[], parts: readonly Term[]): Term[] {
  const terms = [...whole, ...signed(parts, -1)];
  return whole.length === 0 || (parts.length > 0 && sumOf(terms) === 0) ? [] : terms;
}

/** 年初 of a 项 and fund as the tables of the file print it. */
function openingOf(reports: Reports, code: string, fund: BalanceFund): Term[] {
  if (fund !== 'other') return plus(reports.get(FUND_TABLES[fund])?.item(code, 'opening'));
  const all = plus(reports.get('02')?.item(code, 'opening'));
  return restOf(
    all,
    fundReports(reports).flatMap((report) => plus(report.item(code, 'opening'))),
  );
}

function adjustmentOf(adjustments: Report, code: string, group: string, fund: BalanceFund): Term[] {
  const at = (each: string) => plus(adjustments.item(code, `${group}.${each}`));
  return fund === 'other' ? restOf(at('all'), FISCAL_FUNDS.flatMap(at)) : at(fund);
}

function columnTerms(
  adjustments: Report,
  code: string,
  column: string,
  fund: BalanceFund,
  signs: Signs,
): Term[] {
  const groups = COLUMNS[column] ?? [];
  const terms = groups.flatMap((group) => adjustmentOf(adjustments, code, group, fund));
  return signed(terms, signs[column] ?? 1);
}

/**
 * 上年末 and how it became 年初.
 * @returns the columns of the book of which the file says all
 */
export function addBalances(reports: Reports, gathering: Gathering, why: WhyNoRest): readonly string[] {
  const adjustments = reports.get('adjustments');
  if (adjustments === undefined) {
    addUnadjusted(reports, gathering, why, { unsure: UNADJUSTED });
    return [];
  }
  const isTold = addAdjusted(adjustments, reports, gathering, why);
  const tables = [reports.get('02'), ...FISCAL_FUNDS.map((fund) => reports.get(FUND_TABLES[fund]))];
  const isWhole = isTold && [adjustments, ...tables].every((report) => report?.isWhole ?? false);
  return isWhole ? Object.keys(COLUMNS).filter((column) => isParted(adjustments, column)) : [];
}

/** Whether the table parts by fund what goes into a column of the book. */
function isParted(adjustments: Report, column: string): boolean {
  const groups = COLUMNS[column] ?? [];
  return groups.every((group) =>
    ['all', ...FISCAL_FUNDS].every((each) => adjustments.has(`${group}.${each}`)),
  );
}

const NOT_PARTED = '表里没有分资金的栏，文件里又没有可比对的年初数，分不出非财政拨款，没有取，另行录入。';

function addAdjusted(adjustments: Report, reports: Reports, gathering: Gathering, why: WhyNoRest): boolean {
  const cells = adjustments.codes.flatMap((code) => FUNDS.map((fund) => ({ code, fund })));
  const after = ({ code, fund }: (typeof cells)[number], signs: Signs) =>
    sumOf(Object.keys(COLUMNS).flatMap((column) => columnTerms(adjustments, code, column, fund, signs)));
  const known = cells.filter(({ code, fund }) => hasOpening(reports, why, code, fund));
  const misses = (signs: Signs) =>
    known.filter((cell) => after(cell, signs) !== sumOf(openingOf(reports, cell.code, cell.fund)));
  // outflows count against the unit, however they are printed: where nothing else tells, as negative amounts
  const likely = likelySigns(adjustments);
  const signs = [likely, ...SIGNS].toSorted((a, b) => misses(a).length - misses(b).length)[0] ?? likely;
  for (const { code, fund } of misses(signs)) {
    const spot =
      adjustments.item(code, `before.${fund === 'other' ? 'all' : fund}`) ??
      adjustments.item(code, 'before.all');
    const opening = openingOf(reports, code, fund);
    const said = spot ?? opening[0]?.spot;
    const text = `${code} 调整前加各项变动得 ${yuan(after({ code, fund }, signs))}，年初结转和结余是 ${yuan(sumOf(opening))}，不论归集调出和上缴的正负都不相等，核对后改正。`;
    if (said !== undefined) gathering.refuse(said, text);
  }
  for (const cell of cells) {
    const { code, fund } = cell;
    for (const column of Object.keys(COLUMNS)) {
      const terms = columnTerms(adjustments, code, column, fund, signs);
      const [first] = terms;
      // what is left of 小计 is other money only where the funds are told, or where it leads to the 年初 of other money
      if (fund === 'other' && !known.includes(cell) && !isParted(adjustments, column)) {
        if (first !== undefined && sumOf(terms) !== 0) gathering.doubt(first.spot, NOT_PARTED);
        continue;
      }
      gathering.add(
        { sheet: 'balance', row: code, fund, column, measure: 'actual' },
        terms,
        adjustments.source,
      );
    }
  }
  // a 项 that the table does not name was not adjusted, unless it is a line that is left out
  const adjusted = new Set(adjustments.codes);
  const isTold = addUnadjusted(reports, gathering, why, {
    unsure: adjustments.hasLost ? CUT : '',
    takes: (code) => !adjusted.has(code) && !adjustments.isMissing(code),
  });
  return isTold && !adjustments.hasLost;
}

/** Whether the file says the 年初 of a 项 and fund; that of other money follows from all tables together. */
function hasOpening(reports: Reports, why: WhyNoRest, code: string, fund: BalanceFund): boolean {
  const report = reports.get(fund === 'other' ? '02' : FUND_TABLES[fund]);
  return report !== undefined && !report.isMissing(code) && (fund !== 'other' || why(code) === '');
}

function likelySigns(adjustments: Report): Signs {
  const sign = (group: string) => {
    const amounts = adjustments.codes.flatMap((code) => adjustments.item(code, `${group}.all`)?.amount ?? []);
    return amounts.some((amount) => amount > 0) ? -1 : 1;
  };
  return Object.fromEntries(OUT.map((group) => [group, sign(group)]));
}

const UNADJUSTED =
  '没有年初结转和结余调整情况表，年初数先作上年末数，账簿里已有上年末或调整数的不取；有会计差错更正、归集调入调出、上缴或调剂的，手工分开。';

const CUT =
  '年初结转和结余调整情况表有行没有取，其余的项年初数先作上年末数，账簿里已有上年末或调整数的不取；核对这一项有没有调整。';

/**
 * 年初 as 上年末: without the table of adjustments nothing says what changed in between, and the book may know better.
 * @returns whether all of it is told
 */
function addUnadjusted(
  reports: Reports,
  gathering: Gathering,
  why: WhyNoRest,
  {
    unsure,
    takes = () => true,
  }: {
    /** why the 年初 may have been adjusted; `''`: it was not */
    readonly unsure: string;
    readonly takes?: (code: string) => boolean;
  },
): boolean {
  const codes = new Set(
    [reports.get('02'), ...fundReports(reports)].flatMap((report) => report?.codes ?? []),
  );
  let isTold = true;
  for (const code of [...codes].filter(takes)) {
    for (const fund of FUNDS) {
      const terms = openingOf(reports, code, fund);
      const [first] = terms;
      if (first === undefined) continue;
      const isMoney = sumOf(terms) !== 0;
      if (!hasOpening(reports, why, code, fund)) {
        isTold = false;
        const reason = fund === 'other' ? why(code) : '';
        if (isMoney && reason !== '') gathering.doubt(first.spot, `${reason}的上年末，没有取，另行录入。`);
        continue;
      }
      const address = {
        sheet: 'balance',
        row: code,
        fund: fund satisfies Fund,
        column: 'last_closing',
        measure: 'actual',
      } as const;
      gathering.add(unsure === '' ? address : { ...address, onlyIfBlank: true }, terms);
      if (unsure !== '' && isMoney) gathering.doubt(first.spot, unsure);
      if (fund === 'other' && isMoney && fundReports(reports).length < 3)
        gathering.doubt(first.spot, FEW_TABLES);
    }
  }
  return isTold;
}
