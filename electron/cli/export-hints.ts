import type { CheckReport } from '../../core/checks/check-year.ts';
import { isOpen } from '../../core/checks/finding.ts';

/** More names would be read by nobody. */
const MOST_NAMES = 5;

/** What somebody should know who is about to publish a year's tables. */
export function exportHints(year: number, { findings, uncontrolled }: CheckReport): string[] {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const open = findings.filter((finding) => finding.level === 'verify' && isOpen(finding)).length;
  const counts = [...(errors === 0 ? [] : [`${errors} 处错误`]), ...(open === 0 ? [] : [`${open} 处待说明`])];
  const doing = [...(errors === 0 ? [] : ['改正']), ...(open === 0 ? [] : ['说明'])].join('、');
  return [
    ...(counts.length === 0
      ? []
      : [`提示：${year} 年度检查有 ${counts.join('、')}，公布前须${doing}，用 check 逐条列出`]),
    ...(uncontrolled.length === 0
      ? []
      : [`提示：${year} 年度未核对，没有可比的核对数：${namesOf(uncontrolled)}`]),
  ];
}

function namesOf(names: readonly string[]): string {
  const first = names.slice(0, MOST_NAMES).join('、');
  return names.length > MOST_NAMES ? `${first} 等 ${names.length} 个单位` : first;
}
