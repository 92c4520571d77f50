import type { EditKind, Undone } from '../../core/entry/edit.ts';
import type { SkippedCells } from '../entry-grid/grid-types.ts';
import type { EditOutcome } from './sheet-session.ts';

const KIND_NAMES: Readonly<Record<EditKind, string>> = {
  key: '录入',
  paste: '粘贴',
  cut: '剪切',
  clear: '清除',
  fill: '填充',
  note: '批注',
};

/** One cell says itself what became of it; of many the clerk wants the number. */
export function editNotice(
  texts: number,
  { refused, reasonless }: Pick<EditOutcome, 'refused' | 'reasonless'>,
  kind: EditKind,
): string {
  if (texts <= 1) return '';
  const stored = `${KIND_NAMES[kind]} ${texts - refused} 格已存入`;
  const why = reasonless === refused ? '没有抵销理由' : reasonless > 0 ? '读不懂或没有抵销理由' : '读不懂';
  return refused === 0 ? stored : `${stored}，${refused} 格${why}，红框标出，没有存入`;
}

export function skippedNotice(
  { readOnly, outside, isTyped }: SkippedCells,
  { year, isLocked }: { readonly year: number; readonly isLocked: boolean },
): string {
  if (isLocked) return `没有录入：${year} 年度已锁定，要改的先在“单位与年度”里写明原因解锁`;
  if (isTyped === true) return '没有录入：这一格由程序计算，数录在白底的格里';
  const parts = [
    ...(readOnly > 0 ? [`已跳过 ${readOnly} 个由程序计算的格`] : []),
    ...(outside > 0 ? [`${outside} 格超出表格，没有地方放`] : []),
  ];
  return parts.join('，');
}

export function stepNotice(undone: Undone | null, direction: 'undo' | 'redo'): string {
  if (undone === null)
    return direction === 'undo' ? '没有可以撤销的了，导入、登记、锁定之前的不撤销' : '没有可以重做的了';
  const cells = undone.figures.length + undone.notes.length + undone.texts.length;
  return `${direction === 'undo' ? '已撤销' : '已重做'}${KIND_NAMES[undone.kind]}，${cells} 格`;
}
