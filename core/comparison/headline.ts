import type { Comparison } from './comparison.ts';

/** How many cells with a number agree in both prints. */
function equalCells({ compared }: Pick<Comparison, 'compared'>): number {
  return compared.reduce((sum, { equal }) => sum + equal, 0);
}

/** What came of comparing in one line, without its full stop: 没有不同 only where nothing was passed over. */
export function headline(comparison: Comparison): string {
  const { differences, compared, complete, missing } = comparison;
  const equal = equalCells(comparison);
  const left = leftText(comparison);
  if (compared.length === 0) return '没有认出一张相同的表，无从核对';
  if (differences.length > 0) {
    const tables = new Set(differences.map(({ table }) => table)).size;
    const rest = left === '' ? '' : `；${left}没有核对`;
    return `${differences.length} 处不同，在 ${tables} 张表；另有 ${equal} 格一致${rest}`;
  }
  const tables = `${compared.length} 张`;
  if (!complete) return `核对过的没有不同（${tables}表，${equal} 格），有 ${left}没有核对`;
  return missing.length === 0
    ? `没有不同：${tables}表，${equal} 格有数的都一致`
    : `没有不同：核对了 ${tables}，${equal} 格有数的都一致；${missing.length} 张没有核对，都是空表`;
}

/** `2 处、8 张表`; '' where nothing was left out. */
function leftText({ compared, missing, unrecognised }: Comparison): string {
  const places = compared.reduce((sum, { uncompared }) => sum + uncompared.length, 0);
  const sheets = unrecognised.filter(({ uncompared }) => uncompared).length;
  return [
    ...(places === 0 ? [] : [`${places} 处`]),
    ...(missing.length === 0 ? [] : [`${missing.length} 张表`]),
    ...(sheets === 0 ? [] : [`${sheets} 张工作表`]),
  ].join('、');
}
