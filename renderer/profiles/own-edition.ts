import { editionOf, type Profile, type ProfileEdition, yearsOf } from '../../core/profiles/profile.ts';

/** Whether a change of what the year is printed by would change no other year's tables. */
export function hasOwnEdition(profile: Profile, year: number): boolean {
  const { edition } = editionOf(profile, year);
  return edition.since === year && edition.until === year;
}

/**
 * Gives the year an edition of its own: what it was printed by until now. The other years keep theirs, and a year that
 * had none is not said to be confirmed.
 */
export function withOwnEdition(profile: Profile, year: number): Profile {
  if (hasOwnEdition(profile, year)) return profile;
  const { edition: old, unconfirmed } = editionOf(profile, year);
  const own: ProfileEdition = {
    ...old,
    since: year,
    until: year,
    source: `自${yearsOf(old)}年度的版式复制`,
    unconfirmed: [...unconfirmed],
  };
  // last: of two editions equally near to a year, the one that was there before goes on being borrowed
  if (year < old.since || old.until < year) return { ...profile, editions: [...profile.editions, own] };
  const parts = [{ ...old, until: year - 1 }, own, { ...old, since: year + 1 }];
  const split = parts.filter(({ since, until }) => since <= until);
  return { ...profile, editions: profile.editions.flatMap((each) => (each === old ? split : [each])) };
}
