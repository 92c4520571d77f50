import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, isOpen, LEVELS, type Place } from '../../core/checks/finding.ts';
import { SHEETS } from '../../core/figures/sheets.ts';
import { controlsPassed, countsBySheet, isOfDepartment, rulesPassed } from './counts.ts';
import { findingLinks, restOfSide } from './finding-links.ts';
import { findingGroups, groupsOfAll, roundOfOpen } from './groups.ts';
import { nextFinding } from './steps.ts';

const SOME: Finding = {
  key: 'K02 001 ',
  rule: 'K02',
  name: '本年支出合计与核对数不等',
  level: 'error',
  message: '',
  left: null,
  right: null,
  must: null,
  difference: '',
  unit: '万元',
  lookFirst: [],
  where: '001 本级',
  scope: '001',
  sheets: ['expenditure'],
  places: [],
  explanation: null,
};

const finding = (key: string, details: Partial<Finding>): Finding => ({ ...SOME, key, ...details });
const explained = (verdict: 'missing' | 'accepted'): Finding['explanation'] => ({
  slot: 'explain.Y1',
  text: verdict === 'missing' ? '' : '因机构改革划入',
  verdict,
  remarks: [],
  asks: { stake: null, sides: [], lastText: '' },
});

const sheets = [...SHEETS.map(({ id }) => id)];
const findings = fc
  .array(
    fc.record({
      level: fc.constantFrom(...LEVELS),
      sheets: fc.uniqueArray(fc.constantFrom(...sheets), { maxLength: 3 }),
      explanation: fc.constantFrom(null, explained('missing'), explained('accepted')),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((details, index) => finding(`f${index}`, details)));
const shownSheet = fc.constantFrom(null, ...sheets);

describe('the order of findings', () => {
  it('has each finding once, the shown sheet first, errors first, what is explained at the end', () => {
    fc.assert(
      fc.property(findings, shownSheet, (all, sheet) => {
        const groups = findingGroups(all, sheet);
        const keys = groups.flatMap(({ open, explained: settled }) => [...open, ...settled]);
        expect(keys.map(({ key }) => key).toSorted()).toEqual(all.map(({ key }) => key).toSorted());
        const [first, ...others] = groups;
        const own = (each: Finding) =>
          sheet === null ? each.sheets.length === 0 : each.sheets.includes(sheet);
        if (all.some(own)) expect(first?.id).toBe(sheet ?? '');
        expect(others.some(({ open, explained: settled }) => [...open, ...settled].some(own))).toBe(false);
        for (const { open, explained: settled } of groups) {
          expect(open.every(isOpen)).toBe(true);
          expect(settled.some(isOpen)).toBe(false);
          const ranks = open.map(({ level }) => LEVELS.indexOf(level));
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('names the sheet of the figures before 核对数, and 公开表 where no sheet is at fault', () => {
    const groups = groupsOfAll([
      finding('a', { sheets: [] }),
      finding('b', { sheets: ['control', 'expenditure'] }),
      finding('c', { sheets: ['control'] }),
    ]);
    expect(groups.map(({ name }) => name)).toEqual(['支出', '核对数', '公开表']);
  });
});

describe('F8', () => {
  it('meets every open finding once before it comes round, whatever sheet each step leads to', () => {
    fc.assert(
      fc.property(findings, shownSheet, fc.constantFrom<1 | -1>(1, -1), (all, sheet, step) => {
        const met: string[] = [];
        let at: Finding | null = null;
        let shown = sheet;
        const count = all.filter(isOpen).length;
        for (let turn = 0; turn < count; turn += 1) {
          at = nextFinding(all, shown, at?.key ?? null, [], step);
          met.push(at?.key ?? '');
          shown = at?.sheets[0] ?? shown;
        }
        expect(met.toSorted()).toEqual(
          all
            .filter(isOpen)
            .map(({ key }) => key)
            .toSorted(),
        );
        expect(nextFinding(all, shown, at?.key ?? null, [], step)?.key).toBe(met[0]);
      }),
    );
  });

  it('comes to hints only after everything else, of whatever sheet', () => {
    fc.assert(
      fc.property(findings, shownSheet, (all, sheet) => {
        const first = nextFinding(all, sheet, null, [], 1);
        const round = roundOfOpen(all).map(({ level }) => level === 'hint');
        expect(round).toEqual(round.toSorted((a, b) => Number(a) - Number(b)));
        if (first?.level === 'hint') expect(round.every((isHint) => isHint)).toBe(true);
      }),
    );
  });

  it('goes on from where a mended finding was', () => {
    const all = ['a', 'b', 'c'].map((key) => finding(key, { sheets: ['expenditure'], explanation: null }));
    const known = roundOfOpen(all).map(({ key }) => key);
    const left = all.filter(({ key }) => key !== 'b');
    expect(nextFinding(left, 'expenditure', 'b', known, 1)?.key).toBe('c');
    expect(nextFinding(left, 'expenditure', 'b', known, -1)?.key).toBe('a');
    expect(nextFinding([], 'expenditure', 'b', known, 1)).toBeNull();
  });
});

describe('the counts', () => {
  it('are of what is open, by the page where it is mended, and nothing where there is nothing', () => {
    const counts = countsBySheet({
      findings: [
        finding('a', { level: 'error', sheets: ['control', 'expenditure'], explanation: null }),
        finding('b', { level: 'verify', sheets: ['counts'], explanation: explained('missing') }),
        finding('c', { level: 'verify', sheets: ['counts'], explanation: explained('accepted') }),
        finding('d', { level: 'hint', sheets: ['income'], explanation: null }),
        finding('e', { level: 'error', sheets: [], explanation: null }),
      ],
    });
    expect(counts).toEqual({
      expenditure: { error: 1, verify: 0 },
      counts: { error: 0, verify: 1 },
      tables: { error: 1, verify: 0 },
      checks: { error: 2, verify: 1 },
    });
  });

  it('say how many 核对数 and rules agree; a rule that had nothing to look at is not counted', () => {
    const tally = [
      { rule: 'B9', claims: 3, broken: 1 },
      { rule: 'K02', claims: 4, broken: 2 },
      { rule: 'K03', claims: 4, broken: 0 },
      { rule: 'K99', claims: 7, broken: 1 },
      { rule: 'Y1', claims: 0, broken: 0 },
    ];
    expect(controlsPassed(tally)).toEqual({ all: 8, passed: 6 });
    expect(rulesPassed(tally, null)).toEqual({ all: 4, passed: 1 });
    expect(rulesPassed(tally, 'economic')).toEqual({ all: 1, passed: 0 });
    expect(isOfDepartment(tally)).toBe(false);
    // a rule that only the department is held to
    expect(isOfDepartment([...tally, { rule: 'D2', claims: 0, broken: 0 }])).toBe(true);
  });
});

describe('a card', () => {
  const at = (sheet: string): Place => ({
    kind: 'figure',
    year: 2024,
    unit: '001',
    sheet,
    row: '2010301',
    fund: 'general',
    column: 'basic',
    measure: 'actual',
  });
  const place = at('expenditure');

  it('leads to each sheet that has a marked cell, once, and nowhere that cannot be shown', () => {
    const names = (sheetsOf: readonly string[], canGoTo = true) =>
      findingLinks({ places: sheetsOf.map(at) }, () => canGoTo).map(({ name }) => name);
    expect(names(['expenditure', 'expenditure'])).toEqual(['转到此格']);
    expect(names(['control'])).toEqual(['转到核对数']);
    expect(names(['expenditure', 'control'])).toEqual(['转到支出', '转到核对数']);
    expect(names(['expenditure'], false)).toEqual([]);
  });

  it('shows what its listed parts leave of a side, to the digit', () => {
    const parts = ['0.1', '0.2'].map((amount) => ({ name: '', amount, place }));
    expect(restOfSide({ name: '', amount: '0.300001', parts, partCount: 5 })).toEqual({
      count: 3,
      amount: '0.000001',
    });
    expect(restOfSide({ name: '', amount: '0.3', parts, partCount: 2 })).toBeNull();
  });
});
