import type { FundView } from '../../core/entry/sheet-columns.ts';
import { ADJUSTMENT_UNIT } from '../../core/figures/figure.ts';
import { FUND_NAMES, type SheetDefinition } from '../../core/figures/sheets.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import type { PageId } from '../shell/pages.ts';

interface EmptySheetProps {
  readonly sheet: SheetDefinition;
  readonly fund: FundView;
  /** `null`: the department added up */
  readonly unit: string | null;
  readonly onAdd: () => void;
  readonly onPage: (page: PageId) => void;
}

/** A sheet on which nothing stands says how to begin. */
export function EmptySheet({ sheet, fund, unit, onAdd, onPage }: EmptySheetProps) {
  if (unit === ADJUSTMENT_UNIT) {
    return (
      <>
        <p>差额表的{sheet.name}还没有要抵销的。单位之间有往来才录：</p>
        <ul>
          <li>先写上方的“抵销理由”，一句话说明是哪笔往来。</li>
          <li>
            <button type="button" className="link" onClick={onAdd}>
              加科目
            </button>
            <KeyHint keys="Ctrl+I" />
            ，录负数；收入抵销多少，支出也抵销多少。
          </li>
        </ul>
      </>
    );
  }
  if (unit !== null && fund === 'all') return <p>各资金都还没有数，先选一个资金再录入。</p>;
  if (unit === null) {
    return (
      <p>
        这里还没有数。
        {sheet.rows.kind === 'free' ? '各行在单位里录入' : '数在单位里按资金录入'}
        ，先在上方“单位”里选一个单位。
      </p>
    );
  }
  const isOwn = sheet.rows.kind === 'free';
  const toImport = (
    <button type="button" className="link" onClick={() => onPage('import')}>
      导入
    </button>
  );
  return (
    <>
      <p>
        “{sheet.name}”{fund === 'all' || fund === '' ? '' : `的${FUND_NAMES[fund]}`}还没有数
        {fund === '' ? '' : '，没有这项资金就不用录'}。这样开始：
      </p>
      <ul>
        <li>
          <button type="button" className="link" onClick={onAdd}>
            {isOwn ? '加一行' : '加科目'}
          </button>
          <KeyHint keys="Ctrl+I" />
          {isOwn ? '，写上名称，逐格录入。' : '，按编码、名称或拼音首字母找到，逐格录入。'}
        </li>
        <li>Excel 里的表：复制后到“{toImport}”里粘贴，认出列后整块存入。</li>
        <li>
          {sheet.source.startsWith('财决') ? `${sheet.source} 的导出文件` : '财决报表或其他表格文件'}
          ：到“{toImport}”里读取，预览后存入。
        </li>
      </ul>
    </>
  );
}
