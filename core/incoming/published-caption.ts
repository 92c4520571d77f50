import type { MoneyUnit } from '../money/fen.ts';
import type { SheetGrid } from '../recognition/grid.ts';
import { moneyIn, yearsIn } from '../recognition/stated.ts';
import { plain } from '../recognition/words.ts';

/** What stands beside the titles of a worksheet: whose tables they are, and of which year. */
export interface PublishedCaption {
  readonly units: readonly string[];
  readonly years: readonly number[];
}

const UNIT = /^(?:公开|编制|填报)?(?:部门|单位)(?:名称)?[:：](.+)$/;
const YEAR = /^\(?(?:(?:会计|决算|报表)?年度:)?(?:20\d\d|二[〇○零O0]..)(?:年度?)?\)?$/;

export function captionOf({ cells }: SheetGrid): PublishedCaption {
  const texts = cells.filter(({ isNumber }) => !isNumber).map(({ text }) => text.trim());
  // one cell may hold it all: 部门：某局    2023年度    单位：万元
  const parts = texts.flatMap((text) => text.split(/\s{2,}/));
  const words = texts.flatMap((text) => text.split(/\s+/)).map(plain);
  const units = parts.flatMap((text) => UNIT.exec(unwrapped(text.replace(/\s/g, '')))?.[1] ?? []);
  const years = [...texts.map(plain), ...words].filter((text) => YEAR.test(text));
  return {
    units: [...new Set(units.filter((unit) => !/^(人民币)?[百千万亿]*元$/.test(unit)))],
    years: [...new Set(years.flatMap(yearsIn))],
  };
}

/** Without brackets around the whole; those of 示例局（本级） are its own. */
function unwrapped(text: string): string {
  return /^[(（](.+)[)）]$/.exec(text)?.[1] ?? text;
}

/** The units of money that are written from one row of a worksheet up to another, counted from 0. */
export function moneysBetween({ cells }: SheetGrid, from: number, to: number): MoneyUnit[] {
  const above = cells.filter(({ row }) => row >= from && row < to);
  return [...new Set(above.flatMap(({ text }) => moneyIn(text) ?? []))];
}

/** `上海市某街道2021年度部门决算`: the years that a cover or a title of the whole says. */
export function coverYears({ cells }: SheetGrid): number[] {
  const titles = cells.filter(({ text }) => text.length <= 60 && /决算/.test(plain(text)));
  return [...new Set(titles.flatMap(({ text }) => yearsIn(text)))];
}
