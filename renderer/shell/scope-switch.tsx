import type { OpenedBook, Scope } from '../../core/api.ts';
import { SmallSelect } from '../parts/small-select.tsx';
import { lockOf, unitOptions } from './scope.ts';

interface ScopeSwitchProps {
  readonly book: OpenedBook;
  readonly scope: Scope;
  readonly onYear: (year: number) => void;
  readonly onUnit: (unit: string | null) => void;
}

/** Whose figures, and of which year. */
export function ScopeSwitch({ book, scope, onYear, onUnit }: ScopeSwitchProps) {
  return (
    <>
      <div className="switch">
        <span aria-hidden="true">单位</span>
        <SmallSelect
          className="unit-switch"
          label="单位"
          value={scope.unit ?? ''}
          options={unitOptions(book, scope.year)}
          searchable
          onChange={(unit) => onUnit(unit === '' ? null : unit)}
        />
      </div>
      <div className="switch">
        <span aria-hidden="true">年度</span>
        <SmallSelect
          className="year-switch"
          label="年度"
          value={scope.year}
          options={book.years.map(({ year }) => ({ value: year, label: String(year) }))}
          onChange={onYear}
        />
        {lockOf(book, scope.year) !== null && (
          <span className="locked-sign" title="这个年度已锁定，只能看，在“单位与年度”里解锁">
            已锁定
          </span>
        )}
      </div>
    </>
  );
}
