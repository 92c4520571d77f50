import { z } from 'zod';
import { MEASURES } from '../figures/sheets.ts';

/**
 * What the clerk has decided about a file that was read. It travels whole with every question, so that a preview is a
 * function of the file, the book and this.
 */
export const importChoicesSchema = z.strictObject({
  /** where the figures go */
  year: z.int(),
  unit: z.string(),
  /** of another book: which of its units and years; `null`: the one that fits */
  from: z.strictObject({ year: z.int(), unit: z.string() }).nullable(),
  /** of a table without a heading that says so */
  sheet: z.string().nullable(),
  measure: z.enum(MEASURES).nullable(),
  fund: z.string().nullable(),
  money: z.enum(['wan', 'yuan']).nullable(),
  /** texts of cells as the clerk mended them */
  mended: z.array(
    z.strictObject({ table: z.string(), row: z.int(), column: z.int(), text: z.string().max(200) }),
  ),
  /** rows and whole tables that are left out */
  leftRows: z.array(z.strictObject({ table: z.string(), row: z.int() })),
  leftTables: z.array(z.string()),
  /** what columns mean, by the path of their headings; `''`: they are not taken */
  meanings: z.array(z.strictObject({ table: z.string(), path: z.string(), meaning: z.string() })),
  /** differences in which the book keeps what it has, by their `key` */
  kept: z.array(z.string()),
});

export type ImportChoices = z.infer<typeof importChoicesSchema>;

/** Nothing was decided yet. */
export function noChoices(year: number, unit: string): ImportChoices {
  return {
    year,
    unit,
    from: null,
    sheet: null,
    measure: null,
    fund: null,
    money: null,
    mended: [],
    leftRows: [],
    leftTables: [],
    meanings: [],
    kept: [],
  };
}
