import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classification } from '../classification/classification.ts';
import { packJson } from '../printed/pack-json.ts';
import type { PrintedRow, PrintedTables } from '../printed/printed-tables.ts';
import { BUILT_IN_PROFILES } from '../profiles/built-in.ts';
import type { TablePack } from '../tables/model.ts';
import { consistentBook } from '../testing/consistent-book.ts';
import { randomBook } from '../testing/random-book.ts';
import { packOfBook, SAMPLE_NAMES, sampleBook } from '../testing/sample.ts';
import { packFacts } from './book-facts.ts';
import { runRule } from './check.ts';
import { documentFacts } from './document-facts.ts';
import type { Facts } from './facts.ts';
import { RULES } from './rules.ts';
import { MOVED_COLUMN_RULE } from './slips/moved-column.ts';

const IDENTITIES = RULES.filter(({ id, ground }) => ground === 'identity' && id !== MOVED_COLUMN_RULE);

/** 基本支出 of 政府性基金 is keyed by 项 and again by 款: of a book B9 holds the two against each other. */
const KEYED_APART = ['B20/gov-fund-basic'];

/** Our own tables as a document of which every digit is known. */
function factsOf(pack: TablePack): Facts {
  return {
    scope: 'document',
    code: null,
    where: pack.name,
    year: pack.year,
    classification: new Classification(pack.year),
    tables: packFacts(pack),
    figures: null,
  };
}

/** As a document is kept that somebody typed from paper: its summary tables print no codes. */
function withoutCodes(document: PrintedTables): PrintedTables {
  const typed = ({ kind, side, code, item, label, cells }: PrintedRow): PrintedRow => ({
    kind,
    label,
    cells,
    ...(side === undefined ? { ...(code && { code }), ...(item && { item }) } : { side }),
  });
  return {
    ...document,
    tables: document.tables.map((table) => ({ ...table, rows: table.rows.map(typed) })),
  };
}

const profiles = BUILT_IN_PROFILES.map(({ id }) => id);

describe('the laws that hold by construction', () => {
  it('hold to the 分 in our own tables of any figures, in each layout', () => {
    fc.assert(
      fc.property(randomBook, fc.constantFrom(...profiles), (book, profile) => {
        const facts = factsOf(packOfBook(book, null, profile));
        const broken = IDENTITIES.flatMap((rule) =>
          rule.claims(facts).flatMap(({ holds, subject, left, right }) => {
            const claim = `${rule.id}/${subject}`;
            return holds || KEYED_APART.includes(claim) ? [] : [[claim, left?.amount, right?.amount]];
          }),
        );
        expect(broken).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('hold in print but for tails, also where the lines of the summary tables are known by their labels alone', () => {
    fc.assert(
      fc.property(fc.oneof(randomBook, consistentBook), fc.constantFrom(...profiles), (book, profile) => {
        const printed = packJson(packOfBook(book, null, profile));
        const broken = [printed, withoutCodes(printed)].flatMap((document) => {
          const facts = documentFacts(document);
          return IDENTITIES.flatMap((rule) =>
            rule.claims(facts).flatMap(({ holds, level, subject, difference }) => {
              const claim = `${rule.id}/${subject}`;
              const isTail = level === 'hint';
              return holds || isTail || KEYED_APART.includes(claim) ? [] : [[claim, difference]];
            }),
          );
        });
        expect(broken).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('are each looked at somewhere in the tables of the samples', () => {
    const all = SAMPLE_NAMES.flatMap((name) =>
      profiles.map((profile) => factsOf(packOfBook(sampleBook(name), null, profile))),
    );
    const idle = IDENTITIES.filter((rule) => all.every((facts) => runRule(rule, facts).claims === 0));
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});
