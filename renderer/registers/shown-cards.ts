import type { Unit } from '../../core/figures/figure.ts';
import {
  type Card,
  type CardEvent,
  type CardState,
  endOfYear,
  standingEvents,
  stateOn,
} from '../../core/registers/card.ts';
import { fieldWords } from '../../core/registers/check-card.ts';
import { fieldOf, type RegisterDefinition, type RegisterField } from '../../core/registers/register.ts';

/** Where a card is at the end of the year that is looked at. */
type Whereabouts = 'there' | 'gone' | 'later' | 'withdrawn';

/** A card as the list shows it. */
export interface ShownCard {
  readonly card: Card;
  readonly standing: readonly CardEvent[];
  /** at the end of the year; of a card that came later as it came, of one that was withdrawn as it was */
  readonly state: CardState;
  readonly where: Whereabouts;
}

export const STATE_FILTERS = [
  { value: 'there', label: '年末在册' },
  { value: 'gone', label: '已处置、核销' },
  { value: 'all', label: '全部' },
] as const;
type StateFilter = (typeof STATE_FILTERS)[number]['value'];

export interface CardFilter {
  readonly text: string;
  readonly state: StateFilter;
  /** id of a choice of the filtered field; `''`: all */
  readonly choice: string;
}

/** The cards of a register at the end of a year, the one that came last first. @param asKnown see standingEvents */
export function shownCards(cards: readonly Card[], year: number, asKnown: number | null): ShownCard[] {
  const end = endOfYear(year);
  const known = asKnown ?? Number.POSITIVE_INFINITY;
  const shown = cards.flatMap((card): ShownCard[] => {
    const standing = standingEvents(card.events, known);
    const state = stateOn(card, standing, end);
    if (state !== null) {
      return [{ card, standing, state, where: state.left === null ? 'there' : 'gone' }];
    }
    const [first] = standing;
    const later = first && stateOn(card, standing, first.date);
    if (later) return [{ card, standing, state: later, where: 'later' }];
    const was = withdrawnState(card, known);
    return was === null ? [] : [{ card, standing, state: was, where: 'withdrawn' }];
  });
  return shown.sort((a, b) =>
    a.state.acquired === b.state.acquired ? 0 : a.state.acquired < b.state.acquired ? 1 : -1,
  );
}

/** A card of which nothing stands any more, as it was recorded last; `null`: it is not known yet. */
function withdrawnState(card: Card, known: number): CardState | null {
  const events = card.events.filter(({ id, kind }) => id <= known && kind === 'add');
  const last = events.at(-1);
  return last === undefined ? null : stateOn(card, [last], last.date);
}

/** The field by whose choices a register is filtered. */
export function filteredField(register: RegisterDefinition): RegisterField | null {
  const id = { vehicles: 'use', equipment: null, assets: 'class' }[register.id];
  return id === null ? null : fieldOf(register, id);
}

/** Those that the filter leaves, by number, name and any word of a choice. */
export function filteredCards(
  cards: readonly ShownCard[],
  register: RegisterDefinition,
  { text, state, choice }: CardFilter,
): ShownCard[] {
  const field = filteredField(register);
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const searched = register.fields.filter(({ kind }) => kind === 'text' || kind === 'choice');
  return cards.filter((card) => {
    if (state !== 'all' && card.where !== state) return false;
    if (choice !== '' && field !== null && card.state.fields[field.id] !== choice) return false;
    if (words.length === 0) return true;
    const own = searched
      .map((each) => fieldWords(each, card.state.fields[each.id]))
      .join(' ')
      .toLowerCase();
    return words.every((word) => own.includes(word));
  });
}

/** What stands in the column 状态: nothing where all is as it should be. */
export function stateWords({ where, state }: ShownCard): string {
  switch (where) {
    case 'there':
      return '在册';
    case 'gone':
      return `${state.left?.date ?? ''} ${state.left?.kind === 'dispose' ? '处置' : '核销'}`;
    case 'later':
      return `${state.acquired} 才增加`;
    case 'withdrawn':
      return '已作废';
  }
}

/** Which unit a card belongs to, as the list of a department shows it. */
export function unitName(units: readonly Unit[], code: string): string {
  const unit = units.find((each) => each.code === code);
  return unit === undefined ? code : `${code} ${unit.name}`;
}
