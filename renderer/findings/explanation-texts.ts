import type { Finding } from '../../core/checks/finding.ts';

/** For each finding, the explanations of its unit by slot: what a text is compared with while it is typed. */
export function explanationTexts(
  findings: readonly Finding[],
): (finding: Finding) => ReadonlyMap<string, string> {
  const byUnit = new Map<string | null, Map<string, string>>();
  for (const { scope, explanation } of findings) {
    if (explanation === null || explanation.text === '') continue;
    const texts = byUnit.get(scope) ?? new Map<string, string>();
    texts.set(explanation.slot, explanation.text);
    byUnit.set(scope, texts);
  }
  const none = new Map<string, string>();
  return ({ scope }) => byUnit.get(scope) ?? none;
}
