import { useEffect, useRef } from 'react';
import { findSheet } from '../../core/figures/sheets.ts';
import { registerOf } from '../../core/registers/register.ts';
import { Strip } from '../parts/strip.tsx';
import { type PageId, pageOfSheet } from '../shell/pages.ts';
import type { Taken } from './import-session.ts';

interface TakenStripProps {
  readonly taken: Taken;
  readonly onPage: (page: PageId) => void;
  readonly onClose: () => void;
}

/** What went into the book, and where to see it. */
export function TakenStrip({ taken, onPage, onClose }: TakenStripProps) {
  const { file, year, unit, added, changed, changeSet, sheets = [], registers = [] } = taken;
  const links = useRef<HTMLSpanElement>(null);
  // the button that took it in is gone: the keyboard goes on to what went in
  useEffect(() => {
    if (document.activeElement === document.body) links.current?.querySelector('button')?.focus();
  }, []);
  const sheetLinks = sheets.flatMap((id) => {
    const page = pageOfSheet(id);
    const name = findSheet(id)?.name;
    return page === null || name === undefined ? [] : [{ page, name }];
  });
  const ways: readonly { readonly page: PageId; readonly name: string }[] = [
    ...sheetLinks,
    ...registers.map((id) => ({
      page: id === 'assets' ? ('cards' as const) : id,
      name: registerOf(id).name,
    })),
    { page: 'checks', name: '检查' },
    { page: 'overview', name: '总览' },
  ];
  return (
    <Strip level="fine" onClose={onClose}>
      <p>
        {changeSet === null
          ? `“${file}”与 ${unit} ${year} 年度的数完全相同，账簿没有变动。`
          : `“${file}”已并入 ${unit} ${year} 年度：新增 ${added} 格，改动 ${changed} 格${registers.length === 0 ? '' : `，登记簿 ${registers.length} 本`}。`}
        <span ref={links} className="taken-links">
          {ways.map(({ page, name }) => (
            <button key={page} type="button" className="link" onClick={() => onPage(page)}>
              {name}
            </button>
          ))}
        </span>
      </p>
    </Strip>
  );
}
