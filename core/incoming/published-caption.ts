import type { SheetGrid } from '../recognition/grid.ts';
import { yearsIn } from '../recognition/stated.ts';
import { plain } from '../recognition/words.ts';

/** What stands beside the titles of a worksheet: whose tables they are, and of which year. */
export interface PublishedCaption {
  readonly units: readonly string[];
  readonly years: readonly number[];
}

const UNIT = /^\(?(?:公开|编制|填报)?(?:部门|单位)(?:名称)?:(.+?)\)?$/;
const YEAR = /^\(?(?:(?:会计|决算|报表)?年度:)?(?:20\d\d|二[〇○零O0]..)(?:年度?)?\)?$/;

export function captionOf({ cells }: SheetGrid): PublishedCaption {
  const texts = cells.filter(({ isNumber }) => !isNumber).map(({ text }) => plain(text));
  const units = texts.flatMap((text) => UNIT.exec(text)?.[1] ?? []);
  return {
    units: [...new Set(units.filter((unit) => !/^(人民币)?[百千万亿]*元$/.test(unit)))],
    years: [...new Set(texts.filter((text) => YEAR.test(text)).flatMap(yearsIn))],
  };
}
