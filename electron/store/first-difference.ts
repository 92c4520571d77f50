/** Where two texts of data first differ, and what stands there on each side, in words. */
export interface FirstDifference {
  /** `editions[0].tables[2].title` */
  readonly path: string;
  readonly one: string;
  readonly other: string;
}

/** Compares two values of JSON. `null`: they are equal. */
export function firstDifference(one: unknown, other: unknown, path = ''): FirstDifference | null {
  if (Object.is(one, other)) return null;
  if (!isTree(one) || !isTree(other) || Array.isArray(one) !== Array.isArray(other)) {
    return { path, one: inWords(one), other: inWords(other) };
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const at = Array.isArray(one) ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${key}`;
    const found = firstDifference(one[key], other[key], at);
    if (found !== null) return found;
  }
  return null;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function inWords(value: unknown): string {
  if (value === undefined) return '没有';
  return `“${isTree(value) ? JSON.stringify(value) : String(value)}”`;
}
