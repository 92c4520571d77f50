import type { Classification } from '../classification/classification.ts';

/**
 * Whether pasted texts are codes of 项 or 款 and no amounts: each of them is one of the list. Whoever copies a table from
 * Excel takes its first columns along.
 *
 * @returns the first code; `null`: they may be amounts
 */
export function pastedCode(texts: readonly string[], classification: Classification): string | null {
  const written = texts.map((text) => text.trim()).filter((text) => text !== '');
  const isCode = (text: string) =>
    (/^\d{7}$/.test(text) && classification.function(text) !== undefined) ||
    (/^3\d{4}$/.test(text) && classification.economic(text) !== undefined);
  return written.every(isCode) ? (written[0] ?? null) : null;
}
