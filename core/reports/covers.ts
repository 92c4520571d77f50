import { FISCAL_FUNDS } from '../figures/sheets.ts';
import type { Covered } from '../incoming/incoming.ts';
import { type Reports, takes } from './direct-figures.ts';
import type { Gathering } from './gathering.ts';
import type { CodeTable, LineTable } from './mapping.ts';
import type { Report } from './report.ts';
import { FUND_TABLES } from './rest.ts';

/** What the tables worked out together say all of. */
interface Told {
  readonly otherSpending: boolean;
  readonly threePublic: boolean;
  /** columns of the sheet `balance` */
  readonly balances: readonly string[];
}

/** The money of which the file says all there is: of tables that were taken to the last line. */
export function coversOf(reports: Reports, gathering: Gathering, told: Told): Covered[] {
  const refused = new Set(
    gathering.remarks.filter(({ verdict }) => verdict === 'refused').map(({ report }) => report),
  );
  const whole = new Map([...reports].filter(([, report]) => report.isWhole && !refused.has(report)));
  const has = (...ids: readonly string[]) => ids.every((id) => whole.has(id));
  const cover = (sheet: string, fund: Covered['fund'], ...columns: readonly string[]): Covered => ({
    sheet,
    fund,
    columns,
    measure: 'actual',
  });
  const funds = Object.values(FUND_TABLES);
  const isSpendingTold = told.otherSpending && has('04', ...funds);
  const isPublicTold = told.threePublic && has('08-1', reports.has('08') ? '08' : '附03');
  const areBalancesTold = told.balances.length > 0 && has('02', 'adjustments', ...funds);
  return [
    ...[...whole.values()].flatMap((report) => {
      const { table } = report.content;
      return table.form === 'codes' ? ofCodes(report, table) : ofLines(report, table);
    }),
    ...(isSpendingTold ? [cover('expenditure', 'other', 'basic', 'project')] : []),
    ...(isPublicTold ? [cover('three_public', 'general', 'project')] : []),
    ...(areBalancesTold
      ? [...FISCAL_FUNDS, 'other' as const].map((fund) => cover('balance', fund, ...told.balances))
      : []),
  ];
}

function ofCodes(report: Report, table: CodeTable): Covered[] {
  const feeds = [
    ...table.columns.flatMap(({ id, feed }) => (feed !== undefined && report.has(id) ? [feed] : [])),
    ...(table.economicFeed === undefined ? [] : [table.economicFeed]),
  ];
  return feeds.map(({ sheet, fund, column }) => ({ sheet, fund, columns: [column], measure: 'actual' }));
}

/** Only 三公 has all its lines in one table; a measure without an amount was not filled in. */
function ofLines(report: Report, table: LineTable): Covered[] {
  const lines = table.lines.filter(({ feeds }) => feeds.some(({ sheet }) => sheet === 'three_public'));
  if (lines.length === 0 || !lines.every(({ id }) => report.hasLine(id))) return [];
  return table.columns.flatMap(({ id, measure }): Covered[] => {
    const isFilled = lines.some((line) => report.line(line.id, id) !== undefined);
    if (!isFilled || measure === undefined || !takes('three_public', 'amount', 'general', measure)) return [];
    return [{ sheet: 'three_public', fund: 'general', columns: ['amount'], measure }];
  });
}
