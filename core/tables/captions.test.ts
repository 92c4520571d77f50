import { describe, expect, it } from 'vitest';
import { changedProfile, tablesOf } from '../testing/tables-of.ts';

/** What stands above the first table of 2024. */
function caption(profile: string, entity: '部门' | '单位' = '部门') {
  return tablesOf({ profile: changedProfile(profile), figures: [], entity }).tables[0]?.caption;
}

describe('what stands above a table', () => {
  it('is its number before the title in Beijing, at the right in the central set, nowhere in Shanghai', () => {
    expect(caption('beijing')).toMatchObject({ heading: '一、收入支出决算总表', corner: '' });
    expect(caption('mof')).toMatchObject({ heading: '收入支出决算总表', corner: '公开01表' });
    expect(caption('shanghai')).toMatchObject({ heading: '收入支出决算总表', corner: '' });
  });

  it('says each number once, wherever the edition puts it', () => {
    for (const numberPlace of ['title', 'corner'] as const) {
      const profile = changedProfile('mof', (edition) => ({ ...edition, numberPlace }));
      for (const { number, title, caption: above } of tablesOf({ profile, figures: [] }).tables) {
        const wanted = numberPlace === 'title' ? [`${number}${title}`, ''] : [title, number];
        expect([above.heading, above.corner]).toEqual(wanted);
      }
    }
  });

  it('calls a department 部门 and a unit 单位, by name at the left; the unit of money stands at the right', () => {
    expect(caption('mof')).toMatchObject({ left: '部门：某局', right: '金额单位：万元' });
    expect(caption('mof', '单位')).toMatchObject({ left: '单位：某局', right: '金额单位：万元' });
    expect(caption('shanghai', '单位')).toMatchObject({ left: '', right: '单位：万元' });
  });
});
