import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { OpenedBook } from '../../core/api.ts';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { SmallSelect } from '../parts/small-select.tsx';
import { Strip } from '../parts/strip.tsx';
import { lockOf } from '../shell/scope.ts';
import { PlanView } from './plan-view.tsx';
import { useNewYear } from './use-new-year.ts';
import { YearLock } from './year-lock.tsx';

interface YearsSectionProps {
  readonly book: OpenedBook;
  /** shown above */
  readonly year: number;
  readonly onYear: (year: number) => void;
  readonly onOpened: (book: OpenedBook, year: number) => void;
}

/** The years of the book, and the next one: what it would take over is told before it is opened. */
export function YearsSection({ book, year, onYear, onOpened }: YearsSectionProps) {
  const [from, setFrom] = useState(book.years[0]?.year ?? year);
  const [done, setDone] = useState('');
  const next = useNewYear(from, (opened, openedYear) => {
    setDone(`已开启 ${openedYear} 年度，上年末和上年决算在各录入表里。`);
    onOpened(opened, openedYear);
    setFrom(openedYear);
  });
  const { plan, problem, read } = next;
  // units may have come or gone beside it
  // biome-ignore lint/correctness/useExhaustiveDependencies: the plan is read again with each change of the book
  useEffect(() => void read(), [book, read]);

  const shown = book.years.find((each) => each.year === year);
  const isLocked = (of: number) => lockOf(book, of) !== null;

  return (
    <section className="box setup-box" aria-labelledby="years-title">
      <h2 id="years-title">年度</h2>
      <ul className="year-list">
        {next.years.map((each) => (
          <li key={each.year}>
            <button
              type="button"
              aria-current={each.year === year ? 'true' : undefined}
              onClick={() => onYear(each.year)}
            >
              <b>{each.year}</b>
              <span>{each.units} 个单位</span>
              <span>{isLocked(each.year) ? '已锁定' : each.hasFigures ? '有数' : '空'}</span>
            </button>
          </li>
        ))}
      </ul>
      <div role="status">
        {done !== '' && (
          <Strip level="fine" onClose={() => setDone('')}>
            <p>{done}</p>
          </Strip>
        )}
      </div>
      {shown !== undefined && (
        <YearLock key={year} year={shown} onChanged={(changed) => onOpened(changed, year)} />
      )}
      <h3>新开年度</h3>
      {book.years.length > 1 && (
        <p className="from-year">
          从
          <SmallSelect
            className="year-switch"
            label="从哪个年度结转"
            value={from}
            options={book.years.map((each) => ({ value: each.year, label: String(each.year) }))}
            onChange={setFrom}
          />
          年度结转到 {from + 1} 年度
        </p>
      )}
      {problem && <ProblemStrip problem={problem} onClose={next.dismiss} />}
      {plan?.obstacle && <p className="obstacle">{plan.obstacle}</p>}
      {plan && plan.obstacle === null && (
        <>
          <PlanView plan={plan} kept={next.kept} onToggle={next.toggle} />
          <Button disabled={next.isBusy} onClick={() => void next.open()}>
            开启 {plan.to} 年度
          </Button>
        </>
      )}
    </section>
  );
}
