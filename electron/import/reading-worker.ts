import { parentPort, workerData } from 'node:worker_threads';
import { compareWithWorkbook } from '../desk/comparing.ts';
import { asProblem } from '../review/problem-of-error.ts';
import { readOtherBook, readTableFile, readWorkbookFile } from './read-file.ts';
import type { ReadingAnswers, ReadingQuestion, ReadingReply } from './reading-messages.ts';

// The thread that reads one file and ends: a file that is too much for it takes nothing else along.

function read({ kind, asked }: ReadingQuestion): Promise<ReadingAnswers[keyof ReadingAnswers]> {
  switch (kind) {
    case 'workbook':
      return readWorkbookFile(asked.file);
    case 'table':
      return readTableFile(asked.file);
    case 'book':
      return readOtherBook(asked.file, asked.migrationsFolder);
    case 'comparison':
      return compareWithWorkbook(asked.pack, asked.file);
  }
}

async function answer(): Promise<ReadingReply> {
  try {
    return { ok: true, value: await read(workerData as ReadingQuestion) };
  } catch (error) {
    return { ok: false, error: asProblem(error) };
  }
}

void answer().then((reply) => parentPort?.postMessage(reply));
