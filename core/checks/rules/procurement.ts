import type { FormulaTerm } from '../../tables/formula.ts';
import { sheetTerms } from '../../tables/formula.ts';
import { EVERY_ROW, evaluate } from '../amounts.ts';
import { atMost } from '../claim.ts';
import type { ClaimsOf, Laws } from '../rule.ts';
import { inWan } from './wording.ts';

const KINDS = ['goods', 'works', 'services'] as const;

function procured(rows: readonly string[]): FormulaTerm[] {
  return sheetTerms('procurement', { select: { rows }, funds: [''] });
}

interface Side {
  readonly name: string;
  readonly terms: readonly FormulaTerm[];
}

/** One amount within another; where the lesser was not keyed there is nothing to look at. */
const within =
  (part: Side, whole: Side, advice = ''): ClaimsOf =>
  ({ figures }) => {
    if (figures === null || evaluate(figures.sums, part.terms) === null) return [];
    const left = figures.operand(part.name, part.terms);
    const right = figures.operand(whole.name, whole.terms);
    const [over, under] = [left, right].map(({ amount }) => (amount === null ? '没有录入' : inWan(amount)));
    return [
      atMost('', left, right, { message: `${part.name} ${over}，大于${whole.name}（${under}）${advice}` }),
    ];
  };

const allKinds: Side = { name: '政府采购货物、工程、服务合计', terms: procured(KINDS) };
const sme: Side = { name: '授予中小企业', terms: procured(['sme']) };
const services: Side = { name: '政府采购服务', terms: procured(['services']) };
const bought: Side = {
  name: '政府购买服务合计',
  terms: sheetTerms('purchased_services', { select: EVERY_ROW, funds: [''] }),
};

const boughtServices: ClaimsOf = (facts, limits) =>
  // before anything of 政府采购 is keyed the comparison would say that and nothing else
  facts.figures === null || evaluate(facts.figures.sums, allKinds.terms) === null
    ? []
    : within(bought, services, '：限额以下的购买服务不属政府采购，核对口径')(facts, limits);

/** domain/tables.md B21, apart from the sum, which no sheet keys. */
export const PROCUREMENT: Laws = {
  B21a: within({ name: '授予小微企业', terms: procured(['micro']) }, sme),
  B21b: within(sme, allKinds, '：前者按合同、后者按支付的，说明差额'),
  B21c: boughtServices,
  B21d: within(
    { name: '面向小微企业预留预算', terms: procured(['micro_reserved']) },
    { name: '面向中小企业预留预算', terms: procured(['sme_reserved']) },
  ),
};
