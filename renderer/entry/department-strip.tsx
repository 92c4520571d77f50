import { ADJUSTABLE_SHEETS, ADJUSTMENT_UNIT, type Unit } from '../../core/figures/figure.ts';
import type { SheetDefinition } from '../../core/figures/sheets.ts';

const MOST = 4;

interface DepartmentStripProps {
  readonly sheet: SheetDefinition;
  readonly units: readonly Unit[];
  readonly onUnit: (code: string) => void;
}

/** Why nothing can be keyed here, and the way to where it can. */
export function DepartmentStrip({ sheet, units, onUnit }: DepartmentStripProps) {
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
        {units.length > 1 && ADJUSTABLE_SHEETS.includes(sheet.id) && (
          <button type="button" className="link" onClick={() => onUnit(ADJUSTMENT_UNIT)}>
            差额表
          </button>
        )}
      </p>
    </div>
  );
}
