import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { CardsProgress } from '../../core/api.ts';
import { problem } from '../../core/problems.ts';
import type { ListSheet } from '../../core/registers/incoming/list-columns.ts';
import { type PlannedRecord, planCards } from '../../core/registers/incoming/plan-cards.ts';
import { readCards } from '../../core/registers/incoming/read-cards.ts';
import { readCards as cardsIn } from '../../core/registers/register-content.ts';
import { asProblem } from '../review/problem-of-error.ts';
import { BookStore } from '../store/book-store.ts';
import { ProblemError } from '../store/failure.ts';
import { loadMigrations } from '../store/migrations.ts';
import { takeCards } from '../store/take-cards.ts';
import type { CardsAnswers, CardsQuestion, CardsReply, CardsSetting } from './cards-messages.ts';
import { readCardList } from './read-file.ts';

// The thread that reads a list of asset cards, keeps it while it is looked at, and stores it: 20,000 cards never wait
// for the window, nor the window for them.

const { migrationsFolder, cancelled } = workerData as CardsSetting;
const isCancelled = () => Atomics.load(new Uint8Array(cancelled), 0) !== 0;

interface Planned {
  readonly records: readonly PlannedRecord[];
  readonly isComplete: boolean;
  readonly choices: Parameters<typeof planCards>[1]['choices'];
  readonly step: string;
}

let list: { readonly file: string; readonly sheets: readonly ListSheet[] } | null = null;
let planned: Planned | null = null;

function tell(progress: CardsProgress): void {
  parentPort?.postMessage({ progress } satisfies CardsReply);
}

async function answer(question: CardsQuestion): Promise<CardsAnswers[keyof CardsAnswers]> {
  switch (question.kind) {
    case 'read': {
      tell({ doing: '读取', done: 0, total: 0 });
      planned = null;
      list = { file: question.file, sheets: await readCardList(question.file) };
      return list.sheets.map(({ name }) => name);
    }
    case 'preview':
      return preview(question);
    case 'take':
      return take(question);
  }
}

async function preview({
  book,
  choices,
  today,
}: Extract<CardsQuestion, { kind: 'preview' }>): Promise<CardsAnswers['preview']> {
  if (list === null) throw new ProblemError(problem('unknown-import', {}));
  tell({ doing: '核对', done: 0, total: list.sheets.reduce((sum, { rows }) => sum + rows.length, 0) });
  const migrations = loadMigrations(migrationsFolder);
  const store = await BookStore.open(book, { migrations, now: () => new Date(), trusted: true });
  try {
    const { year, unit } = choices;
    const content = store.register('assets', year, unit);
    const read = readCards(list.sheets, choices, store.cardWords(), today);
    const {
      records,
      isComplete,
      preview: shown,
    } = planCards(read, {
      known: cardsIn(content),
      stocktakes: content.stocktakes,
      lists: store.cardLists(unit),
      choices,
      today,
      shownIn: store.money(),
      newId: randomUUID,
    });
    planned = shown.obstacle === null ? { records, isComplete, choices, step: store.lastStep() } : null;
    return { ...shown, sheets: list.sheets.map(({ name }) => name), remarks: [] };
  } finally {
    store.close();
  }
}

function take({ book, by }: Extract<CardsQuestion, { kind: 'take' }>): number {
  if (list === null || planned === null) throw new ProblemError(problem('unknown-import', {}));
  const { records, isComplete, choices, step } = planned;
  const total = records.length;
  const taken = takeCards(
    book,
    {
      file: basename(list.file),
      choices,
      records,
      isComplete,
      step,
      progress: (done) => tell({ doing: '存入', done, total }),
      isCancelled,
    },
    by,
  );
  if (!taken) throw new ProblemError(problem('import-cancelled', {}));
  return new Set(records.map(({ card }) => card)).size;
}

// one question after the other
parentPort?.on('message', (question: CardsQuestion) => {
  void answer(question)
    .then((value): CardsReply => ({ reply: { ok: true, value } }))
    .catch((error: unknown): CardsReply => ({ reply: { ok: false, error: asProblem(error) } }))
    .then((reply) => parentPort?.postMessage(reply));
});
