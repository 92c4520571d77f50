import { isPrintableLine } from '../entry/check-text.ts';
import { type Problem, problem } from '../problems.ts';

/** Thrown inside the reader only, to leave it at the first thing wrong; `readBook` turns it into a result. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(refused: Problem) {
    super(refused.message);
    this.problem = refused;
  }
}

/** Leaves the reader when a rule found something wrong. */
export function refuse(found: Problem | null): void {
  if (found !== null) throw new Refusal(found);
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** A JSON path as people write it: `$.years[0].units[1].sheets.income[3]`. */
export type Path = string;

export function asObject(value: unknown, path: Path): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(problem('wrong-type', { where: path, expected: '一个对象 { … }' }));
  }
  return value as JsonObject;
}

export function asArray(value: unknown, path: Path): readonly unknown[] {
  if (!Array.isArray(value))
    throw new Refusal(problem('wrong-type', { where: path, expected: '一个列表 [ … ]' }));
  return value;
}

export function asText(value: unknown, path: Path): string {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new Refusal(problem('wrong-type', { where: path, expected: '一段文字' }));
  }
  return value;
}

/**
 * A text that is to be printed as a name: on one line, and of characters that Excel and XML can hold.
 */
export function asName(value: unknown, path: Path): string {
  const name = asText(value, path);
  if (!isPrintableLine(name)) {
    throw new Refusal(problem('wrong-type', { where: path, expected: '一行能印出来的文字' }));
  }
  return name;
}

/** What stands in a place that was optional; `null` is no way to leave it out. */
export function optional(value: unknown, otherwise: unknown): unknown {
  return value === undefined ? otherwise : value;
}

/** What a refusal shows of a value of any shape. */
export function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? (Array.isArray(value) ? '[…]' : '{…}') : String(value);
}

/** Refuses keys that are not known, so that nothing a person wrote is silently left out. */
export function checkKeys(
  object: JsonObject,
  path: Path,
  required: readonly string[],
  optional: readonly string[] = [],
) {
  const known = [...required, ...optional];
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) throw new Refusal(problem('unknown-key', { where: path, key, known }));
  }
  for (const key of required) {
    if (object[key] === undefined) throw new Refusal(problem('missing-key', { where: path, key }));
  }
}

/** One of a closed list of words. */
export function asWord<Word extends string>(
  value: unknown,
  words: readonly Word[],
  what: string,
  path: Path,
): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) {
    const known = words.map((candidate) => (candidate === '' ? '""' : candidate));
    throw new Refusal(problem('unknown-word', { where: path, what, found: shown(value), known }));
  }
  return word;
}

/** The objects of a list that may be left out, each with its path. */
export function* objectsIn(source: JsonObject, key: string, path: Path): Iterable<[JsonObject, Path]> {
  for (const [index, value] of asArray(optional(source[key], []), `${path}.${key}`).entries()) {
    const at = `${path}.${key}[${index}]`;
    yield [asObject(value, at), at];
  }
}
