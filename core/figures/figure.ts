import type { Fen } from '../money/fen.ts';
import type { Profile } from '../profiles/profile.ts';
import type { BookRegister } from '../registers/book-register.ts';
import type { Fund, Measure } from './sheets.ts';

/** administrative 行政 · civil-service-managed 参照公务员法管理的事业单位 · institution 事业. */
export const UNIT_KINDS = ['administrative', 'civil-service-managed', 'institution'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const UNIT_KIND_NAMES: Readonly<Record<UnitKind, string>> = {
  administrative: '行政',
  'civil-service-managed': '参公',
  institution: '事业',
};

/**
 * The pseudo-unit that holds the signed lines of the 差额(调整)表, which eliminate transfers between units of one
 * department. No real unit can have this code: see `isUnitCode`.
 */
export const ADJUSTMENT_UNIT = '差额表';

/** The pseudo-unit that holds the control figures 核对数 of the department as a whole, from its own 批复. */
export const DEPARTMENT_UNIT = '部门';

/** The sheet 核对数, the only one that DEPARTMENT_UNIT has. */
export const CONTROL_SHEET = 'control';

/** Sheets that the 差额表 may adjust; 财政拨款 is never eliminated, so only fund `other`. */
export const ADJUSTABLE_SHEETS: readonly string[] = ['income', 'expenditure'];

export function isUnitCode(code: string): boolean {
  return /^[0-9A-Za-z][0-9A-Za-z-]{0,19}$/.test(code);
}

/** Where a figure stands. One address holds one value; absent is blank, which is not 0. */
export interface FigureAddress {
  readonly unit: string;
  readonly sheet: string;
  /** see core/figures/row.ts for what stands in it */
  readonly row: string;
  readonly fund: Fund;
  readonly column: string;
  readonly measure: Measure;
}

export interface Figure extends FigureAddress {
  /** 分 in columns of kind `fen`, a whole number in columns of kind `count` */
  readonly value: number;
  /** why the line eliminates this amount; only, and always, in the 差额表 */
  readonly reason?: string;
}

/** Figures added up over the chosen units: what the tables are computed from. */
export interface SummedFigure extends Omit<FigureAddress, 'unit'> {
  readonly value: Fen;
}

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
}

/** One text of a unit, by slot (`reason.reception`, `duties`, …). */
export interface UnitText {
  readonly unit: string;
  readonly slot: string;
  readonly body: string;
}

/** What the clerk wrote beside a cell of a unit; it may stand on a blank cell. */
export interface UnitNote extends FigureAddress {
  readonly body: string;
}

/** A text cell of a sheet: what a row of the clerk's own is called. It belongs to no measure. */
export interface CellText {
  readonly unit: string;
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
  readonly body: string;
}

/** The slot of the text that every table made from a unit prints below it, such as 含推定数，非公开数据. */
export const TABLE_NOTICE_SLOT = 'table.notice';

export interface Department {
  readonly name: string;
  readonly region: string;
  /** id of the 报表格式 that its tables are printed in */
  readonly profile: string;
}

export interface BookYear {
  readonly year: number;
  readonly units: readonly Unit[];
  readonly figures: readonly Figure[];
  readonly texts: readonly UnitText[];
  /** absent: none */
  readonly notes?: readonly UnitNote[];
  readonly cellTexts?: readonly CellText[];
}

/** A whole figure book 账簿, as it travels between store and interchange file. */
export interface Book {
  readonly department: Department;
  /** 报表格式 that somebody made for this book, beside the built-in ones; absent: none */
  readonly profiles?: readonly Profile[];
  readonly years: readonly BookYear[];
  /** of units, in whatever years; absent: none is kept */
  readonly registers?: readonly BookRegister[];
}

export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2099;
