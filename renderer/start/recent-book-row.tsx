import type { RecentBook } from '../../core/api.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { openedWords } from './opened-words.ts';

interface RecentBookRowProps {
  readonly book: RecentBook;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
  readonly onForget: () => void;
}

export function RecentBookRow({ book, chosen, onChoose, onOpen, onForget }: RecentBookRowProps) {
  const state = book.found ? yearWords(book.year) : '找不到文件，U 盘可能未插入';
  return (
    <li className={`recent-row${chosen ? ' chosen' : ''}${book.found ? '' : ' gone'}`}>
      <button
        type="button"
        className="recent-open"
        tabIndex={chosen ? 0 : -1}
        onFocus={onChoose}
        onClick={onOpen}
      >
        <span className="recent-name">
          <b>{book.name}</b>
          <small>{book.path}</small>
        </span>
        <span className="recent-state">{state}</span>
        <span className="recent-when">{openedWords(book.openedAt, new Date())}</span>
        <span className="recent-key">{chosen && book.found && <KeyHint keys="Enter" />}</span>
      </button>
      {!book.found && (
        <button type="button" className="link recent-forget" onFocus={onChoose} onClick={onForget}>
          从列表移除
        </button>
      )}
    </li>
  );
}

function yearWords(year: number | undefined): string {
  return year === undefined ? '空账簿' : `${year} 年度`;
}
