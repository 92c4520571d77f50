/**
 * An exact amount of a finding, which comes with all its digits and nothing else (`2708`, `-0.000001`), as it is
 * written elsewhere: two decimals at least, thousands separators.
 */
export function amountWords(exact: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(exact);
  if (parts === null) return exact;
  const [, sign = '', integer = '', fraction = ''] = parts;
  return `${sign}${integer.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction.padEnd(2, '0')}`;
}
