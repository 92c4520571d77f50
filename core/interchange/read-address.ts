import type { Classification } from '../classification/classification.ts';
import { UNIT_KINDS } from '../figures/figure.ts';
import { writeEconomicRow } from '../figures/row.ts';
import { FUNDS, type Fund, type SheetDefinition } from '../figures/sheets.ts';
import { problem } from '../problems.ts';
import { economicItem, functionItem } from './code-rules.ts';
import { asText, asWord, type JsonObject, type Path, Refusal } from './json-reader.ts';

/** What a line's address is read with. */
export interface AddressContext {
  readonly sheet: SheetDefinition;
  readonly classification: Classification;
  readonly path: Path;
  /** the row of the clerk's own that a line of a free sheet says */
  readonly freeRow: (line: JsonObject) => string;
}

/** The keys that say which row something stands on, by kind of sheet. */
export function rowKeys(sheet: SheetDefinition): {
  required: readonly string[];
  optional: readonly string[];
} {
  switch (sheet.rows.kind) {
    case 'function':
      return { required: ['code'], optional: [] };
    case 'function-or-blank':
      return { required: [], optional: ['code'] };
    case 'economic':
      return { required: ['code'], optional: ['item', 'org'] };
    case 'list':
      return { required: ['item'], optional: [] };
    case 'free':
      return { required: ['id'], optional: [] };
  }
}

/** The row that a line says by its code, or by its item. */
export function readRow(line: JsonObject, { sheet, classification, path, freeRow }: AddressContext): string {
  switch (sheet.rows.kind) {
    case 'function':
      return functionItem(asText(line['code'], `${path}.code`), classification, `${path}.code`);
    case 'function-or-blank':
      return line['code'] === undefined
        ? ''
        : functionItem(asText(line['code'], `${path}.code`), classification, `${path}.code`);
    case 'economic': {
      const code = economicItem(asText(line['code'], `${path}.code`), classification, `${path}.code`);
      const item =
        line['item'] === undefined
          ? {}
          : { item: functionItem(asText(line['item'], `${path}.item`), classification, `${path}.item`) };
      const org =
        line['org'] === undefined ? {} : { org: asWord(line['org'], UNIT_KINDS, '单位类别', `${path}.org`) };
      return writeEconomicRow({ code, ...item, ...org });
    }
    case 'list':
      return asWord(
        line['item'],
        sheet.rows.items.map((item) => item.id),
        '行',
        `${path}.item`,
      );
    case 'free':
      return freeRow(line);
  }
}

/** The fund that a line says; it may be left out where a sheet has figures of no fund. */
export function readFund(line: JsonObject, { sheet, path }: AddressContext): Fund {
  const taken = FUNDS.filter((fund) => sheet.columns.some((column) => column.funds.includes(fund)));
  if (line['fund'] === undefined) {
    if (taken.includes('')) return '';
    throw new Refusal(problem('missing-key', { where: path, key: 'fund' }));
  }
  return asWord(line['fund'], FUNDS, '资金', `${path}.fund`);
}
