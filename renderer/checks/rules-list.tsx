import type { RuleTally } from '../../core/checks/check-year.ts';
import { RULE_BOOK, type RuleText } from '../../core/checks/rule-book.ts';
import { LEVEL_NAMES, LevelSign } from '../parts/level-sign.tsx';

const GROUNDS: readonly { readonly ground: RuleText['ground']; readonly title: string }[] = [
  { ground: 'independent', title: '独立规则，两边各有来源，账簿每次都查' },
  { ground: 'identity', title: '恒等关系，由程序保证，只用于核对文件' },
];

/** 规则: the rule book, and what came of each rule. @param tally `null` until it is computed */
export function RulesList({ tally }: { readonly tally: readonly RuleTally[] | null }) {
  const tallies = new Map(tally?.map((each) => [each.rule, each]));
  return (
    <table className="check-table rules-list">
      <thead>
        <tr>
          <th scope="col">编号</th>
          <th scope="col">规则</th>
          <th scope="col">级别</th>
          <th scope="col">依据</th>
          <th scope="col" className="amount">
            看过
          </th>
          <th scope="col" className="amount">
            不符
          </th>
        </tr>
      </thead>
      {GROUNDS.map(({ ground, title }) => {
        const own = RULE_BOOK.filter((rule) => rule.ground === ground);
        return (
          <tbody key={ground}>
            <tr className="group-row">
              <th scope="rowgroup" colSpan={6}>
                {title}
                <small>{own.length} 条</small>
              </th>
            </tr>
            {own.map((rule) => (
              <RuleRow key={rule.id} rule={rule} tally={tallies.get(rule.id)} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function RuleRow({ rule, tally }: { readonly rule: RuleText; readonly tally: RuleTally | undefined }) {
  const { id, name, law, level, source } = rule;
  return (
    <tr>
      <td className="rule-cell">{id}</td>
      <td>
        {law}。<small className="broken-name">不符时报“{name}”</small>
      </td>
      <td className="level-cell">
        <LevelSign level={level} /> {LEVEL_NAMES[level]}
      </td>
      <td className="source-cell">
        <Basis basis={rule.basis} />
        {source}
      </td>
      <Tally rule={rule} tally={tally} />
    </tr>
  );
}

/** What is no official rule never passes for one. */
function Basis({ basis }: Pick<RuleText, 'basis'>) {
  if (basis === 'sourced') return null;
  return <b className="basis">{basis === 'inferred' ? '推定' : '未证实'}</b>;
}

function Tally({ rule, tally }: { readonly rule: RuleText; readonly tally: RuleTally | undefined }) {
  if (tally === undefined || tally.claims === 0) {
    return (
      <td colSpan={2} className="not-looked">
        {notLooked(rule, tally)}
      </td>
    );
  }
  const { claims, broken } = tally;
  return (
    <>
      <td className="amount">{claims}</td>
      <td className={broken > 0 ? `amount difference-${rule.level}` : 'amount'}>{broken}</td>
    </>
  );
}

function notLooked({ ground, scopes }: RuleText, tally: RuleTally | undefined): string {
  if (ground === 'identity' || scopes.every((scope) => scope === 'document')) return '只核对文件';
  return tally === undefined ? '本单位不查' : '没有可比的数';
}
