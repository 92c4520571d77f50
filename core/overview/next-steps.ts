import { amountWords } from '../checks/amount-words.ts';
import type { CheckReport } from '../checks/check-year.ts';
import { type Finding, isOpen, type Level, mendedIn } from '../checks/finding.ts';
import { CONTROL_SHEET } from '../figures/figure.ts';
import { findSheet, SHEETS } from '../figures/sheets.ts';
import type { NextStep, SheetProgress } from './overview.ts';

/** More than so many would be a list, and not what comes next. */
export const MOST_STEPS = 8;
/** so many names in a line; the rest is counted */
const MOST_NAMES = 2;

const EXPORT: NextStep = {
  level: 'hint',
  title: '看公开表，导出',
  detail: '各表由录入数算出，导出前逐张看一遍',
  place: { kind: 'page', page: 'tables' },
};

const BEGIN: readonly NextStep[] = [
  {
    level: 'hint',
    title: '导入财决报表',
    detail: '财决03、04、08-1 等导出的 xls 或 xlsx',
    place: { kind: 'page', page: 'import' },
  },
  {
    level: 'hint',
    title: '或直接录入 收入',
    detail: '按 Ctrl+I 加科目，再逐格录数',
    place: { kind: 'page', page: 'income' },
  },
];

/** What is best done next: what is wrong, what is missing, what waits for words, and then the tables. */
export function nextSteps(sheets: readonly SheetProgress[], report: CheckReport): NextStep[] {
  if (sheets.every(({ filled }) => filled === 0)) return [...BEGIN];
  const open = report.findings.filter(isOpen);
  const errors = errorSteps(open.filter(({ level }) => level === 'error'));
  const missing = sheets.flatMap((sheet) => missingStep(sheet, report));
  const waiting = explainStep(open.filter(({ level }) => level === 'verify'));
  const last = errors.length === 0 ? [...waiting, EXPORT] : waiting;
  return [...[...errors, ...missing].slice(0, MOST_STEPS - last.length), ...last];
}

function nameOf(sheet: string): string {
  return findSheet(sheet)?.name ?? '公开表';
}

/** By the sheet in which they are mended, in the order of the work. */
function bySheet(findings: readonly Finding[]): (readonly [string, readonly Finding[]])[] {
  return [...SHEETS.map(({ id }) => id), '']
    .map((sheet) => [sheet, findings.filter((finding) => mendedIn(finding) === sheet)] as const)
    .filter(([, own]) => own.length > 0);
}

function errorSteps(errors: readonly Finding[]): NextStep[] {
  return bySheet(errors).flatMap(([sheet, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const title =
      own.length === 1 ? `核对 ${nameOf(sheet)} ${first.name}` : `核对 ${nameOf(sheet)} ${own.length} 条错误`;
    const detail = own.length === 1 ? said(first) : `${first.name}：${said(first)}`;
    return [{ level: 'error' as Level, title, detail, place: { kind: 'finding', key: first.key } }];
  });
}

/** `806.50 与核对数 财决04 本年支出 805.60 差 0.90` */
function said({ left, right, difference, message, unit }: Finding): string {
  if (left === null || right === null || difference === '') return message;
  const shown = (amount: string) => (amount === '' ? '空' : amountWords(amount, unit));
  return `${left.name} ${shown(left.amount)}，${right.name} ${shown(right.amount)}，差 ${shown(difference)}`;
}

function missingStep({ sheet, filled, expected, missing }: SheetProgress, report: CheckReport): NextStep[] {
  const [first] = missing;
  if (first === undefined) return [];
  const names = missing.slice(0, MOST_NAMES).map(({ name }) => name);
  const count = expected - filled;
  const more = count > names.length ? `等 ${count} 个` : '';
  const unchecked = sheet === CONTROL_SHEET && !report.controlled ? '；没有录核对数的单位未核对' : '';
  return [
    {
      level: unchecked === '' ? 'hint' : 'verify',
      title: `补录 ${nameOf(sheet)} ${count} 个`,
      detail: `${names.join('、')}${more}${unchecked}`,
      place: first.place,
    },
  ];
}

function explainStep(waiting: readonly Finding[]): NextStep[] {
  const [first] = waiting;
  if (first === undefined) return [];
  return [
    {
      level: 'verify',
      title: `写说明 ${waiting.length} 条`,
      detail: bySheet(waiting)
        .map(([sheet, own]) => `${nameOf(sheet)} ${own.length}`)
        .join('，'),
      place: { kind: 'finding', key: first.key },
    },
  ];
}
