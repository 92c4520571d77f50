import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKUP_KINDS } from './backup.ts';
import { type BackupName, newestFirst, readBackupName, writeBackupName } from './backup-name.ts';
import { selectBackupsToRemove } from './retention.ts';

const two = (value: number) => String(value).padStart(2, '0');
const backup: fc.Arbitrary<BackupName> = fc.record({
  time: fc
    .tuple(
      fc.constantFrom(2025, 2026),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.nat(23),
    )
    .map(([year, month, day, hour]) => `${year}-${two(month)}-${two(day)} ${two(hour)}0000`),
  kind: fc.constantFrom(...BACKUP_KINDS),
  number: fc.integer({ min: 1, max: 3 }),
});
const backups = fc.uniqueArray(backup, { maxLength: 120, selector: writeBackupName });
const day = backup.map(({ time }) => time.slice(0, 10));

describe('names of backups', () => {
  it('say when and why, and are read back', () => {
    expect(writeBackupName({ time: '2026-11-22 143005', kind: 'manual', number: 1 })).toBe(
      '2026-11-22 143005 手工.mzb',
    );
    fc.assert(
      fc.property(backup, (each) => {
        expect(readBackupName(writeBackupName(each))).toEqual(each);
      }),
    );
    expect(readBackupName('2026-11-22 143005 手工-12.mzb')).toMatchObject({ number: 12 });
  });

  it.each([
    '账簿.mzb',
    '2026-13-22 143005 手工.mzb',
    '2026-11-22 253005 手工.mzb',
    '2026-11-22 143005 手工-1.mzb',
    '2026-11-22 143005 别的.mzb',
    '2026-11-22 143005 手工.mzb-wal',
    '../2026-11-22 143005 手工.mzb',
  ])('%j is none of ours', (name) => expect(readBackupName(name)).toBeNull());
});

describe('which backups are kept', () => {
  it('the newest stays, a second look removes nothing more, and the order of the list does not matter', () => {
    fc.assert(
      fc.property(backups, day, fc.infiniteStream(fc.nat()), (list, today, random) => {
        const removed = selectBackupsToRemove(list, today);
        const kept = list.filter((each) => !removed.includes(each));
        const [newest] = list.toSorted(newestFirst);
        if (newest !== undefined) expect(kept).toContain(newest);
        expect(selectBackupsToRemove(kept, today)).toEqual([]);
        const shuffled = list
          .map((each) => ({ each, at: random.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ each }) => each);
        expect(new Set(selectBackupsToRemove(shuffled, today))).toEqual(new Set(removed));
      }),
    );
  });

  it('those made by hand do not go with an afternoon of timed ones', () => {
    const wanted: BackupName = { time: '2026-11-22 080000', kind: 'manual', number: 1 };
    const timed = Array.from(
      { length: 30 },
      (_, index): BackupName => ({
        time: `2026-11-22 1${two(index).slice(0, 1)}${two(index)}00`,
        kind: 'timed',
        number: 1,
      }),
    );
    expect(selectBackupsToRemove([wanted, ...timed], '2026-11-22')).not.toContain(wanted);
  });

  it('five of today, one of each of fourteen days and twelve months, ten of those made before something drastic', () => {
    const work = (time: string): BackupName => ({ time, kind: 'timed', number: 1 });
    const today = [8, 9, 10, 11, 12, 13, 14].map((hour) => work(`2026-11-22 ${two(hour)}0000`));
    const days = Array.from({ length: 20 }, (_, index) => `2026-11-${two(index + 1)}`);
    const earlier = days.flatMap((each) => [work(`${each} 090000`), work(`${each} 170000`)]);
    const months = Array.from({ length: 14 }, (_, index) => {
      const month = 10 - index;
      return work(month > 0 ? `2026-${two(month)}-15 120000` : `2025-${two(month + 12)}-15 120000`);
    });
    const drastic = Array.from(
      { length: 13 },
      (_, index): BackupName => ({ time: `2026-01-${two(index + 1)} 120000`, kind: 'migration', number: 1 }),
    );
    const list = [...today, ...earlier, ...months, ...drastic];
    const removed = selectBackupsToRemove(list, '2026-11-22');
    const kept = (part: readonly BackupName[]) => part.filter((each) => !removed.includes(each));
    expect(kept(today)).toEqual(today.slice(2));
    expect(kept(earlier).map(({ time }) => time)).toEqual(days.slice(6).map((each) => `${each} 170000`));
    // November is the first of the twelve months
    expect(kept(months)).toEqual(months.slice(0, 11));
    expect(kept(drastic)).toEqual(drastic.slice(3));
  });
});
