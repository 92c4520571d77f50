import type { Classification } from '../classification/classification.ts';
import { problem } from '../problems.ts';
import { type Path, Refusal } from './json-reader.ts';

/** A functional 项 of a known 类; a 类 or 款 is refused, also one padded to seven digits with zeros. A 项 that our list lacks is taken: the official list changes each year. */
export function functionItem(code: string, classification: Classification, path: Path): string {
  // a few 款 have a single 项 that the list itself numbers 00
  if (classification.function(code)?.code.length === 7) return code;
  const level = /^\d{3}(0000)?$/.test(code) ? '类' : /^\d{5}(00)?$/.test(code) ? '款' : null;
  if (level !== null && classification.function(code.slice(0, 3)) !== undefined) {
    throw new Refusal(problem('not-an-item', { where: path, code, level, wanted: '项' }));
  }
  if (!/^\d{7}$/.test(code)) throw new Refusal(problem('malformed-code', { where: path, code, digits: '7' }));
  if (classification.function(code.slice(0, 3)) === undefined) {
    throw new Refusal(problem('unknown-class', { where: path, code }));
  }
  return code;
}

/** A 款 of a known 类 of the 部门预算支出经济分类. */
export function economicItem(code: string, classification: Classification, path: Path): string {
  if (/^5\d{2}(\d{2})?$/.test(code)) throw new Refusal(problem('government-code', { where: path, code }));
  if (/^\d{3}(00)?$/.test(code) && classification.economic(code.slice(0, 3)) !== undefined) {
    throw new Refusal(problem('not-an-item', { where: path, code, level: '类', wanted: '款' }));
  }
  if (!/^\d{5}$/.test(code)) throw new Refusal(problem('malformed-code', { where: path, code, digits: '5' }));
  if (classification.economic(code.slice(0, 3)) === undefined) {
    throw new Refusal(problem('unknown-class', { where: path, code }));
  }
  return code;
}
