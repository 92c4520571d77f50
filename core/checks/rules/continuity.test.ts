import { describe, expect, it } from 'vitest';
import { line, ruleOn } from '../../testing/example-findings.ts';

const general = (code: string, columns: Record<string, string>, measure = 'actual') =>
  line({ code, fund: 'general', measure, ...columns });
const whole = (last_closing: string) => line({ fund: 'general', last_closing });
const item = (code: string, last_closing: string) => general(code, { last_closing });

/** 2010301 closes with 10, 2010302 with 12. */
const before = {
  income: [general('2010301', { appropriation: '500' }), general('2010302', { appropriation: '110' })],
  expenditure: [general('2010301', { basic: '400', project: '90' }), general('2010302', { project: '100' })],
  balance: [item('2010302', '2')],
};
const last = { sheets: before, texts: {} };
const now = { expenditure: [general('2010301', { basic: '525' })] };
const notKept = { sheets: { counts: [line({ item: 'meetings', count: 1 })] }, texts: {} };

describe('上年末结转和结余', () => {
  const found = (balance: ReturnType<typeof line>[], more = {}) =>
    ruleOn('L1', { ...now, balance }, { last, ...more }).findings.map(({ level, difference, places }) => [
      level,
      difference,
      places.map((place) => (place.kind === 'figure' ? place.row : '')).join(),
    ]);

  it('is what the same 项 ended last year with', () => {
    expect(found([item('2010301', '10'), item('2010302', '12')])).toEqual([]);
    expect(found([item('2010301', '10'), item('2010302', '21')])).toEqual([['error', '9', '2010302']]);
    expect(found([item('2010301', '10')])).toEqual([['error', '-12', '2010302']]);
  });

  it('is compared by fund where one of the years has one line for it', () => {
    expect(found([whole('22')])).toEqual([]);
    expect(found([whole('22.01')])).toEqual([['error', '0.01', '']]);
  });

  it('asks why where another 项 has the money and the fund as a whole agrees', () => {
    expect(found([item('2010301', '10'), item('2010350', '12')])).toEqual([
      ['verify', '-12', '2010302'],
      ['verify', '12', '2010350'],
    ]);
  });

  it('may not stay blank where last year ended with money, once 决算 is keyed', () => {
    expect(ruleOn('L4', now, { last }).findings).toMatchObject([
      { level: 'error', difference: '-22', places: [{ row: '2010301' }, { row: '2010302' }] },
    ]);
    expect(ruleOn('L4', {}, { last }).claims).toBe(0);
    expect(ruleOn('L4', { ...now, balance: [whole('1')] }, { last }).findings).toEqual([]);
  });

  it('says nothing of a unit that the year before does not have', () => {
    expect(found([whole('5')], { last: notKept })).toEqual([]);
    expect(ruleOn('L1', { ...now, balance: [whole('5')] }, { last: notKept }).claims).toBe(0);
    expect(ruleOn('L1', { ...now, balance: [whole('5')] }).claims).toBe(0);
  });
});

describe('上年决算', () => {
  const found = (sheets: Record<string, ReturnType<typeof line>[]>, more = {}) =>
    ruleOn('L2', sheets, { last, ...more }).findings.map(({ message }) => message);
  const rest = general('2010302', { project: '100' }, 'prior');

  it('is one finding for each row, also where columns changed places and their sum agrees', () => {
    expect(
      found({ expenditure: [general('2010301', { basic: '400', project: '90' }, 'prior'), rest] }),
    ).toEqual([]);
    expect(
      found({ expenditure: [general('2010301', { basic: '90', project: '400' }, 'prior'), rest] }),
    ).toEqual([
      '支出 2010301 行政运行（一般公共预算）上年决算：基本支出录入 90.00 万元，上年账簿 400.00 万元；项目支出录入 400.00 万元，上年账簿 90.00 万元',
    ]);
  });

  it('that is keyed for some rows lacks the others, said once', () => {
    const [message, ...others] = found({ expenditure: [rest] });
    expect(message).toBe(
      '支出（一般公共预算）录了上年决算，上年账簿有数而没有录的：2010301 行政运行（一般公共预算）',
    );
    expect(others).toEqual([]);
    expect(found(now)).toEqual([]);
  });

  it('is compared by 款, and 三公 with what is read from it', () => {
    const economic = [
      line({ code: '30217', fund: 'general', item: '2010301', amount: '2' }),
      line({ code: '30217', fund: 'general', item: '2010302', amount: '1' }),
    ];
    const three_public = [line({ item: 'reception', fund: 'general', project: '4' })];
    const more = { last: { sheets: { ...before, economic, three_public }, texts: {} } };
    const prior = (amount: string, reception: string) => ({
      economic: [line({ code: '30217', fund: 'general', measure: 'prior', amount })],
      three_public: [line({ item: 'reception', fund: 'general', measure: 'prior', amount: reception })],
    });
    expect(found(prior('3', '7'), more)).toEqual([]);
    expect(found(prior('2', '4'), more)).toHaveLength(2);
  });
});

describe('项 that last year had', () => {
  const older = (project: string) => ({
    last: {
      sheets: { expenditure: [general('2010301', { basic: '400' }), general('2010399', { project })] },
      texts: {},
    },
  });

  it('are named in one hint where nothing at all was keyed for them', () => {
    expect(ruleOn('L3', now, older('6')).findings).toMatchObject([
      {
        level: 'hint',
        message: expect.stringMatching(/^一般公共预算上年有数、本年没有录入的：2010399 .+ 支出 6\.00 万元/),
      },
    ]);
    const budget = general('2010399', { project: '5' }, 'final');
    expect(ruleOn('L3', { expenditure: [...now.expenditure, budget] }, older('6')).findings).toEqual([]);
  });

  it('are left to the comparison with last year where they were large', () => {
    expect(ruleOn('L3', now, older('60')).findings).toEqual([]);
    expect(ruleOn('Y3', now, older('60')).findings.map(({ key }) => key)).toContain('Y3 001 2010399/general');
  });
});
