import { ConfigProvider } from 'antd';
import type { OpenedBook } from '../../core/api.ts';
import { isBlankRow } from '../../core/setting-up/unit-rows.ts';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { lockOf } from '../shell/scope.ts';
import { UnitsEditor } from './units-editor.tsx';
import { useUnits } from './use-units.ts';

interface UnitsSectionProps {
  readonly book: OpenedBook;
  readonly year: number;
  readonly onStored: (book: OpenedBook) => void;
}

/** The units of the year that is chosen above. */
export function UnitsSection({ book, year, onStored }: UnitsSectionProps) {
  const own = book.years.find((each) => each.year === year)?.units ?? [];
  const isLocked = lockOf(book, year) !== null;
  const units = useUnits({ year, units: own, onStored });
  return (
    <section className="box setup-box units-box" aria-labelledby="units-title">
      <h2 id="units-title">
        {year} 年度的单位 <small>{own.length} 个</small>
      </h2>
      {units.problem && <ProblemStrip problem={units.problem} onClose={units.dismiss} />}
      <fieldset disabled={isLocked} aria-label="单位">
        <ConfigProvider componentDisabled={isLocked}>
          <UnitsEditor
            rows={units.rows}
            showsFaults={(row) => !isBlankRow(row)}
            onChange={units.change}
            onDone={units.store}
          />
        </ConfigProvider>
      </fieldset>
      <p className="field-hint">
        {isLocked
          ? `${year} 年度已锁定，单位只能看。`
          : '有数、批注或文字的单位不能移去，也不能改代码。名称和性质只改这一年度。'}
      </p>
    </section>
  );
}
