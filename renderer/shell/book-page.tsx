import { useState } from 'react';
import type { OpenedBook, Scope } from '../../core/api.ts';
import { TablesPage } from '../tables/tables-page.tsx';
import { scopeOfYear } from './scope.ts';
import { Shell } from './shell.tsx';

interface BookPageProps {
  readonly book: OpenedBook;
  readonly onClose: () => void;
}

/** An open book: its year and unit are chosen once for all pages. */
export function BookPage({ book, onClose }: BookPageProps) {
  const [newest] = book.years;
  const [scope, setScope] = useState<Scope | null>(
    newest === undefined ? null : { year: newest.year, unit: null },
  );

  const setYear = (year: number) => setScope((old) => scopeOfYear(book, year, old?.unit ?? null));
  const setUnit = (unit: string | null) => setScope((old) => old && { ...old, unit });
  const frame = { book, scope, onYear: setYear, onUnit: setUnit, onClose };

  if (scope === null) {
    return (
      <Shell {...frame} panel={null} status={null}>
        <p className="empty-book">这本账簿里还没有任何年度的数，公开表无从算起，先导入批复后的数字再打开。</p>
      </Shell>
    );
  }
  return <TablesPage frame={frame} scope={scope} />;
}
