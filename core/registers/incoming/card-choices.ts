import { z } from 'zod';

/** What the clerk has said about a list of cards that was read. */
export const cardChoicesSchema = z.strictObject({
  year: z.int(),
  unit: z.string(),
  /** name of the worksheet; `null`: the one that looks most like a list of cards */
  sheet: z.string().nullable(),
  /** the day as of which the list holds: `2024-12-31` */
  asOf: z.string().max(10),
  /** `null`: as its headings say, else 元 */
  money: z.enum(['yuan', 'wan']).nullable(),
  /** what columns mean, by their heading; `''`: not taken */
  columns: z.record(z.string(), z.string()),
  /** what words for classes mean */
  classes: z.record(z.string(), z.string()),
  /** cards of the book that the list lacks went on the day of the list */
  disposeMissing: z.boolean(),
});

export type CardChoices = z.infer<typeof cardChoicesSchema>;
