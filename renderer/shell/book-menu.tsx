import { Dropdown } from 'antd';
import { useState } from 'react';
import type { OpenedBook } from '../../core/api.ts';
import { BackupsDialog } from '../backups/backups-dialog.tsx';
import { storeEverything } from '../leaving.ts';

interface BookMenuProps {
  readonly book: OpenedBook;
  /** `null`: the book is empty */
  readonly onSetup: (() => void) | null;
  readonly onProfiles: (() => void) | null;
  readonly onClose: () => void;
  /** a copy has taken the place of the book */
  readonly onRestored: (book: OpenedBook) => void;
}

/** The book's name, and what concerns the book as a whole. */
export function BookMenu({ book, onSetup, onProfiles, onClose, onRestored }: BookMenuProps) {
  /** how many cells were not stored when the copies were asked for; `null`: they were not */
  const [unsaved, setUnsaved] = useState<number | null>(null);
  const items = [
    { key: 'setup', label: '单位与年度…', disabled: onSetup === null },
    { key: 'profiles', label: '报表格式…', disabled: onProfiles === null },
    { key: 'backups', label: '备份与恢复…' },
    { key: 'close', label: '关闭账簿' },
  ];

  function choose(key: string) {
    if (key === 'close') onClose();
    else if (key === 'setup') onSetup?.();
    else if (key === 'profiles') onProfiles?.();
    else setUnsaved(storeEverything().length);
  }

  return (
    <>
      <Dropdown menu={{ items, onClick: ({ key }) => choose(key) }} trigger={['click']}>
        <button
          type="button"
          className="book-menu"
          title={`${book.name}\n${book.path}`}
          aria-label={`账簿 ${book.name}`}
        >
          <span className="book-name">{book.name}</span>
          <svg width="10" height="6" aria-hidden="true">
            <path d="M.5 .5l4.5 4.5 4.5-4.5" fill="none" stroke="currentColor" />
          </svg>
        </button>
      </Dropdown>
      {unsaved !== null && (
        <BackupsDialog unsaved={unsaved} onClose={() => setUnsaved(null)} onRestored={onRestored} />
      )}
    </>
  );
}
