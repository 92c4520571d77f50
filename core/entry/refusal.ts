import type { MoneyUnit } from '../money/fen.ts';
import { decimalsOf, toPlainForms } from '../money/parse.ts';
import type { CellFault } from './read-cell.ts';

/** What is said under a cell whose text was not stored. */
export interface Refusal {
  /** what was typed, as it stays in the cell */
  readonly text: string;
  /** what is wrong with it */
  readonly why: string;
  /** what it may have been meant to be, and what to do */
  readonly advice: string;
}

export const MONEY_NAMES: Readonly<Record<MoneyUnit, string>> = { wan: '万元', yuan: '元' };

function whyOf(fault: CellFault, money: MoneyUnit): string {
  switch (fault) {
    case 'not-a-number':
      return '不是金额，只能有数字、一个小数点和千分位逗号。';
    case 'grouping':
      return '千分位的位置不对。';
    case 'too-many-decimals':
      return `小数位太多，${MONEY_NAMES[money]}最多 ${decimalsOf(money)} 位，程序不替你舍去。`;
    case 'two-signs':
      return '有两个正负号。';
    case 'leading-zero':
      return '以 0 开头，像编码不像金额。';
    case 'inner-space':
      return '数字中间有空格。';
    case 'too-large':
      return '超过 10 万亿元。';
    case 'not-a-calculation':
      return '等号后面不是算式，算式只用数字、+ - × ÷ 和括号。';
    case 'not-exact':
      return '算出来的数比分还细，程序不替你舍去。';
    case 'division-by-zero':
      return '除以 0 没有结果。';
    case 'not-a-count':
      return '不是数量，只能是 0 或正整数。';
    case 'not-a-score':
      return '不是得分，只能是 0 到 100，最多两位小数。';
  }
}

/** What the text was probably meant to be: at most two readings, never taken by themselves. */
function readingsOf(text: string, fault: CellFault): string[] {
  const plain = toPlainForms(text).trim();
  const bare = plain.replaceAll(/[^\d.-]/g, '');
  switch (fault) {
    case 'grouping': {
      const pointless = plain.replaceAll(/[^\d-]/g, '');
      // `1,23.4` is 123.4 with a comma too much, or 1,234 with comma and point changed about
      const grouped = pointless.replace(/\B(?=(\d{3})+$)/g, ',');
      return plain.includes('.') && grouped !== bare ? [bare, grouped] : [bare];
    }
    case 'two-signs': {
      const size = bare.replaceAll('-', '');
      return size === '' ? [] : [size, `-${size}`];
    }
    case 'leading-zero':
      return [bare.replace(/^0+(?=\d)/, '')];
    case 'inner-space':
      return [bare];
    default:
      return [];
  }
}

export function refusalOf(text: string, fault: CellFault, money: MoneyUnit): Refusal {
  const [first, second] = readingsOf(text, fault);
  const question =
    first === undefined ? '' : second === undefined ? `应是 ${first}？` : `应是 ${first}，还是 ${second}？`;
  const hint = fault === 'too-large' ? '核对单位是元还是万元，' : '';
  return { text, why: whyOf(fault, money), advice: `${question}${hint}改好后再按回车。` };
}

/** The whole refusal in one sentence, for a tip and for a screen reader. */
export function refusalSentence({ text, why, advice }: Refusal): string {
  return `“${text}”没有存入：${why}${advice}`;
}
