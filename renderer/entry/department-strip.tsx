import type { Unit } from '../../core/figures/figure.ts';

const MOST = 4;

interface DepartmentStripProps {
  readonly units: readonly Unit[];
  readonly onUnit: (code: string) => void;
}

/** Why nothing can be keyed here, and the way to where it can. */
export function DepartmentStrip({ units, onUnit }: DepartmentStripProps) {
  return (
    <div className="strip department-strip">
      <p>
        部门汇总由各单位和差额表相加得来，在这里只能看。到单位里录入：
        {units.slice(0, MOST).map(({ code, name }) => (
          <button key={code} type="button" className="link" onClick={() => onUnit(code)}>
            {code} {name}
          </button>
        ))}
        {units.length > MOST && '，其余的在上方“单位”里选'}
      </p>
    </div>
  );
}
