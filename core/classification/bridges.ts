import { z } from 'zod';
import rows from './data/bridges.json' with { type: 'json' };

/**
 * 项 that go on under another code from a year on. Only where a list at hand says what a code was before; one code a
 * line, so that a line can be corrected without touching others.
 */
const bridgeSchema = z.strictObject({
  /** the first year whose list has the new code */
  year: z.int(),
  from: z.string().regex(/^\d{7}$/),
  to: z.string().regex(/^\d{7}$/),
  /** what happened, for the clerk who decides */
  note: z.string(),
  /** false: from memory, or the old 项 may belong to several new ones */
  confirmed: z.boolean(),
});

export type Bridge = z.infer<typeof bridgeSchema>;

const BRIDGES: readonly Bridge[] = z.array(bridgeSchema).parse(rows);
const byCode = new Map(BRIDGES.map((bridge) => [bridge.from, bridge]));

/** How a code goes on in a year's list; `undefined`: under itself, as far as we know. */
export function bridgeFrom(code: string, year: number): Bridge | undefined {
  const bridge = byCode.get(code);
  return bridge !== undefined && bridge.year <= year ? bridge : undefined;
}

/** The code under which two years of one 项 meet, whether or not the clerk renamed it on the way. */
export function bridgedCode(code: string, year: number): string {
  return bridgeFrom(code, year)?.to ?? code;
}
