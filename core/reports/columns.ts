import type { Classification } from '../classification/classification.ts';
import type { ColumnMeaning, IncomingColumn } from '../incoming/incoming.ts';
import { plain } from '../recognition/words.ts';
import type { HeadColumn } from './head.ts';
import { type ReportTable, WORDS } from './mapping.ts';

/** What the clerk said a column means, now or of an earlier file. */
export interface ChosenMeaning {
  readonly path: string;
  /** `''`: the column is not taken */
  readonly meaning: string;
}

/** Meanings that several columns may have: 类, 款 and 项; those of each block of a table with fixed lines. */
const isShared = (table: ReportTable, meaning: string) => table.form === 'lines' || meaning === 'code';

/** What the columns of a table may mean: of the 明细表 also 款 and, as 小计, their 类. */
export function meaningsOf(table: ReportTable, classification: Classification): ColumnMeaning[] {
  const own = table.columns.map(({ id, name, required }) => ({ id, name, required: required ?? false }));
  if (table.form === 'lines' || table.economic === undefined) return own;
  const entries = [...classification.economicEntries()].map(({ code, name }) => ({
    id: code,
    name: code.length === 3 ? `${code} ${name}（小计）` : `${code} ${name}`,
    required: false,
  }));
  return [...own, ...entries];
}

/** Reads the meaning of each column; a chosen one goes before what its headings say. */
export function readColumns(
  table: ReportTable,
  head: readonly HeadColumn[],
  chosen: readonly ChosenMeaning[],
  classification: Classification,
): { readonly columns: readonly IncomingColumn[]; readonly fault: string } {
  const meanings = meaningsOf(table, classification);
  const known = new Set(meanings.map(({ id }) => id));
  const choiceOf = new Map(chosen.map(({ path, meaning }) => [path, meaning]));
  const taken = new Set(head.flatMap(({ path }) => choiceOf.get(path) ?? []));
  const economic = table.form === 'codes' && table.economic ? economicNames(classification) : null;
  const columns = head.map((each): IncomingColumn => {
    const { index, path, headings, order } = each;
    const choice = choiceOf.get(path);
    const isChosen = choice !== undefined && (choice === '' || known.has(choice));
    const found =
      table.columns.find((column) => column.path.test(headings))?.id ?? economic?.(headings) ?? '';
    const isFree = !taken.has(found) || isShared(table, found);
    return { index, path, order, meaning: isChosen ? choice : isFree ? found : '', isChosen };
  });
  const faults = meanings.flatMap(({ id, name, required }) => {
    const own = columns.filter(({ meaning }) => meaning === id);
    if (own.length > 1 && !isShared(table, id)) {
      return [`“${own.map(({ path }) => path).join('”和“')}”都像“${name}”，指定其中一栏，其余设为不取。`];
    }
    return required && own.length === 0 ? [`没有找到“${name}”栏，在栏目对照里指定是哪一栏。`] : [];
  });
  const isBare = economic !== null && !columns.some(({ meaning }) => /^\d{5}$/.test(meaning));
  const bare = isBare ? '没有找到经济分类款级的栏，在栏目对照里逐栏指定，或不取这张表。' : '';
  return { columns, fault: `${faults.join('')}${bare}` };
}

/** Finds the 款, or of 小计 the 类, by the headings: names of 款 stand under several 类, so the 类 decides. */
function economicNames(classification: Classification): (headings: string) => string | undefined {
  const entries = [...classification.economicEntries()];
  const groups = entries.filter(({ code }) => code.length === 3);
  const names = [...entries.filter(({ code }) => code.length === 5), ...WORDS.economicAliases].map(
    ({ code, name }) => ({ code, name: withoutCode(name) }),
  );
  return (headings) => {
    const parts = headings.split('/').map(withoutCode);
    const last = parts.at(-1) ?? '';
    const above = parts.slice(0, -1);
    const group = groups.find(({ name }) => above.includes(withoutCode(name)))?.code;
    if (/^(小计|合计)$/.test(last)) return group;
    const own = names.filter(
      ({ code, name }) => name === last && (group === undefined || code.startsWith(group)),
    );
    const codes = [...new Set(own.map(({ code }) => code))];
    return codes.length === 1 ? codes[0] : undefined;
  };
}

/** Without the code that some editions print before a name. */
function withoutCode(text: string): string {
  return plain(text).replace(/^\d{3,5}/, '');
}
