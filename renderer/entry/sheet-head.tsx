import { Button } from 'antd';
import type { ViewColumn } from '../../core/entry/sheet-columns.ts';
import { hasCodes, type Measure, type SheetDefinition } from '../../core/figures/sheets.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ariaKeys } from '../shortcut.ts';
import { ColumnMenu } from './column-menu.tsx';
import { MeasureSwitch } from './measure-switch.tsx';

interface SheetHeadProps {
  readonly sheet: SheetDefinition;
  readonly isDepartments: boolean;
  readonly measure: Measure;
  readonly onMeasure: (measure: Measure) => void;
  /** those of the fund and measure that are shown, hidden ones among them */
  readonly columns: readonly ViewColumn[];
  readonly isShown: (column: ViewColumn) => boolean;
  readonly onShown: (column: ViewColumn, shown: boolean) => void;
  /** `null`: nothing can be added here */
  readonly onAdd: (() => void) | null;
}

/** The name of a sheet, where it comes from, and what is shown of it. */
export function SheetHead(props: SheetHeadProps) {
  const { sheet, isDepartments, measure, onMeasure, columns, isShown, onShown, onAdd } = props;
  const origin = `来源 ${sheet.source}，填报 ${sheet.keeper}`;
  const comparing = columns.filter(({ isComparing }) => isComparing);
  return (
    <PageHead title={sheet.name} detail={isDepartments ? `批复的部门汇总数，${origin}` : origin}>
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
