import type { Classification } from '../classification/classification.ts';
import { type Problem, type ProblemPlace, problem } from '../problems.ts';

/**
 * A functional 项 of a known 类; a 类 or 款 is refused, also one padded to seven digits with zeros. A 项 that our list
 * lacks is taken: the official list changes each year.
 */
export function functionItemProblem(
  code: string,
  classification: Classification,
  place: ProblemPlace,
): Problem | null {
  // a few 款 have a single 项 that the list itself numbers 00
  if (classification.function(code)?.code.length === 7) return null;
  const level = /^\d{3}(0000)?$/.test(code) ? '类' : /^\d{5}(00)?$/.test(code) ? '款' : null;
  const isKnownClass = classification.function(code.slice(0, 3)) !== undefined;
  if (level !== null && isKnownClass) return problem('not-an-item', { ...place, code, level, wanted: '项' });
  if (!/^\d{7}$/.test(code)) return problem('malformed-code', { ...place, code, digits: '7' });
  return isKnownClass ? null : problem('unknown-class', { ...place, code });
}

/** A 款 of a known 类 of the 部门预算支出经济分类. */
export function economicItemProblem(
  code: string,
  classification: Classification,
  place: ProblemPlace,
): Problem | null {
  if (/^5\d{2}(\d{2})?$/.test(code)) return problem('government-code', { ...place, code });
  const isKnownClass = classification.economic(code.slice(0, 3)) !== undefined;
  if (/^\d{3}(00)?$/.test(code) && isKnownClass) {
    return problem('not-an-item', { ...place, code, level: '类', wanted: '款' });
  }
  if (!/^\d{5}$/.test(code)) return problem('malformed-code', { ...place, code, digits: '5' });
  return isKnownClass ? null : problem('unknown-class', { ...place, code });
}
