import { Button } from 'antd';
import type { Comparison, Difference } from '../../core/comparison/comparison.ts';
import { headline } from '../../core/comparison/headline.ts';
import { LevelSign } from '../parts/level-sign.tsx';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { differencesByTable } from './grouping.ts';
import type { ComparisonState } from './use-comparison.ts';

interface ComparisonPanelProps {
  readonly state: ComparisonState;
  /** the book was changed after it was compared */
  readonly isOutdated: boolean;
  readonly selected: Difference | null;
  readonly onSelect: (difference: Difference) => void;
}

/** 核对: what came of comparing the tables with the approved ones. */
export function ComparisonPanel({ state, isOutdated, selected, onSelect }: ComparisonPanelProps) {
  const { comparison, isRunning, problem } = state;
  return (
    <section className="comparison" aria-label="与批复表核对" aria-busy={isRunning}>
      <p role="status" className="panel-line">
        {isRunning && '选好工作簿后逐格核对，稍候。'}
      </p>
      {problem && <ProblemStrip problem={problem} onClose={state.dismiss} />}
      {comparison && (
        <>
          <p className="comparison-file">
            <b>{comparison.file}</b>
            <Button size="small" disabled={isRunning} onClick={() => void state.start()}>
              重新核对…
            </Button>
          </p>
          {isOutdated && (
            <p className="comparison-outdated">
              <LevelSign level="verify" />
              可能已过时：核对以后账簿或格式改过，重新核对一次。
            </p>
          )}
          <Outcome comparison={comparison} selected={selected} onSelect={onSelect} />
        </>
      )}
    </section>
  );
}

type OutcomeProps = Pick<ComparisonPanelProps, 'selected' | 'onSelect'> & { readonly comparison: Comparison };

/** The sign before the headline; a difference is said in words alone. */
function levelOf({ differences, compared, complete, missing }: Comparison) {
  if (compared.length === 0 || differences.length > 0) return null;
  if (!complete) return 'verify';
  return missing.length === 0 ? 'fine' : 'hint';
}

function Outcome({ comparison, selected, onSelect }: OutcomeProps) {
  const { differences, compared, missing, unrecognised } = comparison;
  const level = levelOf(comparison);
  const uncompared = compared.filter((each) => each.uncompared.length > 0);
  const groups = differencesByTable(differences);
  return (
    <>
      <p className="comparison-sum">
        {level !== null && (
          <>
            <LevelSign level={level} />{' '}
          </>
        )}
        {headline(comparison)}。
      </p>
      {groups.map(({ table, title, differences: own }) => (
        <DifferenceTable
          key={table}
          title={title}
          equal={compared.find((each) => each.table === table)?.equal ?? 0}
          differences={own}
          selected={selected}
          onSelect={onSelect}
        />
      ))}
      {uncompared.length > 0 && (
        <section>
          <h3>没有核对到的数</h3>
          <ul>
            {uncompared.map((each) => (
              <li key={each.table}>
                <b>{each.title}</b>：{each.uncompared.join('；')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {missing.length > 0 && (
        <section>
          <h3>批复表里没有找到的表</h3>
          <ul>
            {missing.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </section>
      )}
      {unrecognised.length > 0 && (
        <section>
          <h3>没有认出的工作表</h3>
          <ul>
            {unrecognised.map(({ sheet, reason }) => (
              <li key={sheet}>
                <b>{sheet}</b>：{reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <AgreedTables comparison={comparison} />
    </>
  );
}

function AgreedTables({ comparison: { compared, differences } }: { readonly comparison: Comparison }) {
  const agreed = compared.filter(
    ({ table, uncompared }) => uncompared.length === 0 && !differences.some((each) => each.table === table),
  );
  if (agreed.length === 0) return null;
  return (
    <section>
      <h3>一致的表</h3>
      <ul className="agreed-tables">
        {agreed.map(({ table, title, equal }) => (
          <li key={table}>
            <span>{title}</span>
            <span className="amount">{equal} 格</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
