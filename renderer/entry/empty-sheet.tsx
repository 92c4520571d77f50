import type { FundView } from '../../core/entry/sheet-columns.ts';
import { FUND_NAMES, type SheetDefinition } from '../../core/figures/sheets.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import type { PageId } from '../shell/pages.ts';

interface EmptySheetProps {
  readonly sheet: SheetDefinition;
  readonly fund: FundView;
  /** false: the department added up */
  readonly hasUnit: boolean;
  readonly onAdd: () => void;
  readonly onPage: (page: PageId) => void;
}

/** A sheet on which nothing stands says how to begin. */
export function EmptySheet({ sheet, fund, hasUnit, onAdd, onPage }: EmptySheetProps) {
  if (hasUnit && fund === 'all') return <p>各资金都还没有数，先选一个资金再录入。</p>;
  if (!hasUnit) {
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
