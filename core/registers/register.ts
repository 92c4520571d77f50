import { z } from 'zod';
import { type Fen, fen } from '../money/fen.ts';
import definitions from './data/registers.json' with { type: 'json' };
import thresholds from './data/thresholds.json' with { type: 'json' };

/** vehicles 公务用车 · equipment 大型设备 · assets 资产卡片. */
export const REGISTER_IDS = ['vehicles', 'equipment', 'assets'] as const;
export type RegisterId = (typeof REGISTER_IDS)[number];

const choiceSchema = z.strictObject({ id: z.string(), name: z.string() });

const fieldSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** at the head of a column, where the name is too long; absent: the name */
  short: z.string().optional(),
  kind: z.enum(['text', 'fen', 'count', 'yes-no', 'choice']),
  /** a card without it is none; absent: it may be blank */
  required: z.literal(true).optional(),
  /** of its column in lists, in pixels; 0: lists do without it */
  width: z.int(),
  choices: z.array(choiceSchema).optional(),
});

const registerSchema = z.strictObject({
  id: z.enum(REGISTER_IDS),
  name: z.string(),
  /** what one card stands for */
  card: z.string(),
  /** counted in: 辆 */
  counter: z.string(),
  keeper: z.string(),
  source: z.string(),
  fields: z.array(fieldSchema),
});

export type RegisterField = z.infer<typeof fieldSchema>;
/** A register 登记簿: cards 卡片 of a unit that things happen to on dates. */
export type RegisterDefinition = z.infer<typeof registerSchema>;

/** All registers. Their definitions are data: core/registers/data/registers.json. */
const REGISTERS: readonly RegisterDefinition[] = z.array(registerSchema).parse(definitions);

export function registerOf(id: RegisterId): RegisterDefinition {
  const found = REGISTERS.find((register) => register.id === id);
  if (found === undefined) throw new Error(`no register ${id}`);
  return found;
}

export function fieldOf(register: RegisterDefinition, id: string): RegisterField {
  const found = register.fields.find((field) => field.id === id);
  if (found === undefined) throw new Error(`${register.id} has no field ${id}`);
  return found;
}

/** The name of a choice (`leader` → 副部（省）级及以上领导用车); what is no choice stands for itself. */
export function choiceName({ choices = [] }: RegisterField, id: string): string {
  return choices.find((choice) => choice.id === id)?.name ?? id;
}

const thresholdSchema = z.strictObject({
  from: z.int(),
  yuan: z.int(),
  basis: z.enum(['sourced', 'inferred', 'memory']),
  source: z.string(),
});

/** The unit price from which a year's disclosure counts a piece of equipment as large, with what it stands on. */
export interface LargeEquipmentThreshold {
  readonly value: Fen;
  readonly basis: 'sourced' | 'inferred' | 'memory';
  readonly source: string;
}

const THRESHOLDS = z
  .array(thresholdSchema)
  .parse(thresholds)
  .toSorted((a, b) => b.from - a.from);

export function largeEquipmentThreshold(year: number): LargeEquipmentThreshold {
  const found = THRESHOLDS.find(({ from }) => from <= year);
  if (found === undefined) throw new Error(`no threshold of large equipment for ${year}`);
  return { value: fen(found.yuan * 100), basis: found.basis, source: found.source };
}
