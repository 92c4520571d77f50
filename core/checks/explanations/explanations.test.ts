import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExplanationAsk } from '../finding.ts';
import { copyRemarks, explanationSlot, judgeExplanation, judgeText, refusedCopy } from './explanations.ts';
import { namedAmounts } from './named-amounts.ts';
import { specificOf, WORDS } from './words.ts';

const WAN = 1_000_000;
const slot = explanationSlot('Y12', '2010308/general');
const noAmount: ExplanationAsk = { stake: null, sides: [], lastText: '' };
/** 全年预算 12.00, 决算 blank. */
const unspent: ExplanationAsk = { stake: 12 * WAN, sides: [null, 12 * WAN], lastText: '' };
/** 决算 80.00, 上年 60.00. */
const grown: ExplanationAsk = { stake: 20 * WAN, sides: [80 * WAN, 60 * WAN], lastText: '' };

const judge = (
  text: string,
  asks = noAmount,
  own = slot,
  others: readonly (readonly [string, string])[] = [],
) => judgeText(text, { slot: own, asks, others: new Map(others) });

describe('an explanation', () => {
  it.each(['', '  \n', '\u200b\u3000'])('is missing where nothing is visible (%j)', (text) => {
    expect(judge(text)).toEqual({ verdict: 'missing', remarks: [] });
  });

  // the published reasons of 展览路街道 2023, 宜川路街道 2025 and 普陀区财政局 2024, as far as they name what happened
  it.each([
    '本年车辆维护次数减少。',
    '党建指导员人数减少。',
    '新增退休人员补贴。',
    '退休人员增加。',
    '上级转移支付经费。',
    '收上级转移支付，生活垃圾分类和减量化专项补贴经费。',
    '新进在职人员及绩效调增。',
    '基本支出中人员进出及退休变化，以及项目支出中合同支付进度条款等原因减少支付。',
    '因产业政策扶持资金管理系统项目进度，调减相关经费。',
    '人员进出及退休变化，减少人员经费开支。',
    '基本支出项目有年终退休人员调整工资，及补发绩效管理奖金',
    '落实过紧日子要求，压减接待，全年未发生公务接待',
    '由区信访办统一支付，8月调减 12.00 万元',
    // no list has its words
    '锅炉爆裂，临时改用电热膜供暖',
  ])('names a cause: %s', (text) => {
    expect(judge(text)).toEqual({ verdict: 'accepted', remarks: [] });
  });

  // published as well, and saying nothing of what happened
  it.each([
    '根据项目实际情况支出。',
    '根据实际情况支出调整。',
    '根据实际工作实际情况支出。',
    '部分项目按工作实际调减经费。',
    '根据实际情况追加预算。',
    '根据上级要求，调减项目经费。',
    '减少支出，厉行节约。',
    '养老保险缴费按实缴费。',
    '按实发放购房补贴。',
    '项目特殊性年初不做预算。',
    '新增项目。',
    '产生公务接待。',
    '预算按充分保障预估，实际执行基本贴合预期。',
    '当年度无“三公”经费支出。',
    '2025年度决算数大于预算数12.00万元',
    '社区文化建设经费支出为66.55万元',
  ])('names no cause: %s', (text) => {
    const { verdict, remarks } = judge(text);
    expect(verdict).toBe('refused');
    expect(remarks.join()).toContain('写明是什么事引起的');
  });

  it('is never put together from words that say nothing', () => {
    const said = fc.constantFrom(...WORDS.placeholders, ...WORDS.vague, ...WORDS.connectors);
    const between = fc.constantFrom(
      '',
      '，',
      '。',
      '、',
      '；',
      ' ',
      '\n',
      '……',
      '！',
      '“',
      '12.00万元',
      '2024年',
      '①',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(said, between), { maxLength: 12 }), between, (words, first) => {
        const text = first + words.flat().join('');
        expect(judge(text).verdict).not.toBe('accepted');
      }),
      { numRuns: 1_000 },
    );
  });

  it('says with its placeholder what is wanted', () => {
    expect(judge('因工作需要。')).toEqual({
      verdict: 'refused',
      remarks: [
        '只有“因工作需要。”这样的话，写明是什么事引起的：哪项政策、哪些人员、哪个项目或什么价格的变化',
      ],
    });
  });

  it.each([
    ['由区信访办统一支付，8月调减 12.00 万元', unspent],
    ['落实过紧日子要求，压减接待，全年未发生公务接待', unspent],
    ['新招录 4 人增加工资 １１．５０万元，补缴公积金基数差额 3.2 万元', grown],
    ['招录人员工资增加 95,000元，房屋修缮 0.0005亿元', grown],
    ['办公楼搬迁，租赁费从 60.00 万元增加到 80.00 万元，多付 20 万元', grown],
    ['因办公楼搬迁多付租赁费 10.00 万元', grown],
    ['工程尚未竣工结算，质保金12.00万元未付', unspent],
    ['退休干部去世3人，抚恤金12.00万元年初没有安排', unspent],
    ['公务用车老化，大修发动机一次支出20.00万元', grown],
    ['公务用车老化，大修发动机一次支出二十万元', grown],
    ['办公楼修缮合同 500 万元，本年按进度支付尾款 18 万元', grown],
    ['退休人员补贴由 500 万元提标到 518 万元', grown],
    ['老旧小区加装电梯补贴申请户数少于预计，少发20.00万元', grown],
  ])('covers the amount: %s', (text, asks) => {
    expect(judge(text, asks)).toEqual({ verdict: 'accepted', remarks: [] });
  });

  it.each([
    ['新招录人员 4 人，工资增加', '没有写金额，逐项写明原因和金额，合计不少于要说明的 20.00 万元的 50%'],
    [
      '办公楼搬迁，租赁费从 60.00 万元增加到 80.00 万元',
      '写出的金额只是两边的数，逐项写明原因和金额，合计不少于要说明的 20.00 万元的 50%',
    ],
    [
      '因办公楼搬迁多付租赁费 9.99 万元',
      '写出的金额合计 9.99 万元，不到要说明的 20.00 万元的 50%，补写其余的原因和金额',
    ],
    // the whole of which the difference is a part, and what is said of the part
    [
      '办公楼修缮合同 500 万元，跨年验收',
      '写出的 500.00 万元超过要说明的 20.00 万元的 3 倍，写明其中引起这项差异的金额',
    ],
    [
      '办公楼修缮合同 500 万元，跨年验收，本年付尾款 2 万元',
      '写出的金额合计 2.00 万元，不到要说明的 20.00 万元的 50%，补写其余的原因和金额',
    ],
    // a share, a year and the number of a document are no amounts; nor is 未发生 the whole of what was spent
    [
      '根据人社〔2025〕17号调标，2025年增长 33.33%，未发生补发',
      '没有写金额，逐项写明原因和金额，合计不少于要说明的 20.00 万元的 50%',
    ],
  ])('does not cover the amount: %s', (text, remark) => {
    expect(judge(text, grown)).toEqual({ verdict: 'refused', remarks: [remark] });
  });

  const text = '由区信访办统一支付，8月调减 12.00 万元';
  const copy = '由区信访办统一支付；8 月调减 3.50 万元。';

  it('is no copy of another line of the year, whatever its figures', () => {
    const other = explanationSlot('Y12', '2013299/general');
    expect(judge(text, noAmount, slot, [[other, copy]])).toEqual({
      verdict: 'refused',
      remarks: ['与另一条的说明（Y12 2013299/general）文字相同，写明这一条自己的原因'],
    });
    const same: readonly (readonly [string, string])[] = [
      [slot, text],
      // another rule about the same row; a text of the narrative
      [explanationSlot('Y15', '2010308'), copy],
      ['reason.reception', copy],
      [explanationSlot('Y12', '2080505/general'), '因退休人员增加调增'],
    ];
    expect(judge(text, noAmount, slot, same).verdict).toBe('accepted');
  });

  it('is the copy where it was written later, and only of what is still asked', () => {
    const [first, second, third] = ['2010308/general', '2013299/general', '2080505/general'].map((subject) =>
      explanationSlot('Y12', subject),
    ) as [string, string, string];
    const standing = new Set([first, second, third]);
    const written = new Map([
      [second, text],
      [first, copy],
      [third, '因退休人员增加调增'],
    ]);
    const remark = '与另一条的说明（Y12 2013299/general）文字相同，写明这一条自己的原因';
    expect([...copyRemarks(standing, written)]).toEqual([[first, remark]]);
    expect(copyRemarks(new Set([first, third]), written).size).toBe(0);
    const { stake, sides } = unspent;
    const alone = judgeExplanation({ slot: first, stake, sides, texts: written, lastTexts: new Map() });
    expect(alone.verdict).toBe('refused');
    expect(refusedCopy(alone, remark).remarks).toEqual([...alone.remarks, remark]);
    const accepted = judgeExplanation({ slot: second, stake, sides, texts: written, lastTexts: new Map() });
    expect(accepted.verdict).toBe('accepted');
    expect(refusedCopy(accepted, remark)).toMatchObject({ verdict: 'refused', remarks: [remark] });
  });

  it('may be what it was last year, and then says so', () => {
    const texts = new Map([[slot, text]]);
    const lastTexts = new Map([[slot, copy]]);
    const { stake, sides } = unspent;
    expect(judgeExplanation({ slot, stake, sides, texts, lastTexts })).toEqual({
      slot,
      text,
      verdict: 'accepted',
      remarks: ['与上年说明的文字相同，看是否仍然符合'],
      asks: { stake, sides, lastText: copy },
    });
  });

  it('is about its own item of 三公 (C10, as 展览路街道 2023 got it wrong)', () => {
    const about = (subject: string, body: string) => judge(body, noAmount, explanationSlot('Y03', subject));
    const journeys = '受疫情影响，2023年度未发生因公出国（境）费用';
    expect(about('reception', journeys).remarks).toEqual([
      '写的是因公出国（境），这一条是公务接待，写明公务接待变化的原因',
    ]);
    expect(about('abroad/general', journeys).verdict).toBe('accepted');
    expect(about('reception', '因公出国团组取消，外宾接待随之减少').verdict).toBe('accepted');
    expect(about('vehicle_operation', '本年车辆维护次数减少').verdict).toBe('accepted');
  });

  it('is read for its amounts exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), (amount) => {
        const exact = `${Math.floor(amount / WAN).toLocaleString('en-US')}.${String(amount % WAN).padStart(6, '0')}`;
        expect(namedAmounts(`因调标补发 ${exact} 万元，2024年12月31日，占 5.5%，共 3 人`)).toEqual([amount]);
      }),
    );
    expect(namedAmounts('12.34.56万元；1,23.4万元；３，０００元，５百万元')).toEqual([300_000, 500_000_000]);
    expect(namedAmounts('减少3人,12.00万元,1,234元')).toEqual([12 * WAN, 123_400]);
    expect(namedAmounts('十二万元、一百零五余元、三点五万元、二〇万元、两千三百亿元')).toEqual([
      12 * WAN,
      10_500,
      3_500_000,
      20 * WAN,
      23_000_000_000_000,
    ]);
    expect(namedAmounts('单价百万元以上的，几十万元，第二十元，十百元，二〇二四年支付，1.2 千元')).toEqual([
      120_000,
    ]);
  });

  it('leaves of a text what says something', () => {
    expect(specificOf('因工作需要调整办公用房租赁')).toBe('调整办公用房租赁');
  });
});
