import type { Classification } from '../classification/classification.ts';
import { economicItemProblem, functionItemProblem } from '../figures/code-rules.ts';
import { type Path, refuse } from './json-reader.ts';

/** @throws Refusal when the code is no 项 that can be a row */
export function functionItem(code: string, classification: Classification, path: Path): string {
  refuse(functionItemProblem(code, classification, { where: path }));
  return code;
}

/** @throws Refusal when the code is no 款 that can be a row */
export function economicItem(code: string, classification: Classification, path: Path): string {
  refuse(economicItemProblem(code, classification, { where: path }));
  return code;
}
