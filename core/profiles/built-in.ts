import { z } from 'zod';
import beijing from './data/beijing.json' with { type: 'json' };
import layouts from './data/layouts.json' with { type: 'json' };
import mof from './data/mof.json' with { type: 'json' };
import shanghai from './data/shanghai.json' with { type: 'json' };
import { editionSettings, type Profile, profileSchema, TABLE_IDS, tableSchema } from './profile.ts';

/**
 * The profiles that come with the app, as data/*.json keep them: the layouts of tables that several editions share
 * stand in layouts.json once, an edition names them in its order and says what is different.
 */
const layoutsSchema = z.record(
  z.string(),
  tableSchema
    .omit({ number: true, unconfirmed: true })
    .extend({ unconfirmed: z.array(z.string()).optional() }),
);

const settingsSchema = z.strictObject(editionSettings);

const sourceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** what holds for all editions that say nothing else */
  settings: settingsSchema,
  /** what no document at hand confirms: of every edition, and of a table in every edition that says nothing else */
  unconfirmed: z.array(z.string()),
  doubts: z.partialRecord(z.enum(TABLE_IDS), z.array(z.string())),
  editions: z.array(
    settingsSchema.partial().extend({
      since: z.int(),
      until: z.int(),
      source: z.string(),
      unconfirmed: z.array(z.string()).optional(),
      tables: z.array(tableSchema.partial().extend({ layout: z.string() })),
    }),
  ),
});

const LAYOUTS = layoutsSchema.parse(layouts);

function resolved(source: unknown): Profile {
  const { settings, unconfirmed, doubts, editions, ...profile } = sourceSchema.parse(source);
  return profileSchema.parse({
    ...profile,
    editions: editions.map((edition) => ({
      ...settings,
      ...edition,
      unconfirmed: [...(edition.unconfirmed ?? []), ...unconfirmed],
      tables: edition.tables.map(({ layout, ...own }) => {
        const shared = LAYOUTS[layout];
        const id = own.id ?? shared?.id;
        return { number: '', unconfirmed: (id && doubts[id]) ?? [], ...shared, ...own };
      }),
    })),
  });
}

export const BUILT_IN_PROFILES: readonly Profile[] = [mof, shanghai, beijing].map(resolved);

export function builtInProfile(id: string): Profile | undefined {
  return BUILT_IN_PROFILES.find((profile) => profile.id === id);
}
