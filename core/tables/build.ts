import { Classification } from '../classification/classification.ts';
import { editionOf, type Profile, type TableId } from '../profiles/profile.ts';
import { generalBasicTable } from './basic-table.ts';
import { expenditureTable, fundTable, generalExpenditureTable, incomeTable } from './code-tables.ts';
import type { TableContent, TableSource } from './content.ts';
import { headerGrid, printedColumns, printedLine } from './layout.ts';
import type { TableModel, TablePack } from './model.ts';
import { appropriationSummaryTable, summaryTable } from './summary-tables.ts';
import type { FigureSums } from './sums.ts';
import { threePublicTable } from './three-public-table.ts';

const CONTENTS: Readonly<Record<TableId, (source: TableSource) => TableContent>> = {
  summary: summaryTable,
  income: incomeTable,
  expenditure: expenditureTable,
  'appropriation-summary': appropriationSummaryTable,
  'general-expenditure': generalExpenditureTable,
  'general-basic': generalBasicTable,
  'three-public': threePublicTable,
  'gov-fund': (source) => fundTable(source, 'gov_fund'),
  'state-capital': (source) => fundTable(source, 'state_capital'),
};

export interface PackInput {
  readonly profile: Profile;
  readonly year: number;
  /** name of the department or of the one unit, as it is to be printed */
  readonly name: string;
  /** decides the wording of the notes */
  readonly entity: '部门' | '单位';
  readonly sums: FigureSums;
}

/** Computes all public tables of one department or unit in a profile's order. */
export function buildTables({ profile, year, name, entity, sums }: PackInput): TablePack {
  const { edition, confirmed } = editionOf(profile, year);
  const classification = new Classification(year);
  const worded = (text: string) => text.replaceAll('{部门}', entity).replaceAll('{名称}', () => name);
  const tables = edition.tables.map((table): TableModel => {
    const content = CONTENTS[table.id]({ sums, classification, edition, table });
    const columns = printedColumns(table.columns);
    const empty = content.rows.every((row) =>
      Object.values(row.cells).every((cell) => cell.exact === null || cell.exact === 0),
    );
    return {
      id: table.id,
      number: table.number,
      title: table.title,
      unitLine: edition.unitLine,
      orientation: table.orientation,
      fonts: edition.fonts,
      columns,
      header: headerGrid(table.columns),
      body: content.lines.map((line) => printedLine(line, columns)),
      rows: content.rows,
      empty,
      notes: [...table.notes, ...(empty ? [table.emptyNote] : [])].map(worded),
    };
  });
  return { profile: { id: profile.id, name: profile.name, confirmed }, year, name, tables };
}
