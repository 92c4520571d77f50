import type { Reports } from './direct-figures.ts';
import { type Gathering, minus, plus, sumOf } from './gathering.ts';
import { FEW_TABLES, fundReports, type WhyNoRest } from './rest.ts';

/** 财决03 does not part 财政拨款收入 by fund: that needs the tables of each. */
export function judgeIncome(reports: Reports, gathering: Gathering) {
  const income = reports.get('03');
  if (income === undefined || fundReports(reports).length > 0) return;
  for (const code of income.codes) {
    const spot = income.item(code, 'appropriation');
    if (spot !== undefined && spot.amount !== 0) {
      gathering.doubt(spot, '没有财决07、09、11，财政拨款收入分不出资金，没有取，另行录入。');
    }
  }
}

/**
 * 基本支出 and 项目支出 of money that is no 财政拨款: 财决04 less the tables of the three funds.
 * @returns whether all of it is told
 */
export function addOtherSpending(reports: Reports, gathering: Gathering, why: WhyNoRest): boolean {
  const spending = reports.get('04');
  if (spending === undefined) return false;
  const funds = fundReports(reports);
  let isWhole = funds.length === 3;
  for (const code of spending.codes) {
    for (const column of ['basic', 'project']) {
      const all = spending.item(code, column);
      if (all === undefined) continue;
      const fiscal = funds.flatMap((report) => minus(report.item(code, column)));
      const terms = [...plus(all), ...fiscal];
      const rest = sumOf(terms);
      const reason = why(code);
      if (reason !== '') {
        isWhole = false;
        if (rest !== 0) gathering.doubt(all, `${reason}的基本支出和项目支出，没有取，另行录入。`);
        continue;
      }
      // beside 财政拨款 a rest of 0 is no figure of its own
      if (rest === 0 && fiscal.length > 0) continue;
      gathering.add({ sheet: 'expenditure', row: code, fund: 'other', column, measure: 'actual' }, terms);
      if (rest < 0) gathering.doubt(all, '小于财政拨款各表之和，非财政拨款的支出成了负数，核对两边。');
      if (rest > 0 && funds.length < 3) gathering.doubt(all, FEW_TABLES);
    }
  }
  return isWhole;
}
