import { Button, Dropdown } from 'antd';
import type { ExportKind } from '../../core/api.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ariaKeys } from '../shortcut.ts';

/** The workbook to be published at hand, the working copy beside it. */
export function ExportButtons({ onExport }: { readonly onExport: (kind: ExportKind) => void }) {
  const items = [
    { key: 'published', label: '导出公开表…' },
    { key: 'working', label: '导出核对底稿…' },
  ] as const;
  return (
    <div className="split-button">
      <Button
        size="small"
        type="primary"
        aria-keyshortcuts={ariaKeys('Ctrl+Shift+E')}
        onClick={() => onExport('published')}
      >
        导出公开表…
        <KeyHint keys="Ctrl+Shift+E" />
      </Button>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [...items],
          onClick: ({ key }) => onExport(key === 'working' ? 'working' : 'published'),
        }}
      >
        <Button
          size="small"
          type="primary"
          aria-label="核对底稿等文件"
          title="核对底稿等文件"
          icon={
            <svg width="10" height="6" aria-hidden="true">
              <path d="M.5 .5l4.5 4.5 4.5-4.5" fill="none" stroke="currentColor" />
            </svg>
          }
        />
      </Dropdown>
    </div>
  );
}
