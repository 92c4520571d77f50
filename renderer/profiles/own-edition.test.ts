import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_PROFILES } from '../../core/profiles/built-in.ts';
import { editionOf, type Profile, type ProfileEdition, profileSchema } from '../../core/profiles/profile.ts';
import { hasOwnEdition, withOwnEdition } from './own-edition.ts';

const YEARS = Array.from({ length: 100 }, (_, index) => 2000 + index);
const [EDITION] = BUILT_IN_PROFILES[0]?.editions ?? [];
if (EDITION === undefined) throw new Error('there are built-in profiles');

/** Editions told apart by their unit line, one after the other; `gap`: years before it that have none. */
const profileOf = (gap: fc.Arbitrary<number>): fc.Arbitrary<Profile> =>
  fc
    .record({
      start: fc.integer({ min: 2000, max: 2030 }),
      spans: fc.array(fc.record({ gap, length: fc.integer({ min: 1, max: 8 }) }), {
        minLength: 1,
        maxLength: 6,
      }),
      isTurned: fc.boolean(),
    })
    .map(({ start, spans, isTurned }) => {
      let next = start;
      const editions = spans.map((span, index): ProfileEdition => {
        const since = next + (index === 0 ? 0 : span.gap);
        next = since + span.length;
        return { ...EDITION, since, until: next - 1, unitLine: `${index} 万元`, source: `样张 ${index}` };
      });
      return { id: 'own', name: '自有格式', editions: isTurned ? editions.toReversed() : editions };
    });

const withoutYears = ({ since: _since, until: _until, ...edition }: ProfileEdition) => edition;
const year = fc.constantFrom(...YEARS);
const covers = (profile: Profile, wanted: number) =>
  profile.editions.some(({ since, until }) => since <= wanted && wanted <= until);

describe('an edition of one year', () => {
  it('is what the year was printed by, and of no other year', () => {
    fc.assert(
      fc.property(profileOf(fc.nat(3)), year, (profile, at) => {
        const next = withOwnEdition(profile, at);
        expect(profileSchema.safeParse(next).error?.issues).toBeUndefined();
        expect(hasOwnEdition(next, at)).toBe(true);
        const before = editionOf(profile, at);
        const after = editionOf(next, at);
        expect(after.edition.unitLine).toBe(before.edition.unitLine);
        // a year without samples is not confirmed by a click
        expect(after.unconfirmed).toEqual(before.unconfirmed);
      }),
    );
  });

  it('leaves every other year the edition that it has, and covers no other year', () => {
    fc.assert(
      fc.property(profileOf(fc.nat(3)), year, (profile, at) => {
        const next = withOwnEdition(profile, at);
        for (const other of YEARS.filter((each) => each !== at)) {
          expect(covers(next, other)).toBe(covers(profile, other));
          if (!covers(profile, other)) continue;
          expect(withoutYears(editionOf(next, other).edition)).toEqual(
            withoutYears(editionOf(profile, other).edition),
          );
        }
      }),
    );
  });

  it('leaves the years before and after all editions printed as they were', () => {
    fc.assert(
      fc.property(profileOf(fc.constant(0)), year, (profile, at) => {
        const next = withOwnEdition(profile, at);
        for (const other of YEARS) {
          expect(editionOf(next, other).edition.unitLine).toBe(editionOf(profile, other).edition.unitLine);
        }
      }),
    );
  });

  it('says where it comes from, and is made once', () => {
    const profile: Profile = {
      id: 'own',
      name: '自有格式',
      editions: [{ ...EDITION, since: 2022, until: 2024 }],
    };
    const split = withOwnEdition(profile, 2023);
    expect(split.editions.map(({ since, until, source }) => [since, until, source])).toEqual([
      [2022, 2022, EDITION.source],
      [2023, 2023, '自 2022—2024 年度的版式复制'],
      [2024, 2024, EDITION.source],
    ]);
    expect(withOwnEdition(split, 2023)).toBe(split);
    expect(withOwnEdition(split, 2025).editions.at(-1)).toMatchObject({
      since: 2025,
      until: 2025,
      source: '自 2024 年度的版式复制',
    });
  });
});
