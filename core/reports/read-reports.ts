import { checkEdit } from '../entry/check-edit.ts';
import type { ImportReading, IncomingRow, IncomingTable } from '../incoming/incoming.ts';
import type { SheetGrid } from '../recognition/grid.ts';
import { yuan } from './amounts.ts';
import { addBalances } from './balances.ts';
import { coverRemarks } from './cover.ts';
import { coversOf } from './covers.ts';
import { addDirect, type Reports } from './direct-figures.ts';
import { Gathering } from './gathering.ts';
import { addOtherSpending, judgeIncome } from './other-spending.ts';
import { type ReadSheet, type ReportOptions, readReport } from './read-report.ts';
import { Report } from './report.ts';
import { whyNoRest } from './rest.ts';
import { sentences } from './texts.ts';
import { addThreePublic } from './three-public.ts';
import { tieReports } from './ties.ts';

const UNCONFIRMED = '财决报表的版式没有官方文件可以证实，核对取数结果后再并入。';

/**
 * Reads the worksheets of one unit's 财决 workbook: which tables they are, what becomes of each line, the figures that
 * would go into the book, and whether the tables agree with each other. Pure: the same answer for the same file, book
 * year and choices. Amounts in 分; nothing is reckoned over, rounded or adjusted.
 */
export function readReports(sheets: readonly SheetGrid[], options: ReportOptions): ImportReading {
  const read = sheets.map((sheet) => ({ sheet: sheet.name, outcome: readReport(sheet, options) }));
  const found = withoutTwins(read.flatMap(({ outcome }) => ('report' in outcome ? [outcome] : [])));
  const reports: Reports = new Map(
    found.filter(({ report }) => report.isUsable).map(({ report }) => [report.content.table.id, report]),
  );
  const gathering = new Gathering();
  addDirect(reports, gathering);
  judgeIncome(reports, gathering);
  const all = found.map(({ report }) => report);
  const why = whyNoRest(reports, all, options.classification);
  const told = {
    otherSpending: addOtherSpending(reports, gathering, why),
    balances: addBalances(reports, gathering, why),
    threePublic: addThreePublic(reports, gathering),
  };
  tieReports(reports, gathering, options.classification);
  judgeTops(found, gathering);
  const figures = gathering.gathered.flatMap(({ figure, spots }) => {
    const problem = checkEdit(figure, options.classification);
    const [spot] = spots;
    if (problem === null) return [figure];
    if (spot !== undefined) gathering.refuse(spot, problem.message);
    return [];
  });
  const tops = found.map(({ top }) => top);
  return {
    tables: found.map(({ report }) => incomingTable(report, gathering)),
    figures,
    texts: [],
    cellTexts: [],
    ties: gathering.ties,
    covers: coversOf(reports, gathering, told),
    unread: read.flatMap(({ sheet, outcome }) =>
      'reason' in outcome ? [{ sheet, reason: outcome.reason }] : [],
    ),
    stated: {
      unit: tops.flatMap(({ unit }) => unit ?? [])[0] ?? null,
      year: tops.flatMap(({ years }) => years)[0] ?? null,
    },
    remarks: [
      ...remarksOf(found),
      ...coverRemarks(
        sheets,
        tops.flatMap(({ unit }) => unit ?? []),
      ),
    ],
  };
}

/** Two worksheets of one table, maybe one of them hidden: nobody but the clerk knows which one counts. */
function withoutTwins(found: readonly ReadSheet[]): ReadSheet[] {
  return found.map((each) => {
    const { content } = each.report;
    const twins = found.filter(
      ({ report }) => report.content.table === content.table && !report.content.isLeft,
    );
    if (twins.length < 2 || content.isLeft) return each;
    const names = twins.map(({ report }) => `《${report.content.sheet}》`).join('、');
    const fault = `${content.fault}${names}都是${content.table.report}，只能取一张，其余整张不取。`;
    return { ...each, report: new Report({ ...content, fault }) };
  });
}

/** A table without its unit of money is read in 元; one without 合计 cannot show that every line was read. */
function judgeTops(found: readonly ReadSheet[], gathering: Gathering) {
  for (const { report, top } of found) {
    const { rows, table } = report.content;
    if (table.form === 'lines') continue;
    const doubt = (row: number, sentence: string) =>
      gathering.remarks.push({ report, row, verdict: 'doubtful', sentence });
    const total = rows.find(({ kind }) => kind === 'total');
    const [first] = rows.filter(({ kind, verdict }) => kind === 'item' && verdict !== 'left');
    if (total === undefined) {
      if (first !== undefined) doubt(first.row, '这张表没有合计行，不能比对各行是否读全，与批复核对。');
      continue;
    }
    const amount =
      total.cells.find(({ meaning }) => meaning === 'total' || meaning === 'closing')?.amount ?? null;
    if (top.money.length > 0 || total.verdict === 'left') continue;
    const said = amount === null ? '' : `，合计 ${yuan(amount)}`;
    doubt(total.row, `没有写金额单位，按元读取${said}，与批复核对。`);
  }
}

function remarksOf(found: readonly ReadSheet[]): string[] {
  if (found.length === 0) return [];
  const units = [...new Set(found.flatMap(({ top }) => top.unit ?? []))];
  const silent = found
    .filter(({ top }) => top.years.length === 0)
    .map(({ report }) => `《${report.content.sheet}》`);
  return [
    UNCONFIRMED,
    ...(units.length > 1 ? [`各表的编制单位不一致（${units.join('、')}），核对是不是同一单位的表。`] : []),
    ...(silent.length > 0 ? [`${silent.join('、')}没有写年度，核对是不是所选年度的表。`] : []),
  ];
}

function incomingTable(report: Report, gathering: Gathering): IncomingTable {
  const { id, table, sheet, columns, meanings, rows, fault, isLeft, codeColumn } = report.content;
  const own = gathering.remarks.filter((remark) => remark.report === report);
  return {
    id,
    report: table.report,
    name: table.report === table.title ? table.title : `${table.report} ${table.title}`,
    sheet,
    money: 'yuan',
    columns,
    meanings,
    rows: rows.map(({ row, code, name, verdict, sentence, cells }): IncomingRow => {
      const remarks = own.filter((remark) => remark.row === row);
      const isRefused = verdict === 'refused' || remarks.some((remark) => remark.verdict === 'refused');
      return {
        row,
        code,
        name,
        verdict: isRefused ? 'refused' : remarks.length > 0 ? 'doubtful' : verdict,
        sentence: sentences(sentence, ...remarks.map((remark) => remark.sentence)),
        cells: cells.map(({ column, text, fault: wrong, isMended }) => ({
          column,
          text,
          ...(wrong === undefined ? {} : { fault: wrong }),
          ...(isMended === undefined ? {} : { isMended }),
        })),
      };
    }),
    fault,
    isLeft,
    ...(codeColumn === undefined ? {} : { codeColumn }),
  };
}
