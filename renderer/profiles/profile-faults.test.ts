import { describe, expect, it } from 'vitest';
import { BUILT_IN_PROFILES } from '../../core/profiles/built-in.ts';
import type { Profile, ProfileEdition, ProfileTable } from '../../core/profiles/profile.ts';
import { withTable } from './edit-edition.ts';
import { faultOf } from './profile-faults.ts';

const SHANGHAI = BUILT_IN_PROFILES.find(({ id }) => id === 'shanghai');
if (SHANGHAI === undefined) throw new Error('no profile');
const PROFILE: Profile = SHANGHAI;

const edited = (change: (edition: ProfileEdition) => ProfileEdition): Profile => ({
  ...PROFILE,
  editions: PROFILE.editions.map(change),
});
const table = (id: ProfileTable['id'], part: Partial<ProfileTable>) =>
  edited((edition) => withTable(edition, id, (old) => ({ ...old, ...part })));
const label = (part: Partial<ProfileEdition['labels']>) =>
  edited((edition) => ({ ...edition, labels: { ...edition.labels, ...part } }));

describe('why a change is not stored', () => {
  it('is nothing for a built-in profile', () => {
    expect(BUILT_IN_PROFILES.map(faultOf)).toEqual(BUILT_IN_PROFILES.map(() => null));
  });

  it.each<[string, Profile, RegExp]>([
    ['a blank title', table('income', { title: ' ' }), /：不能空着，/],
    ['a bell in a title', table('income', { title: '收\u0007入' }), /：含有换行或不能印的控制字符，/],
    ['a blank label', label({ distribution: '' }), /：不能空着，/],
    ['two labels of one name', label({ distribution: '年末结转和结余' }), /：总表里有两行的字样相同/],
    ['a label too long', label({ distribution: '长'.repeat(61) }), /：最多 60 个字，/],
    ['another unit', edited((edition) => ({ ...edition, unitLine: '单位：元' })), /：公开表一律以万元列示/],
    [
      'a 款 of the other group',
      table('general-basic', { economicRows: { personnel: ['301', '30201'], public: [['302']] } }),
      /：科目 30201 不属于人员经费，/,
    ],
    [
      'a 款 in both groups',
      table('general-basic', { economicRows: { personnel: ['301'], public: [['302', '302']] } }),
      /：科目 302 列了两次，/,
    ],
  ])('%s: one sentence', (_, profile, sentence) => {
    const fault = faultOf(profile);
    expect(fault).toMatch(sentence);
    expect(fault).toMatch(/^没有存入：[^\n。]+。$/);
  });
});
