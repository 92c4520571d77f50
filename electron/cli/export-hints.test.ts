import { expect, it } from 'vitest';
import { type CheckReport, checkYear } from '../../core/checks/check-year.ts';
import type { Explanation, Finding, Level } from '../../core/checks/finding.ts';
import { sampleBook } from '../../core/testing/sample.ts';
import { yearToCheck } from '../../core/testing/year-to-check.ts';
import { exportHints } from './export-hints.ts';

const street = sampleBook('example-street-2024');

/** A year of which nothing was compared. */
function uncontrolled(): CheckReport {
  const years = street.years.map((year) => ({
    ...year,
    figures: year.figures.filter(({ sheet }) => sheet !== 'control'),
  }));
  return checkYear(yearToCheck({ ...street, years }), null);
}

it('says how much is wrong and how much waits for an explanation; what was explained and hints are not told', () => {
  const [finding] = uncontrolled().findings as readonly [Finding];
  const said = (verdict: Explanation['verdict']) => ({
    slot: 'explain.E1',
    text: '',
    verdict,
    remarks: [],
    asks: { stake: null, sides: [], lastText: '' },
  });
  const as = (level: Level, explanation: Explanation | null = null): Finding => ({
    ...finding,
    level,
    explanation,
  });
  const hints = (...findings: Finding[]) =>
    exportHints(2024, { ...uncontrolled(), findings, uncontrolled: [] });
  expect(hints(as('hint'), as('verify', said('accepted')))).toEqual([]);
  expect(hints(as('error'), as('verify', said('missing')), as('verify', said('refused')))).toEqual([
    '提示：2024 年度检查有 1 处错误、2 处待说明，公布前须改正、说明，用 check 逐条列出',
  ]);
});

it('names the units of which nothing was compared, the first of very many', () => {
  const names = '示例街道办事处（本级）、示例街道社区事务受理服务中心、示例街道市政管理服务中心';
  expect(exportHints(2024, { ...uncontrolled(), findings: [] })).toEqual([
    `提示：2024 年度未核对，没有可比的核对数：${names}`,
  ]);
  const many = Array.from({ length: 60 }, (_, index) => `甲${index}`);
  expect(exportHints(2024, { ...uncontrolled(), findings: [], uncontrolled: many })).toEqual([
    '提示：2024 年度未核对，没有可比的核对数：甲0、甲1、甲2、甲3、甲4 等 60 个单位',
  ]);
});
