import { z } from 'zod';
import { type BookYear, type SummedFigure, UNIT_KINDS } from '../figures/figure.ts';
import { FORMAT, readBook } from '../interchange/read-book.ts';
import { fen } from '../money/fen.ts';
import { builtInProfile } from '../profiles/built-in.ts';
import { figuresOfRegisters } from '../registers/book-figures.ts';
import { bookFacts } from './book-facts.ts';
import { scopesOf, twoYears, type YearToCheck } from './check-year.ts';
import { documentFacts } from './document-facts.ts';
import betweenTables from './examples/between-tables.json' with { type: 'json' };
import budget from './examples/budget.json' with { type: 'json' };
import completeness from './examples/completeness.json' with { type: 'json' };
import continuity from './examples/continuity.json' with { type: 'json' };
import controls from './examples/controls.json' with { type: 'json' };
import figures from './examples/figures.json' with { type: 'json' };
import registers from './examples/registers.json' with { type: 'json' };
import withinTables from './examples/within-tables.json' with { type: 'json' };
import type { Facts } from './facts.ts';

const lineSchema = z.record(z.string(), z.union([z.string(), z.number()]));
const sheetsSchema = z.record(z.string(), z.array(lineSchema));
const textsSchema = z.record(z.string(), z.string());

const registersSchema = z.record(z.string(), z.unknown());

/** Public tables as some document prints them. */
const tablesSchema = z.strictObject({
  year: z.int(),
  tables: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string().default(''),
      title: z.string().default(''),
      rows: z.array(
        z.strictObject({
          kind: z.string(),
          side: z.enum(['income', 'expenditure']).optional(),
          code: z.string().optional(),
          item: z.string().optional(),
          label: z.string(),
          cells: z.record(z.string(), z.string()),
        }),
      ),
      notes: z.array(z.string()).default([]),
    }),
  ),
});

/** A book of one unit, in lines of the interchange file and 万元. */
const bookSchema = z.strictObject({
  year: z.int(),
  kind: z.enum(UNIT_KINDS).default('administrative'),
  profile: z.string().default('shanghai'),
  sheets: sheetsSchema,
  registers: registersSchema.default({}),
  /** by slot */
  texts: textsSchema.default({}),
  /** the year before */
  last: z.strictObject({ sheets: sheetsSchema, texts: textsSchema.default({}) }).optional(),
  /** units beside the one */
  units: z
    .array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        kind: z.enum(UNIT_KINDS),
        sheets: sheetsSchema,
      }),
    )
    .default([]),
  /** lines of the 差额表 */
  adjustments: z.array(lineSchema).default([]),
  /** control figures of the department */
  control: z.array(lineSchema).default([]),
  scope: z.enum(['unit', 'adjustments', 'department']).default('unit'),
});

const exampleSchema = z.union([tablesSchema, bookSchema]);
type TablesExample = z.infer<typeof tablesSchema>;
export type BookExample = z.infer<typeof bookSchema>;

const pairSchema = z.strictObject({ rule: z.string(), good: exampleSchema, broken: exampleSchema });

/** What a rule is shown by: an example that it holds on, and one that breaks it. */
export type ExamplePair = z.infer<typeof pairSchema>;

/** The examples of all rules, by rule. Throws where the data are no examples, or name a rule twice: our own bug. */
export function readExamples(): ReadonlyMap<string, ExamplePair> {
  const pairs = z
    .array(pairSchema)
    .parse([
      ...withinTables,
      ...betweenTables,
      ...figures,
      ...registers,
      ...controls,
      ...budget,
      ...continuity,
      ...completeness,
    ]);
  const byRule = new Map(pairs.map((pair) => [pair.rule, pair]));
  if (byRule.size < pairs.length) throw new Error('a rule has two pairs of examples');
  return byRule;
}

/** The facts that an example shows. */
export function factsOfExample(example: ExamplePair['good']): Facts {
  return 'tables' in example ? factsOfTables(example) : factsOfBook(example);
}

function factsOfTables({ year, tables }: TablesExample): Facts {
  return documentFacts({
    profile: 'shanghai',
    year,
    money: 'wan',
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.map(({ side, code, item, ...row }) => ({
        ...row,
        ...(side === undefined ? {} : { side }),
        ...(code === undefined ? {} : { code }),
        ...(item === undefined ? {} : { item }),
      })),
    })),
  });
}

const OWN_UNIT = '001';

/** The example as a file to be imported: it is read by the same rules as any other. */
function fileOf(example: BookExample) {
  const { year, kind, profile, sheets, registers, texts, last, units, adjustments, control } = example;
  const own = { code: OWN_UNIT, name: '某局', kind };
  return {
    format: FORMAT,
    money: 'wan',
    department: { name: '某部门', region: '某区', profile },
    years: [
      { year, units: [{ ...own, sheets, registers, texts }, ...units], adjustments, control },
      ...(last === undefined ? [] : [{ year: year - 1, units: [{ ...own, ...last }] }]),
    ],
  };
}

function factsOfBook(example: BookExample): Facts {
  const year = yearOf(example);
  const only = example.scope === 'unit' ? OWN_UNIT : null;
  const found = scopesOf(year, twoYears(year), only).find(({ scope }) => scope === example.scope);
  if (found === undefined) throw new Error(`the example has no scope ${example.scope}`);
  return bookFacts(found);
}

function yearOf(example: BookExample): YearToCheck {
  const book = readBook(JSON.stringify(fileOf(example)), '规则示例');
  if (!book.ok) throw new Error(book.error.message);
  const { department, years, registers = [] } = book.value;
  const [now, last] = years.map((each) => ({
    ...each,
    figures: [...each.figures, ...figuresOfRegisters(registers, each.year)],
  }));
  const profile = builtInProfile(department.profile);
  if (now === undefined || profile === undefined) throw new Error('an example has a year and a format');
  return {
    year: now.year,
    name: department.name,
    profile,
    units: now.units,
    figures: figuresByUnit(now),
    last: last === undefined ? null : figuresByUnit(last),
    texts: now.texts,
    lastTexts: last?.texts ?? [],
    cellTexts: now.cellTexts ?? [],
  };
}

function figuresByUnit({ figures: all }: BookYear): Map<string, SummedFigure[]> {
  const byUnit = new Map<string, SummedFigure[]>();
  for (const { unit, value, sheet, row, fund, column, measure } of all) {
    const own = byUnit.get(unit) ?? [];
    own.push({ sheet, row, fund, column, measure, value: fen(value) });
    byUnit.set(unit, own);
  }
  return byUnit;
}
