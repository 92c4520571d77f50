import type { Finding } from '../../core/checks/finding.ts';
import { FILTERS, type Filter, shownFindings } from './shown-findings.ts';

interface LevelFilterProps {
  readonly findings: readonly Finding[];
  readonly current: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Which findings are listed, and how many there are of each kind. */
export function LevelFilter({ findings, current, onFilter }: LevelFilterProps) {
  return (
    <fieldset className="measure-switch level-filter" aria-label="列出">
      {FILTERS.map(({ id, name }) => (
        <button key={id} type="button" aria-pressed={id === current} onClick={() => onFilter(id)}>
          {name} {shownFindings(findings, id).length}
        </button>
      ))}
    </fieldset>
  );
}
