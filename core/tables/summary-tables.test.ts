import { describe, expect, it } from 'vitest';
import type { SummedFigure } from '../figures/figure.ts';
import { tableOf } from '../testing/sample.ts';
import { changedProfile, spent, tablesOf } from '../testing/tables-of.ts';

/** The 类 that a summary table lists in 支出, from the top, each with what it prints in the first column of amounts. */
function classes(id: string, figures: readonly SummedFigure[], listed: readonly string[]) {
  const profile = changedProfile('mof', (edition) => ({ ...edition, functionLines: [...listed] }));
  return tableOf(tablesOf({ profile, figures }), id)
    .rows.filter(({ code }) => code !== undefined)
    .map(({ code, label, cells }) => {
      return `${code} ${label.replace(/、.*/, '')} ${(cells['total'] ?? cells['amount'])?.printed}`.trim();
    });
}

describe.each(['summary', 'appropriation-summary'])('the 类 of 支出 (%s)', (id) => {
  it('are those that the layout lists and the classification of the year knows', () => {
    expect(classes(id, [], ['201', '208', '299', '234'])).toEqual(['201 一', '208 二', '234 三']);
  });

  it('have one with money put in at its place, numbered with the rest, though layout or classification lack it', () => {
    const figures = [
      spent('expenditure', '2060101', 'project', 1),
      spent('expenditure', '2340101', 'project', 2, 'gov_fund'),
      spent('expenditure', '2990101', 'project', 4),
    ];
    expect(classes(id, figures, ['201', '208', '229', '299'])).toEqual([
      '201 一',
      '206 二 1.00',
      '208 三',
      '229 四',
      '234 五 2.00',
      '299 六 4.00',
    ]);
  });

  it('stand in the order of their codes, in whatever order the layout lists them', () => {
    expect(classes(id, [], ['234', '201', '208'])).toEqual(['201 一', '208 二', '234 三']);
  });
});

it('a 类 with money that is not 财政拨款 stands in the summary of all money alone', () => {
  const figures = [spent('expenditure', '2060101', 'project', 1, 'other')];
  expect(classes('summary', figures, ['201']).join()).toMatch(/206 二 1\.00/);
  expect(classes('appropriation-summary', figures, ['201']).join()).not.toMatch(/206/);
});
