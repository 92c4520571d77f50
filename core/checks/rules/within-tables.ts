import { ancestorsOf } from '../../classification/classification.ts';
import { codeOfRow } from '../../figures/row.ts';
import { FUNDS } from '../../figures/sheets.ts';
import { notice } from '../claim.ts';
import type { Facts } from '../facts.ts';
import type { ClaimsOf, Laws } from '../rule.ts';

export const NAME_MISSING_RULE = 'A19';

/** The codes whose names a unit's figures put on paper, 类 and 款 above them included. */
function printedCodes({ figures }: Facts): {
  readonly functions: readonly string[];
  readonly economic: readonly string[];
} {
  if (figures === null) return { functions: [], economic: [] };
  const { sums } = figures;
  const items = ['income', 'expenditure', 'balance'].flatMap((sheet) => sums.rows(sheet, FUNDS, 'actual'));
  const functions = items.filter((code) => code !== '').flatMap((code) => [...ancestorsOf(code), code]);
  const economic = sums.rows('economic', FUNDS, 'actual').map(codeOfRow);
  return { functions: [...new Set(functions)].sort(), economic: [...new Set(economic)].sort() };
}

/** domain/tables.md A19: a code that our list lacks may be new this year, but its name cannot be printed. */
const nameMissing: ClaimsOf = (facts) => {
  const { functions, economic } = printedCodes(facts);
  const { classification } = facts;
  const known = [
    ...functions.map((code) => ({ code, isKnown: classification.function(code) !== undefined })),
    ...economic.map((code) => ({ code, isKnown: classification.economic(code) !== undefined })),
  ];
  return known.map(({ code, isKnown }) =>
    notice(code, isKnown, `科目 ${code} 不在本程序的科目表里，公开表上印“（科目名称待补）”，公布前补上名称`),
  );
};

/** Our list is not the official book: what no document at hand prints under a name must not pass for official. */
const nameUnconfirmed: ClaimsOf = (facts) => {
  const { functions, economic } = printedCodes(facts);
  const { classification } = facts;
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

/** domain/tables.md §12.1: what one table says by itself. */
export const WITHIN_TABLES: Laws = { [NAME_MISSING_RULE]: nameMissing, A19b: nameUnconfirmed };
