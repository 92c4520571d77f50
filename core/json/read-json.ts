import { type Problem, problem } from '../problems.ts';
import { failure, type Result, success } from '../result.ts';
import { findDuplicateKey } from './duplicate-keys.ts';

/** Reads a JSON text in which every key stands once. `name`: what to call the file in a refusal. */
export function readJson(text: string, name: string): Result<unknown, Problem> {
  const plain = text.replace(/^\ufeff/, '');
  let json: unknown;
  try {
    json = JSON.parse(plain);
  } catch (error) {
    return failure(problem('not-json', { where: name, place: placeOf(error) }));
  }
  const duplicate = findDuplicateKey(plain);
  return duplicate === null
    ? success(json)
    : failure(problem('duplicate-key', { where: duplicate.path, key: duplicate.key }));
}

/** Where the engine stopped reading; its own words are English and quote the file. */
function placeOf(error: unknown): string {
  const found = /line (\d+) column (\d+)/.exec(error instanceof Error ? error.message : '');
  return found === null ? '' : `第 ${found[1]} 行第 ${found[2]} 列`;
}
