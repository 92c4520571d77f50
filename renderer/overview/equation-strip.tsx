import type { CheckReport } from '../../core/checks/check-year.ts';
import { type Fen, fen, type MoneyUnit } from '../../core/money/fen.ts';
import { formatPrinted } from '../../core/money/format.ts';
import type { Overview } from '../../core/overview/overview.ts';
import { controlsPassed } from '../findings/counts.ts';
import { LevelSign } from '../parts/level-sign.tsx';

interface EquationStripProps {
  readonly equation: NonNullable<Overview['equation']>;
  readonly money: MoneyUnit;
  /** `null` until it is there */
  readonly report: CheckReport | null;
}

/** 收入支出决算总表 in one line, and what the 核对数 say of it: 年末 is computed, so the two sides alone prove nothing. */
export function EquationStrip({ equation, money, report }: EquationStripProps) {
  const { income, surplusUsed, opening, expenditure, distribution, closing } = equation;
  const total = fen(income + surplusUsed + opening);
  const shown = (name: string, amount: number, className = '') => (
    <Amount key={name} name={name} amount={fen(amount)} money={money} className={className} />
  );
  const isBalanced = total === expenditure + distribution + closing;
  const isBegun = income !== 0 || expenditure !== 0;
  return (
    <section className="box equation" aria-label="收支平衡">
      {shown('本年收入', income)}
      <Sign>+</Sign>
      {shown('使用结余', surplusUsed)}
      <Sign>+</Sign>
      {shown('年初结转和结余', opening)}
      <Sign>=</Sign>
      {shown('总计', total, 'equation-total')}
      <Sign>=</Sign>
      {shown('本年支出', expenditure)}
      <Sign>+</Sign>
      {shown('结余分配', distribution)}
      <Sign>+</Sign>
      {shown('年末结转和结余', closing)}
      <div className="equation-state">
        <p title="年末由年初、收入和支出算出，两边总是相等；数对不对，看核对数">
          {(isBegun || !isBalanced) && <LevelSign level={isBalanced ? 'fine' : 'error'} />}
          {!isBalanced ? '收支不平' : isBegun ? '收支平衡' : '还没有本年收支'}
        </p>
        {report && <ControlState report={report} />}
      </div>
    </section>
  );
}

interface AmountProps {
  readonly name: string;
  readonly amount: Fen;
  readonly money: MoneyUnit;
  readonly className: string;
}

function Amount({ name, amount, money, className }: AmountProps) {
  return (
    <dl className={className}>
      <dt>{name}</dt>
      <dd>{formatPrinted(amount, money)}</dd>
    </dl>
  );
}

function Sign({ children }: { readonly children: string }) {
  return <span className="equation-sign">{children}</span>;
}

function ControlState({ report: { controlled, tally } }: { readonly report: CheckReport }) {
  const { all, passed } = controlsPassed(tally);
  const [level, words] =
    all > passed
      ? (['error', `核对数 ${all - passed} 个不符`] as const)
      : controlled
        ? (['fine', `核对数 ${passed}/${all}`] as const)
        : (['verify', '未核对'] as const);
  return (
    <p>
      <LevelSign level={level} />
      {words}
    </p>
  );
}
