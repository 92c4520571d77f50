import { Classification } from '../classification/classification.ts';
import type { CellText } from '../figures/figure.ts';
import {
  editionOf,
  type Profile,
  type ProfileEdition,
  type ProfileTable,
  type TableId,
} from '../profiles/profile.ts';
import { basicTable } from './basic-table.ts';
import { expenditureTable, fundTable, generalExpenditureTable, incomeTable } from './code-tables.ts';
import { CellTexts, type TableContent, type TableSource } from './content.ts';
import { headerGrid, numberingOf, printedColumns, printedLine } from './layout.ts';
import { procurementTable, purchasedServicesTable } from './list-tables.ts';
import type { TableCaption, TableModel, TablePack } from './model.ts';
import { appropriationSummaryTable, summaryTable } from './summary-tables.ts';
import type { FigureSums } from './sums.ts';
import { threePublicTable } from './three-public-table.ts';

const CONTENTS: Readonly<Record<TableId, (source: TableSource) => TableContent>> = {
  summary: summaryTable,
  income: incomeTable,
  expenditure: expenditureTable,
  'appropriation-summary': appropriationSummaryTable,
  'general-balance': (source) => fundTable(source, 'general'),
  'general-expenditure': generalExpenditureTable,
  'general-basic': (source) => basicTable(source, 'general'),
  'gov-fund': (source) => fundTable(source, 'gov_fund'),
  'gov-fund-basic': (source) => basicTable(source, 'gov_fund'),
  'state-capital': (source) => fundTable(source, 'state_capital'),
  'three-public': threePublicTable,
  procurement: procurementTable,
  'purchased-services': purchasedServicesTable,
};

export interface PackInput {
  readonly profile: Profile;
  readonly year: number;
  /** name of the department or of the one unit, as it is to be printed */
  readonly name: string;
  /** decides the wording of the notes */
  readonly entity: '部门' | '单位';
  readonly sums: FigureSums;
  /** of the chosen units; absent: none */
  readonly cellTexts?: readonly CellText[];
  /** what every table made from these units says below it, such as 含推定数，非公开数据; absent: nothing */
  readonly notices?: readonly string[];
}

/** Computes all public tables of one department or unit in a profile's order. */
export function buildTables(input: PackInput): TablePack {
  const { profile, year, name, entity, sums } = input;
  const { edition, unconfirmed } = editionOf(profile, year);
  const classification = new Classification(year);
  const cellTexts = new CellTexts(input.cellTexts ?? []);
  const worded = (text: string) => text.replaceAll('{部门}', entity).replaceAll('{名称}', () => name);
  const tables = edition.tables.map((table): TableModel => {
    const content = CONTENTS[table.id]({ sums, classification, edition, table, cellTexts });
    const numbering = numberingOf(edition, table);
    const columns = printedColumns(table.columns, numbering);
    const empty = content.rows.every((row) =>
      Object.values(row.cells).every((cell) => cell.exact === null || cell.exact === 0),
    );
    const notes = [...table.notes, ...(empty ? [table.emptyNote] : [])].map(worded);
    return {
      id: table.id,
      number: table.number,
      title: table.title,
      caption: captionOf(edition, table, worded),
      orientation: table.orientation,
      fonts: edition.fonts,
      columns,
      header: headerGrid(table.columns, numbering),
      body: content.lines.map((line) => printedLine(line, columns)),
      rows: content.rows,
      empty,
      notes: [...notes, ...(input.notices ?? [])].filter((note) => note !== ''),
      unconfirmed: [...table.unconfirmed, ...content.doubts],
    };
  });
  const confirmed =
    unconfirmed.length === 0 && edition.tables.every((table) => table.unconfirmed.length === 0);
  return {
    profile: { id: profile.id, name: profile.name, confirmed, unconfirmed },
    year,
    name,
    entity,
    tables,
  };
}

function captionOf(
  { numberPlace, nameLine, unitLine }: ProfileEdition,
  { number, title }: ProfileTable,
  worded: (text: string) => string,
): TableCaption {
  return {
    heading: numberPlace === 'title' ? `${number}${title}` : title,
    corner: numberPlace === 'corner' ? number : '',
    left: worded(nameLine),
    right: unitLine,
  };
}
