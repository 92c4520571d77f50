import dayjs from 'dayjs';

/** `11月22日 14:03:22`, with the year when it is another one; in the clerk's own time */
export function backupTime(at: string, now: Date): string {
  const time = dayjs(at);
  return time.format(time.year() === now.getFullYear() ? 'M月D日 HH:mm:ss' : 'YYYY年M月D日 HH:mm:ss');
}

/** `1.2 MB`; a size that a person compares, not an exact one */
export function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
