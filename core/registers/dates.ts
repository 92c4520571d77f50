/** Days are texts `2024-06-15`: they compare as texts, and know no time zone. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

/** A day as it is kept; `null`: there is no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month))
    return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}

/** Days as people write them: 2024-6-5, 2024/06/05, 2024.6.5, 20240605, 2024年6月5日; with or without a time. */
export function readDay(text: string): string | null {
  const plain = text.trim().replace(/[\s T]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '');
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  return parts === null ? null : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** `2024年6月15日` */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Nothing that a department of today owns was booked before the republic was. */
export const FIRST_DAY = '1949-01-01';

/** Days from 1 January 1970 as they count in the Gregorian calendar. */
function dayOfEpoch(days: number): string | null {
  // Howard Hinnant's civil_from_days: eras of 400 years from 1 March 0000
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** A day as a worksheet counts it, from 1900 on: 45458 is 2024-06-15. `null`: a number that stands for no day */
export function dayOfSerial(serial: number): string | null {
  // 60 is the 29 February 1900 that Excel invented
  return serial > 60 && serial < 2_958_466 && serial < 200_000
    ? dayOfEpoch(Math.floor(serial) - 25_569)
    : null;
}
