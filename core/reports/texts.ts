import { lineLabel, plain } from '../recognition/words.ts';

/** Behind a label: what its number counts. */
const COUNTED = /\((辆|个|人|次|人次|批|批次|台|套|台,套|台、套|元)\)$/;

/** The label of a line of 财决01 or 附03 without its number, 其中 and what it counts. */
export function reportLabel(text: string): string {
  const bare = lineLabel(text.trim().replace(/^[①-⑳]/, ''));
  return bare.replace(COUNTED, '');
}

/** Whether a line is a part of the one above it. */
export function isPart(text: string): boolean {
  return /^其中/.test(plain(text));
}

/** `示例局（本级）` → 示例局: files of one unit write it either way. 汇总 stays: it is more than one unit. */
export function unitName(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/(\(?(本级|单户)\)?)+$/, '')
    .trim();
}

/** Joins sentences that each end with 。 */
export function sentences(...parts: readonly string[]): string {
  return [...new Set(parts.filter((part) => part !== ''))].join('');
}
