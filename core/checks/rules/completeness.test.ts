import { describe, expect, it } from 'vitest';
import { line, ruleOn } from '../../testing/example-findings.ts';
import { changedProfile, spent } from '../../testing/tables-of.ts';
import { checkYear } from '../check-year.ts';

const expenditure = [line({ code: '2010301', fund: 'general', basic: '525' })];
const counted = (count: number, ...items: string[]) => items.map((item) => line({ item, count }));
const reception = [line({ item: 'reception', fund: 'general', project: '1.2' })];

describe('sheets that are easily forgotten', () => {
  it('say nothing before 决算 is keyed, nor where the 报表格式 has no such table', () => {
    expect(ruleOn('T1', {}).claims).toBe(0);
    expect(ruleOn('T1', { expenditure }).findings).toHaveLength(1);
    expect(ruleOn('T1a', { expenditure }).claims).toBe(0);
    expect(ruleOn('T1a', { expenditure }, { profile: 'beijing' }).findings).toHaveLength(1);
  });

  it('take 0, a budget of 0, and what 经济分类 already says for an answer; another budget and last year for none', () => {
    const asked = (sheets: Parameters<typeof ruleOn>[1]) =>
      ruleOn('T1', { expenditure, ...sheets }).findings.length;
    const amount = (measure: string, budget = '0') =>
      line({ item: 'abroad', fund: 'general', measure, amount: budget });
    expect(asked({ three_public: [line({ item: 'abroad', fund: 'general', project: '0' })] })).toBe(0);
    expect(asked({ three_public: [amount('final')] })).toBe(0);
    expect(asked({ three_public: [amount('final', '5')] })).toBe(1);
    expect(asked({ economic: [line({ code: '30217', fund: 'general', amount: '1' })] })).toBe(0);
    expect(asked({ three_public: [amount('prior')] })).toBe(1);
  });
});

describe('counts that are published', () => {
  it('are asked for also where nothing was spent; where money was spent, S1 to S5 ask', () => {
    const sheets = (...counts: ReturnType<typeof line>[]) => ({
      expenditure,
      three_public: reception,
      counts,
    });
    const [finding] = ruleOn('T3', sheets()).findings;
    expect(finding?.message).toContain('公务用车保有量');
    expect(finding?.message).not.toContain('接待');
    expect(ruleOn('S2', sheets()).findings).toHaveLength(1);
    const zeros = counted(0, 'abroad_groups', 'abroad_people', 'vehicles_bought', 'vehicles_kept');
    expect(ruleOn('T3', sheets(...zeros))).toMatchObject({ claims: 1, findings: [] });
    expect(ruleOn('T3', { expenditure }).claims).toBe(0);
  });
});

describe('政府购买服务', () => {
  it('wants its 指导性目录 where the table prints it', () => {
    const purchased_services = [
      line({ name: '物业管理服务', amount: '86' }),
      line({ name: '审计服务', amount: '4', catalog: 'B0301' }),
    ];
    expect(ruleOn('T2', { purchased_services }).claims).toBe(0);
    expect(ruleOn('T2', { purchased_services }, { profile: 'beijing' }).findings).toMatchObject([
      { message: expect.stringContaining('的：物业管理服务。') },
    ]);
  });
});

describe('an empty table of a 报表格式 of one’s own', () => {
  const withoutNote = changedProfile('shanghai', (edition) => ({
    ...edition,
    tables: edition.tables.map((table) => ({ ...table, emptyNote: '' })),
  }));
  const found = (profile: typeof withoutNote, figures: ReturnType<typeof spent>[]) =>
    checkYear(
      {
        year: 2024,
        name: '某部门',
        profile,
        units: [{ code: '001', name: '某局', kind: 'administrative' }],
        figures: new Map([['001', figures]]),
        last: null,
        texts: [],
        lastTexts: [],
        cellTexts: [],
      },
      '001',
    )
      .findings.filter(({ rule }) => rule === 'T4')
      .map(({ key }) => key);

  it('has to say that there was nothing', () => {
    const figures = [spent('expenditure', '2010301', 'basic', 3)];
    expect(found(changedProfile('shanghai'), figures)).toEqual([]);
    expect(found(withoutNote, figures)).toEqual(
      expect.arrayContaining(['T4 001 gov-fund', 'T4 001 three-public', 'T4 001 income']),
    );
    const more = [...figures, spent('income', '2010301', 'appropriation', 3)];
    expect(found(withoutNote, more)).not.toContain('T4 001 income');
    expect(found(withoutNote, [])).toEqual([]);
  });
});
