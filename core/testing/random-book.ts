import fc from 'fast-check';
import { Classification } from '../classification/classification.ts';
import {
  ADJUSTABLE_SHEETS,
  ADJUSTMENT_UNIT,
  type Book,
  type CellText,
  CONTROL_SHEET,
  DEPARTMENT_UNIT,
  type Figure,
  type FigureAddress,
  UNIT_KINDS,
  type Unit,
  type UnitNote,
  type UnitText,
} from '../figures/figure.ts';
import { writeEconomicRow } from '../figures/row.ts';
import { FISCAL_FUNDS, type Fund, findSheet, SHEETS, type SheetDefinition } from '../figures/sheets.ts';
import { BUILT_IN_PROFILES } from '../profiles/built-in.ts';
import type { Profile } from '../profiles/profile.ts';
import { copyProfile } from '../profiles/profile-file.ts';

const YEAR = 2024;
const classification = new Classification(YEAR);
const items = [...classification.functions()]
  .filter((entry) => entry.code.length === 7)
  .map((entry) => entry.code);
// well-formed 项 of known 类 that the list lacks, as a later official list may bring them
const unlisted = ['2019876', '2139954'];
const economic = [...classification.economicEntries()]
  .filter((entry) => entry.code.length === 5)
  .map((entry) => entry.code);

const item = fc.oneof({ arbitrary: fc.constantFrom(...items), weight: 9 }, fc.constantFrom(...unlisted));

function row(sheet: SheetDefinition, unit: string): fc.Arbitrary<string> {
  switch (sheet.rows.kind) {
    case 'function':
      return item;
    // one form per unit and fund, chosen by the unit: see `oneBalanceForm`
    case 'function-or-blank':
      return item;
    case 'economic':
      return fc
        .record(
          { code: fc.constantFrom(...economic), item, org: fc.constantFrom(...UNIT_KINDS) },
          { requiredKeys: ['code'] },
        )
        .map(writeEconomicRow);
    case 'list':
      return fc.constantFrom(...sheet.rows.items.map((listed) => listed.id));
    // a row belongs to one unit
    case 'free':
      return fc.constantFrom(`${unit}-001`, `${unit}-002`, `${unit}-x`);
  }
}

/** Any figure that a sheet takes. @param sheets absent: all */
export function randomFigure(
  units: readonly Pick<Unit, 'code'>[],
  sheets: readonly SheetDefinition[] = SHEETS,
): fc.Arbitrary<Figure> {
  const place = fc.tuple(fc.constantFrom(...sheets), fc.constantFrom(...units));
  return place.chain(([sheet, { code }]) =>
    fc.constantFrom(...sheet.columns.filter(({ kind }) => kind !== 'text')).chain((column) =>
      fc.record({
        unit: fc.constant(code),
        sheet: fc.constant(sheet.id),
        row: row(sheet, code),
        fund: fc.constantFrom(...column.funds),
        column: fc.constant(column.id),
        measure: fc.constantFrom(...(column.measures ?? sheet.measures)),
        value: column.kind === 'fen' ? fc.integer({ min: -1e13, max: 1e13 }) : fc.nat(10_000),
      }),
    ),
  );
}

/** Any line that the 差额表 takes: never 财政拨款, always with a reason. */
const adjustment: fc.Arbitrary<Figure> = fc
  .constantFrom(...SHEETS.filter((sheet) => ADJUSTABLE_SHEETS.includes(sheet.id)))
  .chain((sheet) => {
    const isFiscal = (fund: Fund) => (FISCAL_FUNDS as readonly Fund[]).includes(fund);
    const columns = sheet.columns.filter((column) => column.funds.some((fund) => !isFiscal(fund)));
    return fc.record({
      unit: fc.constant(ADJUSTMENT_UNIT),
      sheet: fc.constant(sheet.id),
      row: item,
      fund: fc.constant<Fund>('other'),
      column: fc.constantFrom(...columns.map((column) => column.id)),
      measure: fc.constantFrom(...sheet.measures),
      value: fc.integer({ min: -1e11, max: 1e11 }),
      reason: fc.constantFrom('部门内部往来', '拨给 003 的款项'),
    });
  });

/** A control figure of the department as a whole. */
export const departmentControl: fc.Arbitrary<Figure> = randomFigure(
  [{ code: DEPARTMENT_UNIT }],
  SHEETS.filter(({ id }) => id === CONTROL_SHEET),
);

/** Units with an odd code key one balance line for each fund instead of one for each 项. */
function oneBalanceForm(figures: readonly Figure[]): Figure[] {
  const balanced = figures.map((each) =>
    each.sheet === 'balance' && Number(each.unit) % 2 === 1 ? { ...each, row: '' } : each,
  );
  const seen = new Set<string>();
  return balanced.filter((each) => !seen.has(addressOf(each)) && seen.add(addressOf(each)));
}

const body = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');

const text: fc.Arbitrary<Omit<UnitText, 'unit'>> = fc.record({
  slot: fc.constantFrom('duties', 'reason.reception', 'reason.项目'),
  body,
});

/** A note on any cell that could hold a figure. */
function note(units: readonly Unit[]): fc.Arbitrary<UnitNote> {
  return fc
    .tuple(randomFigure(units), body)
    .map(([{ value: _, ...address }, text]) => ({ ...address, body: text }));
}

const line = body.filter((text) => !/[\p{Cc}\p{Cs}\p{Cn}\p{Co}]/u.test(text) && /[^\p{Cf}\s]/u.test(text));

/** What may be said of a row beside its name. */
function secondText(sheet: string): string {
  const [, second] = findSheet(sheet)?.columns.filter(({ kind }) => kind === 'text') ?? [];
  return second?.id ?? '';
}

/** Every row of the clerk's own is named, also one on which nothing stands. */
function cellTexts(units: readonly Unit[], used: readonly FigureAddress[]): fc.Arbitrary<CellText[]> {
  const rows = new Map<string, Omit<CellText, 'column' | 'body'>>();
  for (const { unit: code, sheet, row: at } of used) {
    if (findSheet(sheet)?.rows.kind === 'free') rows.set(`${sheet} ${at}`, { unit: code, sheet, row: at });
  }
  const unused = fc.subarray(
    units.map(({ code }) => ({ unit: code, sheet: 'purchased_services', row: `${code}-u` })),
  );
  return unused.chain((more) =>
    fc
      .tuple(...[...rows.values(), ...more].map((at) => fc.tuple(fc.constant(at), line, fc.option(line))))
      .map((named) =>
        named.flatMap(([at, name, catalog]) => [
          ...(catalog === null ? [] : [{ ...at, column: secondText(at.sheet), body: catalog }]),
          { ...at, column: 'name', body: name },
        ]),
      ),
  );
}

const isPrintable = (text: string) => !/[\p{Cc}\p{Cs}]/u.test(text);

const printable = (most: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => text.trim() !== '' && text.length <= most && isPrintable(text));

/** A profile of a book's own: a built-in one with another name and another note. */
const ownProfile = (id: string): fc.Arbitrary<Profile> =>
  fc
    .tuple(
      fc.constantFrom(...BUILT_IN_PROFILES),
      printable(20),
      fc.string({ maxLength: 300 }).filter(isPrintable),
    )
    .map(([profile, name, note]) => ({
      ...copyProfile(profile, id, name),
      editions: profile.editions.map((edition) => ({
        ...edition,
        tables: edition.tables.map((table, index) => (index === 0 ? { ...table, notes: [note] } : table)),
      })),
    }));

const ownProfiles = fc.oneof(
  { arbitrary: fc.constant<Profile[]>([]), weight: 9 },
  fc.tuple(ownProfile('own-2'), ownProfile('own-1')),
);

const unit: fc.Arbitrary<Unit> = fc.record({
  code: fc.stringMatching(/^[0-9]{3}$/),
  name: fc.constantFrom('本级', '事务中心', '管理所'),
  kind: fc.constantFrom(...UNIT_KINDS),
});

export function addressOf({ unit: code, sheet, row: at, fund, column, measure }: FigureAddress): string {
  return JSON.stringify([code, sheet, at, fund, column, measure]);
}

/** A book of one year with any figures that the sheets take, whether they agree with each other or not. */
export const randomBook: fc.Arbitrary<Book> = fc
  .uniqueArray(unit, { minLength: 1, maxLength: 4, selector: (each) => each.code })
  .chain((units) =>
    fc
      .record({
        keyed: fc.uniqueArray(randomFigure(units), { maxLength: 60, selector: addressOf }),
        adjusted: fc.uniqueArray(adjustment, { maxLength: 6, selector: addressOf }),
        controlled: fc.uniqueArray(departmentControl, { maxLength: 6, selector: addressOf }),
        texts: fc.uniqueArray(
          fc.tuple(fc.constantFrom(...units), text).map(([{ code }, each]) => ({ unit: code, ...each })),
          { maxLength: 4, selector: (each) => JSON.stringify([each.unit, each.slot]) },
        ),
        notes: fc.uniqueArray(note(units), { maxLength: 4, selector: addressOf }),
        profiles: ownProfiles,
      })
      .chain((content) =>
        cellTexts(units, [...content.keyed, ...content.notes]).map((named) => ({ ...content, named })),
      )
      .map(({ keyed, adjusted, controlled, texts, notes, named, profiles }) => ({
        department: { name: '随机部门', region: '随机区', profile: profiles[0]?.id ?? 'shanghai' },
        ...(profiles.length === 0 ? {} : { profiles }),
        years: [
          {
            year: YEAR,
            units,
            figures: [...oneBalanceForm(keyed), ...adjusted, ...controlled],
            texts,
            ...(notes.length === 0 ? {} : { notes }),
            ...(named.length === 0 ? {} : { cellTexts: named }),
          },
        ],
      })),
  );
