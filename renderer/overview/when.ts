const clock = (date: Date) =>
  date.toLocaleTimeString('zh-CN', { hour12: false, hour: '2-digit', minute: '2-digit' });

const dayOf = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

/** `今天 10:12`, `昨天 16:20`, `9月3日`, `2025年9月3日`, in the clerk's own time. @param at ISO 8601 */
export function whenWords(at: string, now: Date): string {
  const date = new Date(at);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (dayOf(date).getTime() === dayOf(now).getTime()) return `今天 ${clock(date)}`;
  if (dayOf(date).getTime() === yesterday.getTime()) return `昨天 ${clock(date)}`;
  const day = `${date.getMonth() + 1}月${date.getDate()}日`;
  return date.getFullYear() === now.getFullYear() ? day : `${date.getFullYear()}年${day}`;
}
