import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readPrinted } from '../../printed/read-printed.ts';
import type { TableId } from '../../profiles/profile.ts';
import { rowKey, type SampleName } from '../sample.ts';
import { EXAMPLE_STREET } from './example-street-2024.ts';

/** The numbers of one table: `2010301 basic` → 1,503.52; a blank cell is left out. */
export type Cells = Readonly<Record<string, string>>;

const exceptionSchema = z.strictObject({
  table: z.string(),
  cell: z.string(),
  /** '' where the document prints nothing */
  printed: z.string(),
  /** '' where we print nothing */
  ours: z.string(),
  /**
   * tail 尾差: a rounded total beside rounded parts · print-error: one number printed in two ways, or not at all ·
   * shifted: printed in another row than its own
   */
  kind: z.enum(['tail', 'print-error', 'shifted']),
  why: z.string(),
});
export type Exception = z.infer<typeof exceptionSchema>;

/** What the tables of a sample must print, whatever the profile: from a published document, or worked out by hand. */
export interface Golden {
  readonly sample: SampleName;
  readonly tables: Partial<Readonly<Record<TableId, Cells>>>;
  /** where the document is not right in itself, so that we print something else */
  readonly exceptions: readonly Exception[];
}

function file(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function exceptionsOf(sample: SampleName): Exception[] {
  return z.array(exceptionSchema).parse(JSON.parse(file(`${sample}-exceptions.json`)));
}

const keyedSchema = z.object({
  tables: z.record(
    z.string(),
    z.array(z.object({ row: z.string(), cells: z.record(z.string(), z.string()) })),
  ),
});

const putuo = keyedSchema.parse(JSON.parse(file('putuo-finance-bureau-2024.json')));

const yichuanlu = readPrinted(file('../../../samples/yichuanlu-street-2025-printed.json'), 'yichuanlu');
if (!yichuanlu.ok) throw new Error(yichuanlu.error.message);

function cellsOf(rows: readonly { readonly key: string; readonly cells: Cells }[]): Cells {
  return Object.fromEntries(
    rows.flatMap(({ key, cells }) =>
      Object.entries(cells).map(([column, text]) => [`${key} ${column}`, text]),
    ),
  );
}

export const GOLDEN: readonly Golden[] = [
  {
    sample: 'putuo-finance-bureau-2024',
    tables: Object.fromEntries(
      Object.entries(putuo.tables).map(([id, rows]) => [
        id,
        cellsOf(rows.map(({ row, cells }) => ({ key: row, cells }))),
      ]),
    ),
    exceptions: exceptionsOf('putuo-finance-bureau-2024'),
  },
  {
    sample: 'yichuanlu-street-2025',
    tables: Object.fromEntries(
      yichuanlu.value.tables.map(({ id, rows }) => [
        id,
        cellsOf(rows.map((row) => ({ key: rowKey(row), cells: row.cells }))),
      ]),
    ),
    exceptions: exceptionsOf('yichuanlu-street-2025'),
  },
  { sample: 'example-street-2024', tables: EXAMPLE_STREET, exceptions: [] },
];
