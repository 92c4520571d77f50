import type { Fen } from '../../money/fen.ts';
import type { Explanation } from '../finding.ts';

/** Where explanations of findings are kept among the texts of a unit. */
const PREFIX = 'explain.';

export function explanationSlot(rule: string, subject: string): string {
  return subject === '' ? `${PREFIX}${rule}` : `${PREFIX}${rule}.${subject}`;
}

/** What an explanation is judged by. */
export interface ToExplain {
  readonly slot: string;
  /** 分 that it has to account for; `null`: it is not about an amount */
  readonly stake: Fen | null;
  /** of this year, by slot; explanations of other findings are among them */
  readonly texts: ReadonlyMap<string, string>;
  readonly lastTexts: ReadonlyMap<string, string>;
}

/** Whether what the clerk has written explains a finding. */
export function judgeExplanation({ slot, texts }: ToExplain): Explanation {
  const text = texts.get(slot) ?? '';
  return { slot, text, verdict: text.trim() === '' ? 'missing' : 'accepted', remarks: [] };
}
