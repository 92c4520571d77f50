import type { Scope } from '../../core/api.ts';
import type { CheckReport } from '../../core/checks/check-year.ts';
import type { FundView } from '../../core/entry/sheet-columns.ts';
import type { Fund, Measure } from '../../core/figures/sheets.ts';
import type { CardDraft } from '../registers/card-draft.ts';

/** How a sheet was left, so that it is found again so. */
interface LeftSheet {
  fund: FundView | null;
  measure: Measure;
  /** ids of the lines that were closed */
  closed: ReadonlySet<string>;
}

/** The panel of the entry pages, as the clerk left it. */
interface LeftPanel {
  /** `null`: she has neither opened nor closed it */
  isOpen: boolean | null;
  /** `null`: she has chosen none */
  tab: 'findings' | 'preview' | null;
}

const NONE_DECLINED: ReadonlySet<string> = new Set();

/** What the entry pages of an open book remember while another page is shown. Nothing of it belongs into the book. */
export class EntryMemory {
  /** the page that comes next is to have the keyboard in its grid */
  awaitsFocus = false;
  readonly panel: LeftPanel = { isOpen: null, tab: null };
  /** 抵销理由: what is keyed into the 差额表 takes it */
  reason = '';
  /** forms of the registers that were not finished, by register, year and unit */
  readonly cardDrafts = new Map<string, CardDraft>();
  /** transfers between units that the clerk has said are none, by year: see `transferKey` */
  readonly #declined = new Map<number, ReadonlySet<string>>();
  readonly #sheets = new Map<string, LeftSheet>();
  #report: { readonly scope: Scope; readonly report: CheckReport } | null = null;
  readonly #rows = new Map<string, { readonly row: string; readonly fund: Fund }[]>();

  sheet(id: string): LeftSheet {
    const left = this.#sheets.get(id) ?? { fund: null, measure: 'actual', closed: new Set() };
    this.#sheets.set(id, left);
    return left;
  }

  declined(year: number): ReadonlySet<string> {
    return this.#declined.get(year) ?? NONE_DECLINED;
  }

  decline(year: number, transfer: string): void {
    this.#declined.set(year, new Set([...this.declined(year), transfer]));
  }

  /** What the checks said last of a unit's year; `null`: they were last asked about another one. */
  report({ year, unit }: Scope): CheckReport | null {
    const last = this.#report;
    return last?.scope.year === year && last.scope.unit === unit ? last.report : null;
  }

  keepReport({ year, unit }: Scope, report: CheckReport): void {
    this.#report = { scope: { year, unit }, report };
  }

  /** rows that were added and may have no figure yet */
  rows(year: number, unit: string | null, sheet: string): { readonly row: string; readonly fund: Fund }[] {
    const key = JSON.stringify([year, unit, sheet]);
    const rows = this.#rows.get(key) ?? [];
    this.#rows.set(key, rows);
    return rows;
  }
}
