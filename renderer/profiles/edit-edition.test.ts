import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification } from '../../core/classification/classification.ts';
import { BUILT_IN_PROFILES } from '../../core/profiles/built-in.ts';
import type { ProfileEdition } from '../../core/profiles/profile.ts';
import { codesInWords, codesOf, freeProfileId, moveTable, withOptional } from './edit-edition.ts';

const EDITIONS = BUILT_IN_PROFILES.flatMap(({ editions }) => editions);
const order = ({ tables }: ProfileEdition) => tables.map(({ id }) => id);

describe('the order of the tables', () => {
  it('changes by one place, and back again', () => {
    const moves = fc.record({
      edition: fc.constantFrom(...EDITIONS),
      place: fc.nat(),
      step: fc.constantFrom<-1 | 1>(-1, 1),
    });
    fc.assert(
      fc.property(moves, ({ edition, place, step }) => {
        const at = place % edition.tables.length;
        const id = edition.tables[at]?.id ?? 'summary';
        const moved = moveTable(edition, id, step);
        const wanted = Math.min(Math.max(at + step, 0), edition.tables.length - 1);
        expect(order(moved).indexOf(id)).toBe(wanted);
        if (wanted !== at) expect(order(moveTable(moved, id, step === 1 ? -1 : 1))).toEqual(order(edition));
        expect(order(moved).sort()).toEqual(order(edition).sort());
      }),
    );
  });
});

describe('codes of the economic classification', () => {
  it('are read as they are shown', () => {
    const shown = EDITIONS.flatMap(({ tables }) => tables.flatMap(({ economicRows }) => economicRows ?? []));
    expect(shown.length).toBeGreaterThan(0);
    const classification = new Classification(2024);
    for (const codes of shown.flatMap((rows) => [rows.personnel, ...rows.public])) {
      expect(codesOf(codesInWords(codes, classification))).toEqual({ ok: true, value: codes });
    }
  });

  it.each([
    ['30101，30102、303\n 30201 办公费', { ok: true, value: ['30101', '30102', '303', '30201'] }],
    ['', { ok: true, value: [] }],
    ['3010', { ok: false, error: expect.stringContaining('“3010”不是经济分类编码') }],
    ['50101', { ok: false, error: expect.stringContaining('“50101”') }],
    ['基本工资', { ok: false, error: expect.stringContaining('“基本工资”') }],
    ['30101\n30101', { ok: false, error: '30101 列了两次，只留一个。' }],
  ])('%j', (text, read) => {
    expect(codesOf(text)).toEqual(read);
  });
});

it('a new profile takes the first free number', () => {
  expect(freeProfileId(['mof', 'own-1', 'own-3'])).toBe('own-2');
});

it('what says nothing of its own is left out of a table', () => {
  const [table] = EDITIONS[0]?.tables ?? [];
  if (table === undefined) throw new Error('no table');
  const own = withOptional(table, 'plainHead', true);
  expect(own.plainHead).toBe(true);
  expect(withOptional(own, 'plainHead', undefined)).not.toHaveProperty('plainHead');
});
