import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packOfBook, printedCells, sampleBook, tableOf } from '../testing/sample.ts';

const goldenSchema = z.object({
  tables: z.record(
    z.string(),
    z.array(z.object({ row: z.string(), cells: z.record(z.string(), z.string()) })),
  ),
});

const exceptionSchema = z.array(
  z.strictObject({
    table: z.string(),
    cell: z.string(),
    printed: z.string(),
    ours: z.string(),
    /** tail 尾差: a rounded total beside rounded parts · print error: one number printed in two ways */
    kind: z.enum(['tail', 'print-error']),
    why: z.string(),
  }),
);

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../testing/golden/${name}.json`, import.meta.url), 'utf8'));
}

const golden = goldenSchema.parse(read('putuo-finance-bureau-2024'));
const exceptions = exceptionSchema.parse(read('putuo-finance-bureau-2024-exceptions'));

/** The numbers of one table as the pdf prints them, with the listed exceptions put as we compute them. */
function expectedCells(id: string): Record<string, string> {
  const rows = golden.tables[id] ?? [];
  const cells = Object.fromEntries(
    rows.flatMap(({ row, cells: printed }) =>
      Object.entries(printed).map(([column, text]) => [`${row} ${column}`, text]),
    ),
  );
  for (const exception of exceptions.filter((each) => each.table === id)) {
    expect(cells[exception.cell], `listed exception ${id} ${exception.cell}`).toBe(exception.printed);
    cells[exception.cell] = exception.ours;
  }
  return cells;
}

const hundredths = (text: string) => Number(text.replaceAll(',', '').replace('.', ''));

describe('上海市普陀区财政局 2024, as published', () => {
  const pack = packOfBook(sampleBook('putuo-finance-bureau-2024'));

  it.each(Object.keys(golden.tables))(
    '%s: every number is as the pdf prints it, but for the listed exceptions',
    (id) => {
      const ours = printedCells(tableOf(pack, id));
      expect(ours).toEqual(expectedCells(id));
      const listed = exceptions.filter((each) => each.table === id).length;
      console.log(`${id}: ${Object.keys(ours).length - listed} cells equal, ${listed} listed exceptions`);
    },
  );

  it('lists as a tail only what rounding can explain: at most 0.01 万元 for each part and the whole', () => {
    for (const { printed, ours, kind } of exceptions) {
      if (kind === 'tail') expect(Math.abs(hundredths(printed) - hundredths(ours))).toBeLessThanOrEqual(2);
    }
  });

  it('keeps an empty table with its header and says below why it is empty', () => {
    for (const id of ['gov-fund', 'state-capital']) {
      const table = tableOf(pack, id);
      expect(table.empty).toBe(true);
      expect(table.notes.at(-1)).toMatch(/^说明：上海市普陀区财政局本年度没有.*，故本表无数据。$/);
    }
  });
});
