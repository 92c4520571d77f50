import type { Claim } from '../claim.ts';

/** The likely slips behind two amounts that do not agree, the likeliest first; one sentence each. */
export function lookFirst(_claim: Claim): string[] {
  return [];
}
