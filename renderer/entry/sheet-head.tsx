import { Button } from 'antd';
import type { ViewColumn } from '../../core/entry/sheet-columns.ts';
import { ADJUSTMENT_UNIT, DEPARTMENT_UNIT } from '../../core/figures/figure.ts';
import { hasCodes, type Measure, type SheetDefinition } from '../../core/figures/sheets.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ariaKeys } from '../shortcut.ts';
import { ColumnMenu } from './column-menu.tsx';
import { MeasureSwitch } from './measure-switch.tsx';

interface SheetHeadProps {
  readonly sheet: SheetDefinition;
  /** code of the unit, or a pseudo-unit; `null`: the department added up */
  readonly unit: string | null;
  readonly measure: Measure;
  readonly onMeasure: (measure: Measure) => void;
  /** those of the fund and measure that are shown, hidden ones among them */
  readonly columns: readonly ViewColumn[];
  readonly isShown: (column: ViewColumn) => boolean;
  readonly onShown: (column: ViewColumn, shown: boolean) => void;
  /** `null`: nothing can be added here */
  readonly onAdd: (() => void) | null;
}

function whose(unit: string | null, origin: string): string {
  if (unit === ADJUSTMENT_UNIT) return '差额表：抵销单位之间的往来，录负数，收入和支出各一笔';
  return unit === DEPARTMENT_UNIT ? `批复的部门汇总数，${origin}` : origin;
}

/** The name of a sheet, where it comes from, and what is shown of it. */
export function SheetHead(props: SheetHeadProps) {
  const { sheet, unit, measure, onMeasure, columns, isShown, onShown, onAdd } = props;
  const detail = whose(unit, `来源 ${sheet.source}，填报 ${sheet.keeper}`);
  const comparing = columns.filter(({ isComparing }) => isComparing);
  return (
    <PageHead title={sheet.name} detail={detail}>
      {sheet.measures.length > 1 && (
        <MeasureSwitch measures={sheet.measures} current={measure} onMeasure={onMeasure} />
      )}
      <ColumnMenu columns={comparing} isShown={isShown} onShown={onShown} />
      {onAdd !== null && (
        <Button size="small" aria-keyshortcuts={ariaKeys('Ctrl+I')} onClick={onAdd}>
          {hasCodes(sheet) ? '加科目' : '加一行'}
          <KeyHint keys="Ctrl+I" />
        </Button>
      )}
    </PageHead>
  );
}
