import type { Comparison, Difference } from '../../core/comparison/comparison.ts';
import { headline } from '../../core/comparison/headline.ts';
import type { TablePack } from '../../core/tables/model.ts';
import { compareWithWorkbook } from '../desk/comparing.ts';
import type { PackRequest } from '../desk/pack.ts';
import { readArguments, yearOf } from './arguments.ts';
import { profileOption } from './profile-command.ts';

export const DIFF_USAGE =
  'mz diff FILE.mzb OTHER.xlsx --year Y [--unit 单位代码] [--profile 报表格式] [--json]';

/** Compares the tables of a book with another workbook of the same tables. */
export async function diffCommand(
  args: readonly string[],
  {
    packOf,
    step,
    print,
  }: {
    readonly packOf: (book: string, request: (years: readonly number[]) => PackRequest) => Promise<TablePack>;
    readonly step: (step: string) => void;
    readonly print: (text: string) => void;
  },
): Promise<number> {
  const { positionals, options, flags } = readArguments(args, {
    usage: DIFF_USAGE,
    positionals: 2,
    options: ['year', 'unit', 'profile'],
    flags: ['json'],
  });
  const [book = '', workbook = ''] = positionals;
  const profile = profileOption(options['profile']);
  const pack = await packOf(book, (years) => ({
    year: yearOf(options['year'], years, DIFF_USAGE),
    unit: options['unit'] ?? null,
    ...profile,
  }));
  step('与工作簿核对');
  const comparison = await compareWithWorkbook(pack, workbook);
  print(flags.has('json') ? JSON.stringify(comparison, null, 2) : diffText(comparison));
  return comparison.differences.length === 0 && comparison.complete ? 0 : 1;
}

/** What came of comparing, for reading on a terminal: one line for each table, differing cell and worksheet. */
function diffText(comparison: Comparison): string {
  const { file, differences, compared, missing, unrecognised } = comparison;
  const tables = compared.map(({ table, title, sheet, equal, uncompared }) => {
    const own = differences.filter((difference) => difference.table === table);
    const none = uncompared.length === 0 ? '没有不同' : '核对过的没有不同';
    const differing = own.length === 0 ? none : `${own.length} 处不同`;
    return [
      `${title}（${sheet}）：${equal} 格有数的一致，${differing}`,
      ...own.map(differenceText),
      ...uncompared.map((what) => `　　没有核对：${what}`),
    ].join('\n');
  });
  return [
    `与 ${file} 核对：${headline(comparison)}`,
    ...tables,
    ...missing.map((title) => `提示　${title}：对方没有这张表，没有核对`),
    ...unrecognised.map(({ sheet, reason }) => `提示　工作表“${sheet}”：${reason}`),
  ].join('\n');
}

function differenceText({ title, row, column, place, ours, theirs, difference, where }: Difference): string {
  const at = where === '' ? '' : `（${where}）`;
  const name = `不同　${title} › ${place}`;
  if (row === null) return `${name}：我方没有这一行，对方是 ${theirs}${at}`;
  if (column === '') return `${name}：对方没有这一行，我方是 ${ours}`;
  if (difference === '') return `${name}：我方 ${ours || '空'}，对方的格子读不出金额，${theirs}${at}`;
  return `${name}：我方 ${ours || '空'}，对方 ${theirs || '空'}，相差 ${difference}${at}`;
}
