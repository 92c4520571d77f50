import type { Reports } from './direct-figures.ts';
import { type Gathering, minus, plus, sumOf, type Term } from './gathering.ts';
import type { Report } from './report.ts';

/** 三公 in 财决08 and 08-1, by row of the sheet `three_public`. 309 is 基本建设, which never is 基本支出. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  abroad: ['30212'],
  vehicle_purchase: ['31013', '30913'],
  vehicle_operation: ['30231'],
  reception: ['30217'],
};

/** What a 明细表 says of a kind of 三公 in all: its 合计, else its lines. */
function spentOn(report: Report, kind: string): Term[] {
  return (CODES[kind] ?? []).flatMap((code) => {
    const total = plus(report.total(code));
    return total.length > 0 ? total : report.codes.flatMap((item) => plus(report.item(item, code)));
  });
}

/** Without its 合计 a table with lines that are not taken does not say how much it was. */
const isCut = (report: Report) => !report.hasTotal && report.hasLost;
const CUT = '明细表有行没有取，又没有合计，分不出“三公”经费的基本支出和项目支出，项目支出没有取，另行录入。';

const negative = (terms: readonly Term[]): Term[] => terms.flatMap(({ spot }) => minus(spot));

/**
 * 项目支出 on 三公: all of it less the 基本支出, which the book reads from 经济分类.
 * @returns whether all of it is told
 */
export function addThreePublic(reports: Reports, gathering: Gathering): boolean {
  const [detailed, basic, lines] = ['08', '08-1', '附03'].map((id) => reports.get(id));
  for (const kind of Object.keys(CODES)) {
    const printed = plus(lines?.line(kind, 'actual'));
    const all = detailed === undefined ? printed : spentOn(detailed, kind);
    const [first] = all;
    if (first === undefined) continue;
    if (basic === undefined || isCut(basic) || (detailed !== undefined && isCut(detailed))) {
      gathering.doubt(
        first.spot,
        basic !== undefined
          ? CUT
          : '没有财决08-1，分不出“三公”经费的基本支出和项目支出，项目支出没有取，另行录入。',
      );
      continue;
    }
    const terms = [...all, ...negative(spentOn(basic, kind))];
    const rest = sumOf(terms);
    if (rest === 0) continue;
    const address = {
      sheet: 'three_public',
      row: kind,
      fund: 'general',
      column: 'project',
      measure: 'actual',
    } as const;
    gathering.add(address, terms);
    if (rest < 0) gathering.doubt(first.spot, '小于财决08-1的基本支出，项目支出成了负数，核对两边。');
  }
  const isListed = Object.keys(CODES).every((kind) => lines?.line(kind, 'actual') !== undefined);
  return (basic?.isWhole ?? false) && (detailed === undefined ? isListed : detailed.isWhole);
}

/** 附03 counts what 财决08 lists by 款. */
export function tieThreePublic(reports: Reports, gathering: Gathering) {
  const [detailed, lines] = [reports.get('08'), reports.get('附03')];
  if (detailed === undefined || lines === undefined) return;
  for (const [kind, codes] of Object.entries(CODES)) {
    gathering.tie(
      `财决附03 “三公”经费 ＝ 财决08 ${codes.join('＋')}`,
      plus(lines.line(kind, 'actual')),
      spentOn(detailed, kind),
    );
  }
}
