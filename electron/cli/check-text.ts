import type { CheckReport } from '../../core/checks/check-year.ts';
import { type Finding, isOpen, type Level } from '../../core/checks/finding.ts';
import { findSheet } from '../../core/figures/sheets.ts';

/** What the text says beside the findings. */
export interface CheckSaid extends Pick<CheckReport, 'findings' | 'tally'> {
  /** names of the units without control figures; `null`: a document, which has none */
  readonly uncontrolled: readonly string[] | null;
  /** the title of a printed table by its id */
  readonly titleOf: (table: string) => string;
}

const HEADS = { error: '错误', verify: '核实' } as const satisfies Partial<Record<Level, string>>;

/** What the checks found, by level and by sheet or table; hints do not keep figures from agreeing. */
export function checkText(said: CheckSaid): string {
  const { findings } = said;
  const agrees = findings.every((finding) => finding.level === 'hint' || !isOpen(finding));
  return [
    ...(agrees ? [agreement(said)] : []),
    ...levelLines('error', said),
    ...levelLines('verify', said),
    ...findings.filter(({ level }) => level === 'hint').map((hint) => `提示　${hintText(hint)}`),
    ...lastLines(said),
  ].join('\n');
}

function agreement({ uncontrolled }: CheckSaid): string {
  if (uncontrolled === null) return '没有发现不一致';
  return uncontrolled.length === 0 ? '没有发现不一致，录入的核对数都相符' : '没有发现不一致，未核对';
}

function levelLines(level: keyof typeof HEADS, said: CheckSaid): string[] {
  const own = said.findings.filter((finding) => finding.level === level);
  const groups = [...new Set(own.map((finding) => groupOf(finding, said)))];
  return groups.flatMap((group) => [
    `${HEADS[level]}　${group}`,
    ...own.filter((finding) => groupOf(finding, said) === group).flatMap(findingLines),
  ]);
}

/** Where one goes to mend it: a sheet of a book, or a table of a document. */
function groupOf({ sheets: [sheet], places, scope }: Finding, { titleOf }: CheckSaid): string {
  const [place] = places;
  if (place?.kind === 'cell') return `《${titleOf(place.table)}》`;
  if (sheet === undefined || scope === null) return '各表之间';
  return `录入表：${findSheet(sheet)?.name ?? sheet}`;
}

function findingLines(finding: Finding): string[] {
  const { rule, name, where, message, lookFirst } = finding;
  return [
    `　　${rule} ${name}（${where}）`,
    ...[
      message,
      ...sidesOf(finding),
      ...lookFirst.map((sentence) => `先看：${sentence}`),
      ...stateOf(finding),
    ].map((line) => `　　　　${line}`),
  ];
}

function sidesOf({ left, right, difference, unit }: Finding): string[] {
  if (left === null || right === null) return [];
  return [
    `${left.name} ${left.amount || '空'}，${right.name} ${right.amount || '空'}，差 ${difference} ${unit}`,
  ];
}

function stateOf({ explanation }: Finding): string[] {
  if (explanation === null) return [];
  const remarks = explanation.remarks.join('；');
  switch (explanation.verdict) {
    case 'missing':
      return ['待说明'];
    case 'refused':
      return [`说明没有接受：${remarks}`];
    case 'accepted':
      return [remarks === '' ? '已说明' : `已说明：${remarks}`];
  }
}

function hintText(finding: Finding): string {
  const { where, message, rule } = finding;
  return [`${where}：${message}（${rule}）`, ...sidesOf(finding)].join('，');
}

function lastLines({ findings, tally, uncontrolled }: CheckSaid): string[] {
  const count = (level: Level) => findings.filter((finding) => finding.level === level);
  const verify = count('verify');
  const open = verify.filter(isOpen).length;
  const parts = [
    `检查 ${tally.filter(({ claims }) => claims > 0).length} 条规则`,
    `${count('error').length} 处错误`,
    `${open} 处待说明`,
    ...(verify.length > open ? [`${verify.length - open} 处已说明`] : []),
    `${count('hint').length} 处提示`,
  ];
  const names = uncontrolled ?? [];
  return [parts.join('，'), ...(names.length === 0 ? [] : [`未核对：${names.join('、')}`])];
}
