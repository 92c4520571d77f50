import { bridgedCode } from '../classification/bridges.ts';
import type { Classification } from '../classification/classification.ts';
import { functionItemProblem } from '../figures/code-rules.ts';
import { FEN_PER_UNIT } from '../money/fen.ts';
import type { TableId } from '../profiles/profile.ts';
import type { GridCell, SheetGrid } from '../recognition/grid.ts';
import { columnName } from '../recognition/layout.ts';
import { recogniseTables } from '../recognition/recognise.ts';
import type { RecognisedRow, RecognisedTable } from '../recognition/recognised.ts';
import { yearsIn } from '../recognition/stated.ts';
import type { ImportChoices } from './choices.ts';
import type { ImportReading, IncomingColumn, IncomingRow, IncomingTable } from './incoming.ts';
import { captionOf } from './published-caption.ts';
import { type PublishedTables, publishedFigures } from './published-figures.ts';
import { type Part, type SumCell, sumSentence } from './sum-rows.ts';

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

/** The tables whose rows are 款 of the economic classification. */
const ECONOMIC: readonly TableId[] = ['general-basic', 'gov-fund-basic'];

/** Tail of one printed number, 分: half of 0.01 万元. */
const TAIL = FEN_PER_UNIT.wan / 200;

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
  const tables = known.map((table): IncomingTable => {
    const other = captions.get(table.sheet)?.years.find((each) => each !== year);
    const fault =
      other === undefined ? '' : `表上写的是 ${other} 年度，上年应是 ${year} 年度，换文件，或不取这张表。`;
    return { ...incomingTable(table, choices, classification), fault };
  });
  const usable: PublishedTables = new Map(
    known
      .filter((_, index) => tables[index]?.isLeft === false && tables[index].fault === '')
      .map((table) => {
        const left = leftRows(table, choices);
        const rows = table.rows.filter(
          (row) => !left.has(rowNumber(row.address)) && faultOf(row, table.id, classification) === null,
        );
        const lost = table.rows.filter((row) => !rows.includes(row)).flatMap(({ code }) => code ?? []);
        return [table.id, { columns: table.columns, rows, lost: new Set(lost) }] as const;
      }),
  );
  const { figures, remarks } = publishedFigures(usable, (code) => bridgedCode(code, choices.year));
  const said = known.flatMap(({ sheet }) => captions.get(sheet) ?? []);
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
    stated: { unit, year: said.flatMap(({ years }) => years)[0] ?? (titled(known) ? year : null) },
    remarks: [
      ...(figures.length === 0
        ? []
        : ['上年决算照公开表印出的数读入，只到 0.01 万元，与上年账簿里的数会有尾差。']),
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

const idOf = ({ sheet, id }: Pick<RecognisedTable, 'sheet' | 'id'>) => `${sheet}#${id}`;

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

/** `03 支出决算表!D12` → 12 */
function rowNumber(address: string): number {
  return Number(/\d+$/.exec(address)?.[0] ?? 0);
}

function columnIndex(address: string): number {
  const letters = /([A-Z]+)\d+$/.exec(address)?.[1] ?? 'A';
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function leftRows(table: RecognisedTable, choices: ImportChoices): ReadonlySet<number> {
  const id = idOf(table);
  return new Set(choices.leftRows.filter((each) => each.table === id).map(({ row }) => row));
}

function leafLength(id: TableId): number {
  return ECONOMIC.includes(id) ? 5 : 7;
}

/** Why nothing of a row can be taken; `null`: it can. */
function faultOf(row: RecognisedRow, id: TableId, classification: Classification): string | null {
  const unreadable = Object.values(row.cells).find((cell) => cell.unreadable);
  if (unreadable !== undefined)
    return `${unreadable.address}：${unreadable.text}，填上应有的数，或不取此行。`;
  if (row.code?.length !== 7 || leafLength(id) !== 7) return null;
  const where = `第 ${rowNumber(row.address)} 行`;
  return functionItemProblem(row.code, classification, { where })?.message ?? null;
}

function incomingTable(
  table: RecognisedTable,
  choices: ImportChoices,
  classification: Classification,
): IncomingTable {
  const id = idOf(table);
  const left = leftRows(table, choices);
  const first = table.rows.find(({ cells }) => Object.keys(cells).length > 0);
  const columns = table.columns.map(
    (column): IncomingColumn => ({
      index: columnIndex(first?.cells[column]?.address ?? ''),
      path: columnName(table.id, column),
      order: '',
      meaning: column,
      isChosen: false,
    }),
  );
  const parts = partsOf(table, left);
  const mendedCells = new Set(
    choices.mended.filter((each) => each.table === id).map(({ row, column }) => `${row}/${column}`),
  );
  const rows = table.rows.map((row): IncomingRow => {
    const number = rowNumber(row.address);
    const cells = table.columns.flatMap((column) => {
      const cell = row.cells[column];
      if (cell === undefined) return [];
      const index = columnIndex(cell.address);
      return [
        {
          column: index,
          text: cell.text,
          ...(cell.unreadable ? { fault: cell.text } : {}),
          ...(mendedCells.has(`${number}/${index}`) ? { isMended: true as const } : {}),
        },
      ];
    });
    const shown = { row: number, code: row.code ?? '', name: row.label, cells };
    if (left.has(number)) return { ...shown, verdict: 'left', sentence: '没有取这一行。' };
    const fault = faultOf(row, table.id, classification);
    if (fault !== null) return { ...shown, verdict: 'refused', sentence: fault };
    if (row.code?.length === leafLength(table.id) || row.kind === 'line')
      return { ...shown, verdict: 'taken', sentence: '' };
    const sentence = sumSentence(sumsOf(table, row), parts, { money: 'wan', tail: TAIL });
    return { ...shown, verdict: sentence === '' ? 'compared' : 'doubtful', sentence };
  });
  return {
    id,
    name: `公开表 ${table.title || table.sheet}`,
    sheet: table.sheet,
    money: table.money,
    columns,
    meanings: columns.map(({ meaning, path }) => ({ id: meaning, name: path, required: false })),
    rows,
    fault: '',
    isLeft: choices.leftTables.includes(id),
  };
}

function partsOf(table: RecognisedTable, left: ReadonlySet<number>): Part[] {
  return table.rows.flatMap((row) =>
    row.code?.length === leafLength(table.id) && !left.has(rowNumber(row.address))
      ? table.columns.map((column, index) => ({
          code: row.code ?? '',
          column: index,
          value: row.cells[column]?.amount ?? 0,
        }))
      : [],
  );
}

/** What a 类, 款 or 合计 says; the totals of 人员 and 公用经费 are checked elsewhere. */
function sumsOf(table: RecognisedTable, row: RecognisedRow): SumCell[] {
  if (row.code === undefined && (row.item !== undefined || row.side !== undefined)) return [];
  return table.columns.flatMap((column, index) => {
    const value = row.cells[column]?.amount ?? null;
    return value === null
      ? []
      : [{ under: row.code ?? '', column: index, heading: columnName(table.id, column), value }];
  });
}
