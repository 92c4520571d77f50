import { Button } from 'antd';
import type { Scope } from '../../core/api.ts';
import type { Overview, StepPlace } from '../../core/overview/overview.ts';
import type { BookDesk } from '../book/book-desk.ts';
import type { FindingWays } from '../book/ways.ts';
import { useChecks } from '../checks/use-checks.ts';
import { countsBySheet } from '../findings/counts.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { CheckStatus } from '../shell/check-status.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { isPage, type PageId } from '../shell/pages.ts';
import { SavedStatus } from '../shell/saved-status.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';
import { Begin } from './begin.tsx';
import { BalanceChart, ClassChart } from './charts.tsx';
import { EquationStrip } from './equation-strip.tsx';
import { NextList } from './next-list.tsx';
import { type Overviews, useOverview } from './overviews.ts';
import { ProgressTable } from './progress-table.tsx';

interface OverviewPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  readonly overviews: Overviews;
  readonly ways: FindingWays;
  readonly onUnsaved: () => void;
}

/** 总览: how far the year is, and what is best done next. */
export function OverviewPage({ frame, scope, desk, overviews, ways, onUnsaved }: OverviewPageProps) {
  const { overview, problem } = useOverview(overviews);
  const { report } = useChecks(scope, desk);
  const { book, onPage } = frame;

  function goTo(place: StepPlace) {
    switch (place.kind) {
      case 'page':
        if (place.unit !== undefined) frame.onUnit(place.unit);
        if (isPage(place.page)) onPage(place.page);
        return;
      case 'finding':
        ways.onSelect(place.key);
        onPage('checks');
        return;
      default:
        ways.onGoTo(place);
    }
  }

  return (
    <Shell
      {...frame}
      counts={report ? countsBySheet(report) : undefined}
      panel={null}
      status={
        <>
          <SavedStatus desk={desk} onUnsaved={onUnsaved} />
          {report && <CheckStatus checked={report} onFindings={() => onPage('checks')} />}
          <span className="status-cell" />
          <span className="status-part">本机账簿，不联网</span>
          <span className="status-part">{book.money === 'wan' ? '万元' : '元'}</span>
        </>
      }
    >
      <PageHead title="总览" detail={`${scope.year} 年度`}>
        <Button size="small" aria-keyshortcuts="F9" onClick={() => onPage('checks')}>
          全部检查
          <KeyHint keys="F9" />
        </Button>
      </PageHead>
      {problem && <ProblemStrip problem={problem} />}
      <div className="overview-body" aria-busy={overview === null}>
        {overview && (
          <>
            <Top overview={overview} frame={frame} report={report} />
            <ProgressTable
              sheets={overview.sheets}
              counts={report ? countsBySheet(report) : undefined}
              onPage={onPage}
              onPlace={goTo}
            />
            <NextList steps={overview.next} onPlace={goTo} />
            {overview.equation && (
              <>
                <ClassChart byClass={overview.byClass} money={book.money} />
                <BalanceChart balances={overview.balances} money={book.money} />
              </>
            )}
          </>
        )}
      </div>
    </Shell>
  );
}

interface TopProps {
  readonly overview: Overview;
  readonly frame: BookFrame;
  readonly report: ReturnType<typeof useChecks>['report'];
}

/** The equation of the year, or how to begin it. */
function Top({ overview, frame, report }: TopProps) {
  const { equation } = overview;
  const { book, scope } = frame;
  const units = book.years.find(({ year }) => year === scope?.year)?.units ?? [];
  const begin = (page: PageId, keys: boolean) => {
    // a department is only looked at
    if (keys && scope?.unit === null) frame.onUnit(units[0]?.code ?? null);
    frame.onPage(page);
  };
  const isBegun = equation !== null && (equation.income !== 0 || equation.expenditure !== 0);
  return (
    <>
      {!isBegun && <Begin onPage={begin} />}
      {equation && <EquationStrip equation={equation} money={book.money} report={report} />}
    </>
  );
}
