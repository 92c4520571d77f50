import { Classification } from '../../core/classification/classification.ts';
import type { NewYearPlan } from '../../core/setting-up/setting-up.ts';
import { LevelSign } from '../parts/level-sign.tsx';

interface PlanViewProps {
  readonly plan: NewYearPlan;
  /** old codes that are not renamed */
  readonly kept: ReadonlySet<string>;
  readonly onToggle: (code: string) => void;
}

/** What a new year would begin with. */
export function PlanView({ plan, kept, onToggle }: PlanViewProps) {
  const { from, to, renamed, unknown } = plan;
  const before = new Classification(from);
  const now = new Classification(to);
  const counts = [
    ['单位', `${plan.units} 个`, ''],
    ['上年末结转和结余', `${plan.closings} 个`, `取自 ${from} 年末，各项调整留空`],
    ['上年决算', `${plan.priors} 个`, `取自 ${from} 年度的决算`],
    ['自列的行', `${plan.rows} 行`, '政府购买服务等'],
    ['文字', `${plan.texts} 段`, '职能、机构等；写上年增减原因的不带过来'],
  ] as const;
  return (
    <div className="plan">
      <p>
        {from} 年度带到 {to} 年度的：
      </p>
      <dl>
        {counts.map(([name, count, note]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {count}
              {note !== '' && <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {renamed.length > 0 && (
        <fieldset>
          <legend>改了编码的科目，勾上的换成新编码</legend>
          {renamed.map((code) => (
            <label key={code.from}>
              <input type="checkbox" checked={!kept.has(code.from)} onChange={() => onToggle(code.from)} />
              <span>
                {code.from} {before.function(code.from)?.name} → {code.to} {now.function(code.to)?.name}
                {!code.confirmed && (
                  <b className="unconfirmed">
                    <LevelSign level="verify" size={13} />
                    未证实
                  </b>
                )}
                <small>{code.note}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {unknown.length > 0 && (
        <p className="field-hint">
          {to} 年度科目表里没有、编码照旧的：
          {unknown.map(({ code, name }) => `${code} ${name}`.trim()).join('、')}。对照当年科目表核对。
        </p>
      )}
    </div>
  );
}
