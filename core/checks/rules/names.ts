import { ancestorsOf, type Classification } from '../../classification/classification.ts';
import { codeOfRow } from '../../figures/row.ts';
import { FUNDS } from '../../figures/sheets.ts';
import type { TableId } from '../../profiles/profile.ts';
import { plain } from '../../recognition/words.ts';
import { NAME_MISSING } from '../../tables/code-tables.ts';
import { type Claim, notice } from '../claim.ts';
import type { FactRow, Facts, FactTable, FigureFacts } from '../facts.ts';
import type { Place } from '../finding.ts';
import type { ClaimsOf, Laws } from '../rule.ts';

export const NAME_MISSING_RULE = 'A19';

/** As many codes as one reads in a sentence; a book may lack thousands. */
const MOST_CODES = 12;

/** `20198、2019876`; of more than twelve the first, and how many there are in all. */
function codesListed(codes: readonly string[]): string {
  const more = codes.length > MOST_CODES ? ` 等 ${codes.length} 个科目` : '';
  return `${codes.slice(0, MOST_CODES).join('、')}${more}`;
}

interface Codes {
  readonly functions: readonly string[];
  readonly economic: readonly string[];
}

/** The codes whose names a unit's figures put on paper, 类 and 款 above them included. */
function keyedCodes({ sums }: FigureFacts): Codes {
  const items = ['income', 'expenditure', 'balance'].flatMap((sheet) => sums.rows(sheet, FUNDS, 'actual'));
  const functions = items.filter((code) => code !== '').flatMap((code) => [...ancestorsOf(code), code]);
  const economic = sums.rows('economic', FUNDS, 'actual').map(codeOfRow);
  return { functions: [...new Set(functions)].sort(), economic: [...new Set(economic)].sort() };
}

/** domain/tables.md A19: a code that our list lacks may be new this year, but its name cannot be printed. */
function namesOfBook({ classification }: Facts, figures: FigureFacts): Claim[] {
  const { functions, economic } = keyedCodes(figures);
  if (functions.length + economic.length === 0) return [];
  const unknown = [
    ...functions.filter((code) => classification.function(code) === undefined),
    ...economic.filter((code) => classification.economic(code) === undefined),
  ];
  const message = `科目 ${codesListed(unknown)} 不在本程序的科目表里，公开表上印“${NAME_MISSING}”，公布前补上名称`;
  return [notice('', unknown.length === 0, message)];
}

const ECONOMIC_TABLES: readonly TableId[] = ['general-basic', 'gov-fund-basic'];

function placesOf({ id, rows }: FactTable, codes: readonly string[]): Place[] {
  return rows.flatMap(({ code, cells }, row) => {
    const [column] = Object.keys(cells);
    return code === undefined || column === undefined || !codes.includes(code)
      ? []
      : [{ kind: 'cell', table: id, row, column }];
  });
}

/** What a code may be called in print; `null`: our list lacks it. */
function namesOf(table: FactTable, code: string, classification: Classification): readonly string[] | null {
  if (ECONOMIC_TABLES.includes(table.id)) {
    const entry = classification.economic(code);
    return entry === undefined ? null : [entry.name];
  }
  const entry = classification.function(code);
  return entry === undefined ? null : [entry.name, ...entry.aliases];
}

/** Two names alike but for brackets, what stands in them, and the 支出, 费 or 费用 at the end, which print often drops. */
const bare = (name: string) =>
  plain(name)
    .replace(/\([^()]*\)/g, '')
    .replace(/(支出|费用|费)$/, '');

function namesOfTable(table: FactTable, classification: Classification): Claim[] {
  const rows = table.rows.flatMap(({ code, label }) => (code === undefined ? [] : [{ code, label }]));
  if (table.rows.some(({ side }) => side !== undefined) || rows.length === 0) return [];
  const named = rows.map((row) => ({ ...row, names: namesOf(table, row.code, classification) }));
  const unknown = named.filter(({ names }) => names === null).map(({ code }) => code);
  const others = named.filter(
    ({ label, names }) => names !== null && !names.some((name) => bare(name) === bare(label)),
  );
  const otherNames = others.map(
    ({ code, label, names }) => `${code} 印作“${label}”，科目表是“${names?.[0] ?? ''}”`,
  );
  const title = `《${table.title}》`;
  return [
    notice(
      `${table.id}/code`,
      unknown.length === 0,
      `${title}的科目 ${codesListed(unknown)} 不在本程序的科目表里，对照当年科目表核对编码`,
      {
        name: '科目不在科目表里',
        places: placesOf(table, unknown),
      },
    ),
    notice(
      `${table.id}/name`,
      others.length === 0,
      `${title}的科目名称与科目表不同：${otherNames.slice(0, MOST_CODES).join('；')}${others.length > MOST_CODES ? `；等 ${others.length} 个科目` : ''}`,
      {
        name: '科目名称与编码不符',
        places: placesOf(
          table,
          others.map(({ code }) => code),
        ),
      },
    ),
    ...missingAbove(table, rows),
  ];
}

/** A table that prints a 类 prints the whole tree; one of 项 alone is read as a list. */
function missingAbove(table: FactTable, rows: readonly Pick<FactRow, 'code'>[]): Claim[] {
  const codes = new Set(rows.map(({ code }) => code ?? ''));
  if (![...codes].some((code) => code.length === 3)) return [];
  const missing = [...new Set([...codes].flatMap(ancestorsOf))].filter((code) => !codes.has(code)).sort();
  const message = `《${table.title}》没有 ${codesListed(missing)} 这一级的行，下属的科目却在表里`;
  const below = [...codes].filter((code) => ancestorsOf(code).some((above) => missing.includes(above)));
  return [
    notice(`${table.id}/above`, missing.length === 0, message, {
      name: '科目缺上级行',
      level: 'error',
      places: placesOf(table, below),
    }),
  ];
}

const nameMissing: ClaimsOf = (facts) =>
  facts.figures === null
    ? facts.tables.all().flatMap((table) => namesOfTable(table, facts.classification))
    : namesOfBook(facts, facts.figures);

/** Our list is not the official book: what no document at hand prints under a name must not pass for official. */
const nameUnconfirmed: ClaimsOf = ({ figures, classification }) => {
  if (figures === null) return [];
  const { functions, economic } = keyedCodes(figures);
  const entries = [
    ...functions.map((code) => classification.function(code)),
    ...economic.map((code) => classification.economic(code)),
  ];
  if (entries.length === 0) return [];
  const unconfirmed = entries.flatMap((entry) =>
    entry === undefined || entry.confirmed ? [] : [`${entry.code} ${entry.name}`],
  );
  const message = `这些科目的名称未经文件证实，公布前对照当年科目表：${unconfirmed.join('、')}`;
  return [notice('', unconfirmed.length === 0, message)];
};

/** domain/tables.md A19: names against codes. */
export const NAMES: Laws = { [NAME_MISSING_RULE]: nameMissing, A19b: nameUnconfirmed };
