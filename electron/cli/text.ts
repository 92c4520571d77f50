import type { CheckReport } from '../../core/checks/check-year.ts';
import type { Finding, Level } from '../../core/checks/finding.ts';
import type { TableModel } from '../../core/tables/model.ts';
import { columnTitle } from '../../core/tables/titles.ts';

const LEVEL_NAMES: Readonly<Record<Level, string>> = { error: '错误', verify: '核实', hint: '提示' };

/** Columns on a terminal: a Chinese character takes two. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1),
    0,
  );
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(width - widthOf(text), 0));
  return align === 'left' ? text + space : space + text;
}

/** A table's content for reading on a terminal, one row a line. */
export function tableText(table: TableModel): string {
  const columns = [...new Set(table.rows.flatMap((row) => Object.keys(row.cells)))];
  const head = ['', '', ...columns.map((column) => columnTitle(table, column))];
  // the two sides of a summary table stand beside each other on paper, below each other here
  const sides = table.rows.toSorted(
    (a, b) => Number(a.side === 'expenditure') - Number(b.side === 'expenditure'),
  );
  const rows = sides.map((row) => [
    row.code ?? '',
    row.label,
    ...columns.map((column) => row.cells[column]?.printed ?? ''),
  ]);
  const widths = head.map((title, index) =>
    Math.max(...[head, ...rows].map((row) => widthOf(row[index] ?? title))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, index) => pad(text, widths[index] ?? 0, index < 2 ? 'left' : 'right'))
      .join('  ')
      .trimEnd();
  return [`${table.title}（${table.caption.right}）`, line(head), ...rows.map(line), ...table.notes].join(
    '\n',
  );
}

function findingText({ rule, where, message, left, right, difference, unit }: Finding): string {
  if (left === null || right === null) return `${where}：${message}（${rule}）`;
  return `${where}：${message}（${rule}），${left.name} ${left.amount || '空'}，${right.name} ${right.amount || '空'}，差 ${difference} ${unit}`;
}

/** What the checks found, one sentence a line; hints do not keep figures from agreeing. */
export function checkText({ findings, controlled }: Pick<CheckReport, 'findings' | 'controlled'>): string {
  const agrees = findings.every(({ level }) => level === 'hint');
  const summary = controlled ? '没有发现不一致，与核对数相符' : '没有发现不一致，未核对';
  const lines = findings.map((finding) => `${LEVEL_NAMES[finding.level]}　${findingText(finding)}`);
  return [...(agrees ? [summary] : []), ...lines].join('\n');
}
