import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RecentBook } from '../../core/api.ts';
import { steppedIndex } from '../step.ts';
import { RecentBookRow } from './recent-book-row.tsx';

interface RecentBooksProps {
  readonly books: readonly RecentBook[] | null;
  readonly onOpen: (id: string) => void;
  readonly onForget: (id: string) => void;
  readonly onNew: () => void;
  readonly onOpenFile: () => void;
  readonly onOpenSample: () => void;
}

/** The books opened last. One is chosen: Enter opens it, the arrows choose another. */
export function RecentBooks({ books, onOpen, onForget, onNew, onOpenFile, onOpenSample }: RecentBooksProps) {
  const list = useRef<HTMLUListElement>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen =
    books?.find((book) => book.id === chosenId) ?? books?.find((book) => book.found) ?? books?.[0];

  const focusRow = (index: number) => {
    list.current?.querySelectorAll<HTMLButtonElement>('.recent-open')[index]?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list just come, or without the row that had the focus
  useLayoutEffect(() => {
    if (document.activeElement !== document.body) return;
    // so that Enter alone goes on with yesterday's work
    list.current?.querySelector<HTMLButtonElement>('.recent-open[tabindex="0"]')?.focus();
  }, [books]);

  function onKeyDown(event: KeyboardEvent) {
    if (books === null || chosen === undefined) return;
    const next = steppedIndex(event.key, books.indexOf(chosen), books.length);
    if (next === null) return;
    event.preventDefault();
    focusRow(next);
  }

  return (
    <section className="box recent-books" aria-labelledby="recent-title">
      <h2 id="recent-title">最近的账簿</h2>
      {books?.length === 0 && (
        <p className="recent-none">
          还没有打开过账簿。
          <button type="button" className="link" onClick={onOpenSample}>
            打开示例
          </button>
          看一看公开表是怎样得到的，
          <button type="button" className="link" onClick={onNew}>
            新建账簿
          </button>
          录入自己部门的数，或
          <button type="button" className="link" onClick={onOpenFile}>
            打开账簿
          </button>
          ，在电脑或 U 盘上找到 *.mzb 文件。
        </p>
      )}
      <ul ref={list} onKeyDown={onKeyDown}>
        {books?.map((book) => (
          <RecentBookRow
            key={book.id}
            book={book}
            chosen={book === chosen}
            onChoose={() => setChosenId(book.id)}
            onOpen={() => onOpen(book.id)}
            onForget={() => onForget(book.id)}
          />
        ))}
      </ul>
    </section>
  );
}
