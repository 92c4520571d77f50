import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Scope } from '../../core/api.ts';
import type { BookDesk } from '../book/book-desk.ts';
import type { FindingWays } from '../book/ways.ts';
import { countsBySheet, isOfDepartment, rulesPassed } from '../findings/counts.ts';
import { explanationTexts } from '../findings/explanation-texts.ts';
import { FindingCard } from '../findings/finding-card.tsx';
import { Uncontrolled } from '../findings/uncontrolled.tsx';
import { useFindingSteps } from '../findings/use-finding-steps.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { CheckStatus } from '../shell/check-status.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { SavedStatus } from '../shell/saved-status.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';
import { SidePanel } from '../shell/side-panel.tsx';
import { usePanel } from '../shell/use-panel.ts';
import { useShortcut } from '../shortcut.ts';
import { FindingsList } from './findings-list.tsx';
import { LevelFilter } from './level-filter.tsx';
import { RulesList } from './rules-list.tsx';
import { SelfTestList } from './self-test-list.tsx';
import { type Filter, shownFindings } from './shown-findings.ts';
import { useChecks } from './use-checks.ts';
import { useSelfTest } from './use-self-test.ts';
import { type ViewTab, ViewTabs } from './view-tabs.tsx';

interface ChecksPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  readonly ways: FindingWays;
  readonly onUnsaved: () => void;
}

type View = 'findings' | 'rules' | 'self-test';

/** px of the window from which list and card have room beside each other */
const ROOM_FOR_BOTH = 1200;

/** 检查: all that the checks of a unit or the department say, the rules behind it, and whether the rules work. */
export function ChecksPage({ frame, scope, desk, ways, onUnsaved }: ChecksPageProps) {
  const checked = useChecks(scope, desk);
  const selfTest = useSelfTest();
  const [view, setView] = useState<View>('findings');
  const [filter, setFilter] = useState<Filter>('open');
  const panel = usePanel<'finding'>({ standard: 'finding', keys: 'F4', openFrom: ROOM_FOR_BOTH });
  const { report } = checked;
  useShortcut('F9', checked.runAgain);

  const findings = report?.findings ?? [];
  const shown = shownFindings(findings, filter);
  // a line that the filter leaves out has no card either
  const selected = shown.find(({ key }) => key === ways.selected);
  const select = (key: string | null) => {
    ways.onSelect(key);
    panel.open('finding');
  };
  // one stays on the page: the card has the ways to the cells
  useFindingSteps(view === 'findings' ? { findings: shown } : null, null, {
    ...ways,
    onSelect: select,
    canGoTo: () => false,
  });

  function startSelfTest() {
    setView('self-test');
    void selfTest.run();
  }

  const { all, passed } = rulesPassed(report?.tally ?? [], null);
  const tested = selfTest.result;
  const tabs: ViewTab<View>[] = [
    {
      id: 'findings',
      name: '查出的问题',
      count: report ? String(shownFindings(findings, 'open').length) : '',
    },
    { id: 'rules', name: '规则', count: report ? `${passed}/${all} 条通过` : '' },
    ...(tested !== null || selfTest.isRunning || selfTest.problem !== null
      ? [
          {
            id: 'self-test',
            name: '规则自检',
            count: tested ? `${tested.passed}/${tested.results.length}` : '',
          } as const,
        ]
      : []),
  ];

  const bodies: Readonly<Record<View, ReactNode>> = {
    findings: report && (
      <>
        <Uncontrolled report={report} isShown={false} onPage={frame.onPage} />
        <LevelFilter findings={findings} current={filter} onFilter={setFilter} />
        {shown.length > 0 ? (
          <FindingsList
            findings={shown}
            selected={ways.selected}
            showsWhere={isOfDepartment(report.tally)}
            onSelect={select}
          />
        ) : (
          <p className="no-findings">这一类没有。</p>
        )}
      </>
    ),
    rules: <RulesList tally={report?.tally ?? null} />,
    'self-test': selfTest.problem ? (
      <ProblemStrip problem={selfTest.problem} />
    ) : tested !== null ? (
      <SelfTestList result={tested} />
    ) : (
      <p className="no-findings">每条规则在一正一反两个例子上运行，稍候。</p>
    ),
  };

  return (
    <Shell
      {...frame}
      counts={report ? countsBySheet(report) : undefined}
      panel={
        panel.tab &&
        view === 'findings' && (
          <SidePanel
            label="选中的一条"
            keys="F4"
            tabs={[{ id: 'finding', name: '选中的一条', count: 0 }]}
            current="finding"
            onTab={panel.open}
            onClose={panel.close}
          >
            {report && selected ? (
              <FindingCard
                key={selected.key}
                finding={selected}
                isSelected
                ways={ways}
                texts={explanationTexts(findings)(selected)}
                showsWhere={isOfDepartment(report.tally)}
              />
            ) : (
              <div className="panel-hint">
                <p>在左边选一条，这里列出两边的数、来源数和去处，要说明的也在这里写。</p>
                <p>
                  <KeyHint keys="F8" />
                  下一条，
                  <KeyHint keys="Shift+F8" />
                  上一条
                </p>
              </div>
            )}
          </SidePanel>
        )
      }
      status={
        <>
          <SavedStatus desk={desk} onUnsaved={onUnsaved} />
          {report && <CheckStatus checked={report} onFindings={() => setView('findings')} />}
          <span className="status-cell" />
          <span className="status-part">本机账簿，不联网</span>
          <span className="status-part">万元</span>
        </>
      }
    >
      <PageHead
        title="检查"
        detail={
          report && (
            <>
              <span>
                {all} 条规则有数可查，{passed} 条通过
              </span>
              <span>{checked.isRunning ? '正在检查' : `检查于 ${checked.at}`}</span>
            </>
          )
        }
      >
        <Button size="small" disabled={selfTest.isRunning} onClick={startSelfTest}>
          规则自检
        </Button>
        <Button size="small" type="primary" aria-keyshortcuts="F9" onClick={checked.runAgain}>
          全部检查
          <KeyHint keys="F9" />
        </Button>
      </PageHead>
      {checked.problem && <ProblemStrip problem={checked.problem} />}
      <ViewTabs tabs={tabs} current={view} onTab={setView} />
      <div
        className="check-body"
        id="check-body"
        role="tabpanel"
        aria-labelledby={`check-${view}`}
        aria-busy={checked.isRunning}
        // what only scrolls is reached by the keyboard too
        tabIndex={view === 'findings' ? undefined : 0}
      >
        {bodies[view]}
      </div>
    </Shell>
  );
}
