import { z } from 'zod';
import definitions from './data/computed-sheets.json' with { type: 'json' };

const computedSheetSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** the sheet whose figures it is made of */
  of: z.string(),
  /** the row of 核对数 that it is compared with */
  control: z.string(),
  source: z.string(),
  keeper: z.string(),
  /** how it is computed, for the clerk */
  law: z.string(),
});

/** A page that shows what follows from a keyed sheet: no figure has an address on it, nothing is keyed or kept. */
export type ComputedSheet = z.infer<typeof computedSheetSchema>;

const COMPUTED_SHEETS: readonly ComputedSheet[] = z.array(computedSheetSchema).parse(definitions);

export function findComputedSheet(id: string): ComputedSheet | undefined {
  return COMPUTED_SHEETS.find((sheet) => sheet.id === id);
}
