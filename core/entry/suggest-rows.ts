import type { Classification } from '../classification/classification.ts';
import type { FunctionSearch } from '../classification/search.ts';
import { writeEconomicRow } from '../figures/row.ts';
import { FISCAL_FUNDS, FUND_NAMES, type Fund, type SheetDefinition } from '../figures/sheets.ts';

/** A row that can be added to a sheet. */
export interface RowSuggestion {
  readonly row: string;
  readonly code: string;
  readonly name: string;
  /** what the clerk should know before adding it; `''`: nothing */
  readonly remark: string;
}

const MOST = 8;

/** One line for all 项 of a unit and fund. */
const BLANK: RowSuggestion = {
  row: '',
  code: '',
  name: '不分项',
  remark: '一个资金只用一种：分项，或不分项',
};

/**
 * The rows that fit what the clerk has typed: a code, a name or 拼音 initials. Where one line may stand for all 项, it is
 * offered before anything is typed. A well-formed code that our list lacks is
 * offered too, since the official list changes each year.
 */
export function suggestRows(
  sheet: SheetDefinition,
  fund: Fund,
  query: string,
  classification: Classification,
  search: FunctionSearch,
): RowSuggestion[] {
  const wanted = query.trim();
  const takesBlank = sheet.rows.kind === 'function-or-blank';
  if (takesBlank && (BLANK.name.startsWith(wanted) || 'bfx'.startsWith(wanted.toLowerCase()))) return [BLANK];
  if (wanted === '') return [];
  if (sheet.rows.kind === 'economic') return suggestEconomicRow(wanted, classification, search);
  if (sheet.rows.kind === 'list' || sheet.rows.kind === 'free') return [];
  const found = search.find(wanted, 7, MOST);
  const suggestions = found.map(({ code, name, fund: own }) => ({
    row: code,
    code,
    name,
    remark: isOfOtherFund(own, fund) ? `属${FUND_NAMES[own]}` : '',
  }));
  const isUnlisted = found.length === 0 && /^\d{7}$/.test(wanted) && !/00$/.test(wanted);
  return isUnlisted && classification.function(wanted.slice(0, 3)) !== undefined
    ? [{ row: wanted, code: wanted, name: '（科目名称待补）', remark: '科目表里没有，按编码加入' }]
    : suggestions;
}

/** Fund `other` pays for 项 of any kind. */
function isOfOtherFund(own: Fund, fund: Fund): boolean {
  return (FISCAL_FUNDS as readonly Fund[]).includes(fund) && own !== fund;
}

/** `30201/2010301`, `bgf/xzyx`: a 款, and the 项 that it was spent on. */
function suggestEconomicRow(
  wanted: string,
  classification: Classification,
  search: FunctionSearch,
): RowSuggestion[] {
  const [code = '', item] = wanted.split('/').map((part) => part.trim());
  const found = code === '' ? [] : suggestEconomic(code, classification, search);
  const [first] = found;
  if (item === undefined || item === '' || first === undefined) return found;
  return search.find(item, 7, MOST).map((entry) => ({
    row: writeEconomicRow({ code: first.code, item: entry.code }),
    code: first.code,
    name: `${first.name}（${entry.code} ${entry.name}）`,
    remark: first.remark,
  }));
}

function suggestEconomic(
  wanted: string,
  classification: Classification,
  search: FunctionSearch,
): RowSuggestion[] {
  const isInitials = /^[a-z]+$/i.test(wanted);
  const fits = (code: string, name: string) =>
    code.startsWith(wanted) || name.includes(wanted) || (isInitials && search.matches(name, wanted));
  return [...classification.economicEntries()]
    .filter(({ code, name }) => code.length === 5 && fits(code, name))
    .slice(0, MOST)
    .map(({ code, name, group }) => ({
      row: code,
      code,
      name,
      remark: group === 'other' ? '一般属项目支出' : '',
    }));
}
