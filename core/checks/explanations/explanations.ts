import { Decimal } from 'decimal.js';
import { fen } from '../../money/fen.ts';
import { formatFull } from '../../money/format.ts';
import type { Explanation, ExplanationAsk } from '../finding.ts';
import { namedAmounts } from './named-amounts.ts';
import { clausesOf, hasCauseWord, itemOf, lettersOf, specificOf, WORDS } from './words.ts';

/** Where explanations of findings are kept among the texts of a unit. */
const PREFIX = 'explain.';

export function explanationSlot(rule: string, subject: string): string {
  return subject === '' ? `${PREFIX}${rule}` : `${PREFIX}${rule}.${subject}`;
}

/** What an explanation is judged by. */
export interface ToExplain extends Omit<ExplanationAsk, 'lastText'> {
  readonly slot: string;
  /** of this year, by slot; explanations of other findings are among them */
  readonly texts: ReadonlyMap<string, string>;
  readonly lastTexts: ReadonlyMap<string, string>;
}

const NO_TEXTS: ReadonlyMap<string, string> = new Map();

/** Whether what the clerk has written explains a finding, looked at by itself: see `copyRemarks`. */
export function judgeExplanation({ slot, texts, lastTexts, stake, sides }: ToExplain): Explanation {
  const text = texts.get(slot) ?? '';
  const asks = { stake, sides, lastText: lastTexts.get(slot) ?? '' };
  return { slot, text, asks, ...judgeText(text, { slot, asks, others: NO_TEXTS }) };
}

/**
 * What is said of explanations that copy another one of the same scope, by slot. Of those that say the same, the one
 * that was written first is no copy; what was once written about a finding that no longer stands is nobody's original.
 *
 * @param standing slots of the findings that stand
 * @param written the texts of the scope by slot, the oldest first
 */
export function copyRemarks(
  standing: ReadonlySet<string>,
  written: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const originals = new Map<string, string>();
  const remarks = new Map<string, string>();
  for (const [slot, text] of written) {
    if (!standing.has(slot)) continue;
    const [remark] = aboutCopies(text, slot, originals);
    if (remark === undefined) originals.set(slot, text);
    else remarks.set(slot, remark);
  }
  return remarks;
}

/** The explanation with what is said of it as a copy; `undefined`: it is none. */
export function refusedCopy(explanation: Explanation, remark: string | undefined): Explanation {
  if (remark === undefined) return explanation;
  const own = explanation.verdict === 'refused' ? explanation.remarks : [];
  return { ...explanation, verdict: 'refused', remarks: [...own, remark] };
}

/** What a text is judged against, also while somebody types it. */
export interface Judged {
  readonly slot: string;
  readonly asks: ExplanationAsk;
  /**
   * texts of the same unit and year by slot that were written before this one; what is no explanation of another
   * finding is passed over
   */
  readonly others: ReadonlyMap<string, string>;
}

/** Pure: a screen can call it at each keystroke. */
export function judgeText(
  text: string,
  { slot, asks, others }: Judged,
): Pick<Explanation, 'verdict' | 'remarks'> {
  if (text.replace(/[\p{C}\p{Z}\s]/gu, '') === '') return { verdict: 'missing', remarks: [] };
  const remarks = [
    ...aboutCause(text),
    ...aboutItem(text, slot),
    ...aboutAmounts(text, asks),
    ...aboutCopies(text, slot, others),
  ];
  if (remarks.length > 0) return { verdict: 'refused', remarks };
  return { verdict: 'accepted', remarks: aboutLastYear(text, asks) };
}

const CAUSE_WANTED = '写明是什么事引起的：哪项政策、哪些人员、哪个项目或什么价格的变化';

function aboutCause(text: string): string[] {
  const clauses = clausesOf(text);
  const { specificCharacters, clauseCharacters, tellingCharacters } = WORDS.limits;
  const different = (specific: string) => new Set(specific).size;
  const said = different(clauses.map(specificOf).join(''));
  if (said === 0) return [`只有“${shortened(text)}”这样的话，${CAUSE_WANTED}`];
  const isNamed = clauses.some(
    (clause) => hasCauseWord(clause) && different(specificOf(clause)) >= clauseCharacters,
  );
  const isTold = said >= (isNamed ? specificCharacters : tellingCharacters);
  return isTold ? [] : [`没有写出具体的原因，${CAUSE_WANTED}`];
}

const QUOTED_CHARACTERS = 16;

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > QUOTED_CHARACTERS ? `${line.slice(0, QUOTED_CHARACTERS)}…` : line;
}

/** domain/tables.md C10: the 2023 document explains 公务接待 by journeys abroad. */
function aboutItem(text: string, slot: string): string[] {
  const own = itemOf(subjectOf(slot));
  const item = own === undefined ? undefined : WORDS.items[own];
  if (item === undefined || item.words.some((word) => text.includes(word))) return [];
  const other = Object.values(WORDS.items).find(({ words }) => words.some((word) => text.includes(word)));
  return other === undefined ? [] : [`写的是${other.name}，这一条是${item.name}，写明${item.name}变化的原因`];
}

/** The stake is covered by the amounts that the text names, the two sides themselves set aside. */
function aboutAmounts(text: string, { stake, sides }: ExplanationAsk): string[] {
  if (stake === null || stake === 0) return [];
  const all = namedAmounts(text);
  const size = Math.abs(stake);
  const own = all.filter(
    (amount) => isNear(amount, size) || !sides.some((side) => isNear(amount, Math.abs(side ?? 0))),
  );
  const { coveragePercent: percent, mostTimes: times } = WORDS.limits;
  const isFar = (amount: number) => new Decimal(amount).gt(new Decimal(size).times(times));
  const isEnough = (amount: number) => new Decimal(amount).times(100).gte(new Decimal(size).times(percent));
  const far = own.filter(isFar);
  const sum = own.filter((amount) => !isFar(amount)).reduce((total, amount) => total + amount, 0);
  if (isEnough(sum)) return [];
  // 由 500.00 调整为 512.00: the way from one to the other is what is explained
  const ways = far.flatMap((from, at) => far.slice(at + 1).map((to) => Math.abs(from - to)));
  if (ways.some((way) => isEnough(way) && !isFar(way))) return [];
  if (own.length === 0 && isAboutWhole(text, sides)) return [];
  const whole = `要说明的 ${wan(size)} 万元`;
  if (sum > 0) return [`写出的金额合计 ${wan(sum)} 万元，不到${whole}的 ${percent}%，补写其余的原因和金额`];
  const [largest] = far;
  if (largest !== undefined) {
    return [`写出的 ${wan(largest)} 万元超过${whole}的 ${times} 倍，写明其中引起这项差异的金额`];
  }
  const repeated = all.length > 0 ? '写出的金额只是两边的数' : '没有写金额';
  return [`${repeated}，逐项写明原因和金额，合计不少于${whole}的 ${percent}%`];
}

/** A text states what is printed, 0.01 万元 at the finest. */
const HALF_A_PRINTED_STEP = 5_000;

function isNear(amount: number, other: number): boolean {
  return Math.abs(amount - other) <= HALF_A_PRINTED_STEP;
}

/** Where one side is nothing, 未发生 says what became of the whole amount. */
function isAboutWhole(text: string, sides: ExplanationAsk['sides']): boolean {
  const hasEmptySide = sides.length === 0 || sides.some((side) => side === null || side === 0);
  return hasEmptySide && WORDS.whole.some((word) => text.includes(word));
}

function wan(amount: number): string {
  return formatFull(fen(amount), 'wan');
}

/** Other words for other lines; two findings about the same row may well have one cause. */
function aboutCopies(text: string, slot: string, others: Judged['others']): string[] {
  const letters = lettersOf(text);
  const row = rowOf(slot);
  const copied = [...others].find(
    ([other, body]) =>
      other !== slot &&
      other.startsWith(PREFIX) &&
      (row === '' || rowOf(other) !== row) &&
      lettersOf(body) === letters,
  );
  if (copied === undefined || letters === '') return [];
  const name = copied[0].slice(PREFIX.length).replace('.', ' ');
  return [`与另一条的说明（${name}）文字相同，写明这一条自己的原因`];
}

/** `explain.Y12.2010308/general` → `2010308/general` */
function subjectOf(slot: string): string {
  const [, ...subject] = slot.slice(PREFIX.length).split('.');
  return subject.join('.');
}

function rowOf(slot: string): string {
  return subjectOf(slot).split('/')[0] ?? '';
}

function aboutLastYear(text: string, { lastText }: ExplanationAsk): string[] {
  return lettersOf(text) === lettersOf(lastText) ? ['与上年说明的文字相同，看是否仍然符合'] : [];
}
