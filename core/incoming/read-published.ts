import { bridgedCode } from '../classification/bridges.ts';
import type { Classification } from '../classification/classification.ts';
import { MONEY_NAMES } from '../entry/refusal.ts';
import type { TableId } from '../profiles/profile.ts';
import type { GridCell, SheetGrid } from '../recognition/grid.ts';
import { recogniseTables } from '../recognition/recognise.ts';
import type { RecognisedTable } from '../recognition/recognised.ts';
import { yearsIn } from '../recognition/stated.ts';
import type { ImportChoices } from './choices.ts';
import type { ImportReading, IncomingTable } from './incoming.ts';
import { captionOf, coverYears, moneysBetween } from './published-caption.ts';
import { publishedFigures } from './published-figures.ts';
import type { PublishedTables } from './published-rests.ts';
import { faultOf, incomingTable, leftRows, rowNumber } from './published-table.ts';

/** The tables that figures are read from; the others say the same again. */
const READ: readonly TableId[] = [
  'income',
  'expenditure',
  'general-expenditure',
  'general-balance',
  'general-basic',
  'gov-fund',
  'gov-fund-basic',
  'state-capital',
  'three-public',
  'procurement',
];

interface PublishedReading {
  readonly choices: ImportChoices;
  readonly classification: Classification;
  /** how many units the book has in the year: the tables are those of all of them */
  readonly unitCount: number;
}

/** Reads the public tables of the year before as 上年决算 of this one. */
export function readPublished(
  sheets: readonly SheetGrid[],
  { choices, classification, unitCount }: PublishedReading,
): ImportReading {
  const year = choices.year - 1;
  const captions = new Map(sheets.map((sheet) => [sheet.name, captionOf(sheet)]));
  const found = recogniseTables(
    sheets.map((sheet) => mended(sheet, choices)),
    year,
  );
  const known = found.tables.filter(({ id }) => READ.includes(id));
  const said = known.flatMap(({ sheet }) => captions.get(sheet) ?? []);
  const stated = said.flatMap(({ years }) => years);
  // where no table says it, the cover does
  const covers =
    stated.length > 0 || titled(known)
      ? []
      : sheets.filter(({ name }) => known.every(({ sheet }) => sheet !== name)).flatMap(coverYears);
  const coverYear = covers.includes(year) ? year : covers[0];
  const moneys = new Map(known.map((table) => [table, statedMoney(table, found.tables, sheets)]));
  const tables = known.map((table): IncomingTable => {
    const other = captions.get(table.sheet)?.years.find((each) => each !== year) ?? coverYear ?? year;
    const fault =
      other !== year
        ? `表上写的是 ${other} 年度，上年应是 ${year} 年度，换文件，或不取这张表。`
        : moneys.get(table) === 'both'
          ? '表上既写了元，又写了万元，分不清金额单位，在原文件里改正后重新导入，或不取这张表。'
          : '';
    return { ...incomingTable(table, choices, classification), fault };
  });
  const taken = known.filter((_, index) => tables[index]?.isLeft === false && tables[index].fault === '');
  const unsaid = taken.filter((table) => moneys.get(table) === 'none' && table.rows.length > 0);
  const usable: PublishedTables = new Map(
    taken.map((table) => {
      const left = leftRows(table, choices);
      const rows = table.rows.filter(
        (row) => !left.has(rowNumber(row.address)) && faultOf(row, table.id, classification) === null,
      );
      const lost = table.rows.filter((row) => !rows.includes(row)).flatMap(({ code }) => code ?? []);
      const { columns, money } = table;
      return [table.id, { columns, money, rows, lost: new Set(lost) }] as const;
    }),
  );
  const { figures, remarks } = publishedFigures(usable, (code) => bridgedCode(code, choices.year));
  const [unit = null, ...otherUnits] = new Set(said.flatMap(({ units }) => units));
  return {
    tables,
    figures,
    texts: [],
    cellTexts: [],
    ties: [],
    unread: [
      ...found.unrecognised.map(({ sheet, reason }) => ({ sheet, reason })),
      ...found.tables
        .filter(({ id }) => !READ.includes(id))
        .map(({ sheet, title }) => ({
          sheet,
          reason: `“${title || sheet}”的数在别的表里都有，没有从这里读`,
        })),
    ],
    stated: { unit, year: stated[0] ?? coverYear ?? (titled(known) ? year : null) },
    remarks: [
      ...(figures.length > 0 && taken.some(({ money }) => money === 'wan')
        ? ['上年决算照公开表印出的数读入，只到 0.01 万元，与上年账簿里的数会有尾差。']
        : []),
      ...(unsaid.length === 0
        ? []
        : [
            `${unsaid.map(({ title, sheet }) => `“${title || sheet}”`).join('、')}没有写明金额单位，照${MONEY_NAMES[unsaid[0]?.money ?? 'wan']}读入，核对金额的大小。`,
          ]),
      ...(otherUnits.length === 0
        ? []
        : [`各表的部门不一致（${[unit, ...otherUnits].join('、')}），核对是不是同一部门的表。`]),
      ...(figures.length === 0 || unitCount === 1
        ? []
        : [
            `公开表是整个部门的数，账簿有 ${unitCount} 个单位，上年决算全部并入现在选的单位；各单位的上年决算只能从上年账簿结转。`,
          ]),
      ...remarks,
      ...known.flatMap(({ title, sheet, unread }) =>
        unread.map((each) => `${title || sheet}：${each}，没有读入。`),
      ),
    ],
  };
}

/** Whether a title says the year: another one than the year before would not have been recognised. */
const titled = (tables: readonly RecognisedTable[]) => tables.some(({ title }) => yearsIn(title).length > 0);

/** What stands above a table of its unit of money, below the one before it; `carried`: only above that one. */
function statedMoney(
  table: RecognisedTable,
  all: readonly RecognisedTable[],
  sheets: readonly SheetGrid[],
): 'both' | 'one' | 'carried' | 'none' {
  const sheet = sheets.find(({ name }) => name === table.sheet);
  // a table may go on in another worksheet
  const numbers = ({ rows }: RecognisedTable) =>
    rows.filter(({ address }) => address.startsWith(`${table.sheet}!`)).map((row) => rowNumber(row.address));
  const top = Math.min(...numbers(table)) - 1;
  if (sheet === undefined || !Number.isFinite(top)) return 'one';
  const above = all.flatMap(numbers);
  const from = Math.max(0, ...above.filter((row) => row <= top));
  const own = moneysBetween(sheet, from, top);
  if (own.length > 0) return own.length > 1 ? 'both' : 'one';
  return moneysBetween(sheet, 0, top).length > 0 ? 'carried' : 'none';
}

/** The worksheet with what the clerk mended in it. */
function mended(sheet: SheetGrid, { mended: texts }: ImportChoices): SheetGrid {
  const own = texts.filter(({ table }) => table.slice(0, table.lastIndexOf('#')) === sheet.name);
  if (own.length === 0) return sheet;
  const cells = own.map(
    ({ row, column, text }): GridCell => ({
      row: row - 1,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text,
      isNumber: false,
    }),
  );
  const isMended = (cell: GridCell) =>
    cells.some(({ row, column }) => row === cell.row && column === cell.column);
  return { name: sheet.name, cells: [...sheet.cells.filter((cell) => !isMended(cell)), ...cells] };
}
