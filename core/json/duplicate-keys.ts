interface Level {
  /** the keys seen, of an object; `null`: an array */
  readonly keys: Set<string> | null;
  /** where in it we are */
  at: string;
}

/** Runs of plain characters are taken whole: one by one, a text of many megabytes overflows the engine's stack. */
const TOKEN = /"(?:[^"\\]+|\\.)*"|[{}[\],:]/g;

function pathOf(levels: readonly Level[]): string {
  return `$${levels.map((level) => level.at).join('')}`;
}

/**
 * Finds a key that stands twice in one object. JSON.parse keeps the last of them without a word, and a figure would
 * be lost.
 *
 * @param json a valid JSON text
 * @returns the object's path and the key, or `null`
 */
export function findDuplicateKey(json: string): { readonly path: string; readonly key: string } | null {
  const levels: Level[] = [];
  let last = '';
  for (const [token] of json.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), at: '' });
    else if (token === '[') levels.push({ keys: null, at: '[0]' });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && level?.keys === null) level.at = `[${Number(level.at.slice(1, -1)) + 1}]`;
    else if (token === ':' && level !== undefined && level.keys !== null) {
      const key = String(JSON.parse(last));
      if (level.keys.has(key)) return { path: pathOf(levels.slice(0, -1)), key };
      level.keys.add(key);
      level.at = `.${key}`;
    }
    last = token;
  }
  return null;
}
