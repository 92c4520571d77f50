import dayjs from 'dayjs';

/** When something happened, as one says it in the office: 今天 14:03, 昨天 17:26, 9月3日, 2023年9月3日. */
export function openedWords(at: string, now: Date): string {
  const then = dayjs(at);
  const today = dayjs(now);
  if (!then.isValid()) return '';
  if (then.isSame(today, 'day')) return then.format('今天 HH:mm');
  if (then.isSame(today.subtract(1, 'day'), 'day')) return then.format('昨天 HH:mm');
  return then.format(then.isSame(today, 'year') ? 'M月D日' : 'YYYY年M月D日');
}
