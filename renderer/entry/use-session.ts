import { useMemo } from 'react';
import type { Scope } from '../../core/api.ts';
import { Classification } from '../../core/classification/classification.ts';
import type { EditKind, FigureEdit, SheetContent, TextEdit } from '../../core/entry/edit.ts';
import { ADJUSTMENT_UNIT, CONTROL_SHEET, DEPARTMENT_UNIT } from '../../core/figures/figure.ts';
import type { SheetDefinition } from '../../core/figures/sheets.ts';
import type { MoneyUnit } from '../../core/money/fen.ts';
import type { Problem } from '../../core/problems.ts';
import type { Result } from '../../core/result.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { call, callNow } from '../bridge.ts';
import { useReply } from '../use-reply.ts';
import { fundViews } from './fund-tabs.tsx';
import { SheetSession } from './sheet-session.ts';

/**
 * Whose figures are keyed in a sheet of the chosen unit: of the department as a whole its own 核对数, nothing else. `null`:
 * they can only be looked at.
 */
function keyedUnit(unit: string | null, { id }: SheetDefinition): string | null {
  return unit ?? (id === CONTROL_SHEET ? DEPARTMENT_UNIT : null);
}

/** Reads a sheet; again, where something was stored while it was read. */
async function readSheet(
  desk: BookDesk,
  year: number,
  unit: string | null,
  sheet: string,
): Promise<Result<SheetContent, Problem>> {
  for (;;) {
    const { revision } = desk;
    const reply = await call('sheet', { year, unit, sheet });
    if (desk.revision === revision) return reply;
  }
}

export interface OpenSession {
  /** `null` until main has answered */
  readonly session: SheetSession | null;
  /** false: the sheet of the unit or year now chosen is on its way, and the old one must not pass for it */
  readonly isCurrent: boolean;
  readonly problem: Problem | null;
}

/**
 * The sheet of the chosen unit and year, read from the book when the page is opened, the choice changes, or the book
 * was changed from outside the grid.
 */
export function useSession(
  scope: Scope,
  {
    sheet,
    money,
    isLocked,
  }: { readonly sheet: SheetDefinition; readonly money: MoneyUnit; readonly isLocked: boolean },
  desk: BookDesk,
  rereads: number,
): OpenSession {
  const question = { ...scope, sheet: sheet.id, rereads };
  const answered = useReply(question, ({ year, unit }) => readSheet(desk, year, unit, sheet.id));
  const { refused, memory } = desk;

  const session = useMemo(() => {
    if (answered?.reply.ok !== true) return null;
    const { year } = answered.question;
    const unit = keyedUnit(answered.question.unit, sheet);
    const left = memory.sheet(sheet.id);
    const funds = fundViews(sheet, unit);
    return new SheetSession(
      answered.reply.value,
      {
        sheet,
        year,
        unit,
        isLocked,
        money,
        classification: new Classification(year),
        refused,
        ...(unit === ADJUSTMENT_UNIT ? { reason: () => memory.reason } : {}),
        addedRows: memory.rows(year, unit, sheet.id),
        commit: (edits: readonly FigureEdit[], kind: EditKind, texts: readonly TextEdit[]) =>
          callNow('commit', {
            year,
            unit: unit ?? '',
            kind,
            edits: [...edits],
            ...(texts.length === 0 ? {} : { texts: [...texts] }),
          }),
      },
      funds.find((fund) => fund === left.fund) ?? funds[0] ?? '',
      left.measure,
    );
  }, [answered, sheet, money, isLocked, refused, memory]);

  return {
    session,
    isCurrent: JSON.stringify(answered?.question) === JSON.stringify(question),
    problem: answered?.reply.ok === false ? answered.reply.error : null,
  };
}
