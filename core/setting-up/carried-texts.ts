import { z } from 'zod';
import type { UnitText } from '../figures/figure.ts';
import leftBehind from './data/texts-left-behind.json' with { type: 'json' };

/** `slot`: the beginning of the names of slots whose texts say something about one year's figures. */
const LEFT_BEHIND = z.array(z.strictObject({ slot: z.string().min(1), why: z.string() })).parse(leftBehind);

/** The texts that describe a unit and hold on: 主要职能, 机构设置 and the like. */
export function carriedTexts(texts: readonly UnitText[]): UnitText[] {
  return texts.filter(({ slot }) => !LEFT_BEHIND.some((each) => slot.startsWith(each.slot)));
}
