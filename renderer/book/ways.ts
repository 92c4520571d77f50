import type { OpenedBook, Scope } from '../../core/api.ts';
import type { Finding, Place } from '../../core/checks/finding.ts';
import {
  ADJUSTABLE_SHEETS,
  ADJUSTMENT_UNIT,
  CONTROL_SHEET,
  DEPARTMENT_UNIT,
} from '../../core/figures/figure.ts';
import type { Problem } from '../../core/problems.ts';
import { pageOfSheet } from '../shell/pages.ts';
import type { Draft } from './drafts.ts';
import type { BookCell } from './refused-cells.ts';

/** How findings are gone through, on whichever page they are seen. The ways stay the same objects within a scope. */
export interface FindingWays {
  /** key of the finding that is looked at; `null`: none */
  readonly selected: string | null;
  readonly onSelect: (key: string | null) => void;
  readonly onGoTo: (place: Place) => void;
  /** false: no page shows the place */
  readonly canGoTo: (place: Place) => boolean;
  /** false: the page that shows it belongs to another unit or year than the one chosen */
  readonly isInScope: (place: Place) => boolean;
  /** Writes what the clerk says about a finding; blank takes it away. @returns why it was not stored; `null`: it was */
  readonly onExplain: (finding: Finding, text: string) => Problem | null;
  /** what was written about a finding before and could not be stored; `null`: nothing */
  readonly draftOf: (finding: Finding) => Draft | null;
  /** Keeps what could not be stored; `null`: there is nothing any more. */
  readonly onDraft: (finding: Finding, draft: Draft | null) => void;
}

/** What has to be chosen to see a cell: those of the department as a whole are seen with 部门汇总. */
export function scopeOfCell({ year, unit }: Pick<BookCell, 'year' | 'unit'>): Scope {
  return { year, unit: unit === DEPARTMENT_UNIT ? null : unit };
}

/** Whether a place of a finding can be shown: a year that is not in the book has no page. */
export function canShow({ years }: Pick<OpenedBook, 'years'>, place: Place): boolean {
  if (place.kind === 'cell') return true;
  if (pageOfSheet(place.sheet) === null) return false;
  const units = years.find(({ year }) => year === place.year)?.units;
  if (place.unit === DEPARTMENT_UNIT) return units !== undefined && place.sheet === CONTROL_SHEET;
  if (place.unit === ADJUSTMENT_UNIT) return units !== undefined && ADJUSTABLE_SHEETS.includes(place.sheet);
  return units?.some(({ code }) => code === place.unit) ?? false;
}
