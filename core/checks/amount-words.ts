import type { Finding } from './finding.ts';

/**
 * An exact amount of a finding, which comes with all its digits and nothing else (`2708`, `-0.000001`), as it is
 * written elsewhere: two decimals at least, thousands separators. A count stays as it is.
 */
export function amountWords(exact: string, unit: Finding['unit']): string {
  if (unit === '个') return exact;
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(exact);
  if (parts === null) return exact;
  const [, sign = '', integer = '', fraction = ''] = parts;
  return `${sign}${integer.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction.padEnd(2, '0')}`;
}
