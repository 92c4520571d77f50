import { useState } from 'react';
import type { Scope } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import type { CardFault } from '../../core/registers/check-card.ts';
import { dayOf } from '../../core/registers/dates.ts';
import type { RegisterDefinition } from '../../core/registers/register.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { call } from '../bridge.ts';
import { useUnsaved } from '../leaving.ts';
import {
  beginDraft,
  type CardDraft,
  type DraftState,
  type DraftTask,
  draftTitle,
  isDirty,
  readDraft,
} from './card-draft.ts';
import type { ShownCard } from './shown-cards.ts';

function today(): string {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '';
}

export interface CardFormState {
  /** `null`: no form is open */
  readonly draft: CardDraft | null;
  readonly faults: readonly CardFault[];
  readonly refused: number;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly begin: (task: DraftTask) => void;
  readonly change: (draft: CardDraft) => void;
  readonly save: () => Promise<void>;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

interface FormOf {
  readonly desk: BookDesk;
  readonly register: RegisterDefinition;
  readonly scope: Scope;
  readonly money: 'wan' | 'yuan';
  readonly shown: readonly ShownCard[];
}

/** The form of the page. What is typed stays on the desk while another page is looked at. */
export function useCardForm(
  { desk, register, scope, money, shown }: FormOf,
  onSaved: (card: string | null) => void,
): CardFormState {
  const key = JSON.stringify([register.id, scope.year, scope.unit]);
  const [, redraw] = useState(0);
  const [faults, setFaults] = useState<readonly CardFault[]>([]);
  const [refused, setRefused] = useState(0);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const draft = desk.memory.cardDrafts.get(key) ?? null;
  const keep = (next: CardDraft | null) => {
    if (next === null) desk.memory.cardDrafts.delete(key);
    else desk.memory.cardDrafts.set(key, next);
    redraw((count) => count + 1);
  };
  useUnsaved(() =>
    draft !== null && isDirty(draft)
      ? [
          {
            place: `${register.name} ${draftTitle(register, draft)}`,
            text: draft.values['number'] ?? draft.reason,
          },
        ]
      : [],
  );
  const own = shown.find(({ card }) => card.card === draft?.card) ?? null;

  return {
    draft,
    faults,
    refused,
    isBusy,
    problem,
    begin: (task) => {
      const card = shown.find((each) => each.card.card === task.card) ?? null;
      const event = card?.standing.find(({ id }) => id === task.replaces) ?? null;
      const isAdd = task.kind === 'add';
      const state = card === null ? null : isAdd && event !== null ? event.fields : card.state.fields;
      setFaults([]);
      setProblem(null);
      keep(
        beginDraft(register, task, {
          state: state as DraftState,
          date: task.kind === 'withdraw' ? (event?.date ?? today()) : (event?.date ?? ''),
          reason: task.kind === 'withdraw' ? '' : (event?.reason ?? ''),
          money,
        }),
      );
    },
    change: (next) => {
      setFaults([]);
      keep(next);
    },
    save: async () => {
      if (draft === null || scope.unit === null || isBusy) return;
      const before = stateBefore(own, draft);
      const read = readDraft(draft, { register, money, cards: shown, before, today: today() });
      if (read.event === null) {
        setFaults(read.faults);
        setRefused((count) => count + 1);
        return;
      }
      setIsBusy(true);
      const reply = await call('recordEvent', {
        register: register.id,
        year: scope.year,
        unit: scope.unit,
        card: draft.card,
        event: { ...read.event, fields: { ...read.event.fields } },
      });
      setIsBusy(false);
      if (!reply.ok) {
        setProblem(reply.error);
        return;
      }
      keep(null);
      setProblem(null);
      desk.committed(reply.value.state);
      onSaved(draft.card);
    },
    cancel: () => {
      setFaults([]);
      keep(null);
    },
    dismiss: () => setProblem(null),
  };
}

/** As the card stands without the event that is put right: what a change is measured against. */
function stateBefore(card: ShownCard | null, { replaces }: CardDraft): DraftState {
  if (card === null) return null;
  const fields: Record<string, string | number | boolean> = {};
  for (const event of card.standing) {
    if (event.id === replaces) continue;
    for (const [id, value] of Object.entries(event.fields)) {
      if (value === null) delete fields[id];
      else fields[id] = value;
    }
  }
  return fields;
}
