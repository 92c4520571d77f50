import { useEffect, useState } from 'react';
import type { CardsProgress, Scope } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import type { CardChoices } from '../../core/registers/incoming/card-choices.ts';
import type { CardsPreview } from '../../core/registers/incoming/plan-cards.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { call, useMainEvent } from '../bridge.ts';

export interface CardImport {
  /** what is being done; `null`: nothing */
  readonly progress: CardsProgress | null;
  /** a list that was read; `null`: none is looked at */
  readonly preview: CardsPreview | null;
  readonly problem: Problem | null;
  /** how many cards the last list had; `null`: none was taken in */
  readonly taken: number | null;
  readonly begin: () => Promise<void>;
  readonly change: (choices: CardChoices) => Promise<void>;
  readonly reread: () => Promise<void>;
  readonly take: () => Promise<void>;
  readonly leave: () => void;
  readonly dismiss: () => void;
}

const BEGINNING: CardsProgress = { doing: '读取', done: 0, total: 0 };

/** A list of asset cards, from the choice of its file to its storing. It is given up with its page, unit or year. */
export function useCardImport({ year, unit }: Scope, desk: BookDesk): CardImport {
  const [progress, setProgress] = useState<CardsProgress | null>(null);
  const [preview, setPreview] = useState<CardsPreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [taken, setTaken] = useState<number | null>(null);
  useMainEvent('cardsProgress', (told) => setProgress((old) => (old === null ? null : told)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list belongs to one unit and year
  useEffect(() => {
    return () => {
      setPreview(null);
      setProgress(null);
      void call('leaveCards');
    };
  }, [year, unit]);

  async function during<Value>(doing: CardsProgress, ask: () => Promise<Value>): Promise<Value> {
    setProgress(doing);
    setProblem(null);
    const reply = await ask();
    setProgress(null);
    return reply;
  }

  async function read(
    ask: () => ReturnType<typeof call<'previewCards'>> | ReturnType<typeof call<'beginCards'>>,
  ) {
    setTaken(null);
    const reply = await during(BEGINNING, ask);
    if (!reply.ok) setProblem(reply.error);
    else if (reply.value !== null) setPreview(reply.value);
  }

  return {
    progress,
    preview,
    problem,
    taken,
    begin: () => read(() => call('beginCards', { year, unit: unit ?? '' })),
    change: (choices) => read(() => call('previewCards', choices)),
    reread: () => read(() => call('rereadCards', preview?.choices ?? NO_CHOICES)),
    take: async () => {
      if (preview === null || preview.obstacle !== null) return;
      const { rows } = preview.counts;
      const reply = await during({ doing: '存入', done: 0, total: 0 }, () => call('takeCards'));
      // given up or refused, the list has to be read anew
      setPreview(null);
      if (!reply.ok) {
        setProblem(reply.error);
        return;
      }
      setTaken(rows);
      desk.committed(reply.value.state);
    },
    leave: () => {
      setPreview(null);
      setProgress(null);
      void call('leaveCards');
    },
    dismiss: () => {
      setProblem(null);
      setTaken(null);
    },
  };
}

const NO_CHOICES: CardChoices = {
  year: 0,
  unit: '',
  sheet: null,
  asOf: '',
  money: null,
  columns: {},
  classes: {},
  disposeMissing: false,
};
