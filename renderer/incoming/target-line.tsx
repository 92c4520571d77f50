import type { ReactNode } from 'react';
import type { OpenedBook } from '../../core/api.ts';
import { SmallSelect } from '../parts/small-select.tsx';

interface TargetLineProps {
  readonly book: OpenedBook;
  readonly year: number;
  /** `null`: none is chosen */
  readonly unit: string | null;
  readonly onYear: (year: number) => void;
  readonly onUnit: (unit: string) => void;
  readonly children?: ReactNode;
}

/** Where the figures go: a year and a real unit, never the sum of all. */
export function TargetLine({ book, year, unit, onYear, onUnit, children }: TargetLineProps) {
  const units = book.years.find((each) => each.year === year)?.units ?? [];
  const isThere = units.some(({ code }) => code === unit);
  return (
    <div className="import-target">
      <span className="switch">
        导入到
        <SmallSelect
          label="导入到哪个单位"
          className={isThere ? 'unit-switch' : 'unit-switch unchosen'}
          value={isThere && unit !== null ? unit : ''}
          searchable
          options={[
            ...(isThere ? [] : [{ value: '', label: '选定单位' }]),
            ...units.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
          ]}
          onChange={(code) => code !== '' && onUnit(code)}
        />
      </span>
      <span className="switch">
        <SmallSelect
          label="导入到哪个年度"
          className="year-switch"
          value={year}
          options={book.years.map((each) => ({ value: each.year, label: String(each.year) }))}
          onChange={onYear}
        />
        年度
      </span>
      {children}
    </div>
  );
}
