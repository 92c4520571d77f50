import type { MoneyUnit } from '../money/fen.ts';
import { plain } from './words.ts';

const DIGITS = '〇一二三四五六七八九';

/** The years that a text is about: `2023年度`, `二〇二三年`, `报表年度：2023`; dates and 2022年末 say no year of figures. */
export function yearsIn(text: string): number[] {
  const said = plain(text);
  const written = said
    .replace(/二[〇○零O0]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])(?=年)/g, (year) =>
      [...year].map((digit) => Math.max(0, DIGITS.indexOf(digit))).join(''),
    )
    .matchAll(/(?:^|[^\d])(20\d\d)(?=年(?![末底初]|(?!12月31日)\d{1,2}月))|年度[:：]?(20\d\d)(?!\d)/g);
  return [...new Set([...written].map(([, before, behind]) => Number(before ?? behind)))];
}

/** The unit that a text states its amounts in: `单位：万元`, `基本支出（元）`; `null`: none. */
export function moneyIn(text: string): MoneyUnit | null {
  const [, unit] = /(?:单位:?(?:人民币)?|\()(万元|元)(?!\p{Script=Han})/u.exec(plain(text)) ?? [];
  return unit === undefined ? null : unit === '元' ? 'yuan' : 'wan';
}
