import { Classification } from '../../core/classification/classification.ts';
import type { Book, Figure } from '../../core/figures/figure.ts';
import { FIRST_YEAR } from '../../core/figures/figure.ts';

const YEAR = FIRST_YEAR + 24;
const CLASSES = 20;
const SECTIONS = 5;
const ITEMS = 49;

const two = (value: number) => String(value).padStart(2, '0');

/** One unit with 4,900 项 of fund `other`: with 款, 类 and 合计 5,021 lines, every comparison filled. */
export function largeBook(): Book {
  const classes = [...new Classification(YEAR).functions()]
    .filter(({ code }) => code.length === 3)
    .slice(0, CLASSES);
  const figures: Figure[] = [];
  for (const { code } of classes) {
    for (let section = 1; section <= SECTIONS; section += 1) {
      for (let item = 1; item <= ITEMS; item += 1) {
        for (const column of ['basic', 'project', 'remit', 'business', 'subsidy']) {
          for (const measure of ['initial', 'final', 'actual', 'prior'] as const) {
            figures.push({
              unit: '001',
              sheet: 'expenditure',
              row: `${code}${two(section)}${two(item)}`,
              fund: 'other',
              column,
              measure,
              value: 1_000_000 * item + 10_000 * section,
            });
          }
        }
      }
    }
  }
  return {
    department: { name: '大部门', region: '上海市', profile: 'shanghai' },
    years: [
      {
        year: YEAR,
        units: [{ code: '001', name: '大单位', kind: 'institution' }],
        figures,
        texts: [],
      },
    ],
  };
}
