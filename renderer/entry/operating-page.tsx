import { useMemo, useState } from 'react';
import type { Scope } from '../../core/api.ts';
import { Classification } from '../../core/classification/classification.ts';
import type { SheetContent } from '../../core/entry/edit.ts';
import { type OperatingLine, operatingLines } from '../../core/entry/operating-lines.ts';
import type { ComputedSheet } from '../../core/figures/computed-sheets.ts';
import { CONTROL_SHEET, type Unit } from '../../core/figures/figure.ts';
import type { Problem } from '../../core/problems.ts';
import { type Result, success } from '../../core/result.ts';
import { type BookDesk, useDeskState } from '../book/book-desk.ts';
import { call } from '../bridge.ts';
import { EntryGrid } from '../entry-grid/entry-grid.tsx';
import { countsBySheet } from '../findings/counts.ts';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { usePreference } from '../preferences.ts';
import { PageHead } from '../shell/page-head.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';
import { useReply } from '../use-reply.ts';
import { EntryStatus } from './entry-status.tsx';
import { operatingColumns, operatingSource } from './operating-grid.ts';
import { SheetTabs } from './sheet-tabs.tsx';

interface OperatingPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  readonly sheet: ComputedSheet;
  readonly onUnsaved: () => void;
}

const NOTHING = () => undefined;

/** 机关运行经费: what follows from 经济分类, unit by unit, beside what was keyed to compare it with. */
export function OperatingPage({ frame, scope, desk, sheet, onUnsaved }: OperatingPageProps) {
  useDeskState(desk);
  const { year, unit } = scope;
  const { money, years } = frame.book;
  const all = years.find((each) => each.year === year)?.units ?? [];
  const units = unit === null ? all : all.filter(({ code }) => code === unit);
  const question = { year, unit, revision: desk.revision };
  const answered = useReply(question, () => readLines(scope, units, sheet));
  const lines = answered?.reply.ok ? answered.reply.value : null;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [zoom, setZoom] = usePreference('gridZoom');
  const [widths, setWidths] = usePreference('columnWidths');
  const columns = useMemo(() => operatingColumns(sheet.id, widths), [sheet, widths]);
  const source = useMemo(() => operatingSource(lines ?? [], closed, money), [lines, closed, money]);
  const report = desk.memory.report(scope);
  const isEmpty = lines?.every(({ actual, prior }) => actual === null && prior === null) === true;

  return (
    <Shell
      {...frame}
      counts={report ? countsBySheet(report) : undefined}
      panel={null}
      status={
        <EntryStatus
          desk={desk}
          report={null}
          selection=""
          money={money}
          zoom={zoom}
          onUnsaved={onUnsaved}
          onFindings={NOTHING}
        />
      }
    >
      <PageHead title={sheet.name} detail={`来源 ${sheet.source}，${sheet.keeper}`}>
        {null}
      </PageHead>
      {frame.page && <SheetTabs page={frame.page} desk={desk} onPage={frame.onPage} />}
      <p className="strip elsewhere">
        {sheet.law}，这里只看不录。款级数在
        <button type="button" className="link" onClick={() => frame.onPage('economic')}>
          经济分类
        </button>
        录入，核对数在
        <button type="button" className="link" onClick={() => frame.onPage('control')}>
          核对数
        </button>
        录入。
      </p>
      {answered?.reply.ok === false && <ProblemStrip problem={answered.reply.error} />}
      <div className="sheet-body">
        <EntryGrid
          label={`${sheet.name}（计算）`}
          columns={columns}
          source={source}
          enterMoves="down"
          zoom={zoom}
          beside={null}
          emptyBody={
            isEmpty ? <p>还没有行政或参公单位的公用经费，先在“经济分类”里录入或导入款级数。</p> : undefined
          }
          onEdit={() => 0}
          onDiscard={NOTHING}
          onSkipped={NOTHING}
          onUndo={NOTHING}
          onRedo={NOTHING}
          onToggle={({ id }) =>
            setClosed((old) =>
              old.has(id) ? new Set([...old].filter((each) => each !== id)) : new Set([...old, id]),
            )
          }
          onSelect={NOTHING}
          onNote={NOTHING}
          onColumnWidth={(column, width) => setWidths({ ...widths, [`${sheet.id} ${column}`]: width })}
          onZoom={setZoom}
          onEditing={NOTHING}
        />
      </div>
    </Shell>
  );
}

/** Reads what the lines are made of: each unit's own sheet, and the 核对数 of each and of the whole. */
async function readLines(
  { year, unit }: Scope,
  units: readonly Unit[],
  { of, control: row }: ComputedSheet,
): Promise<Result<readonly OperatingLine[], Problem>> {
  const whole = await call('sheet', { year, unit, sheet: CONTROL_SHEET });
  if (!whole.ok) return whole;
  const read = await Promise.all(
    units.map(async (each) => ({
      unit: each,
      economic: await call('sheet', { year, unit: each.code, sheet: of }),
      control: await call('sheet', { year, unit: each.code, sheet: CONTROL_SHEET }),
    })),
  );
  const members = [];
  for (const { unit: each, economic, control } of read) {
    if (!economic.ok) return economic;
    if (!control.ok) return control;
    members.push({ unit: each, economic: economic.value.figures, control: controlIn(control.value, row) });
  }
  return success(operatingLines(members, controlIn(whole.value, row), new Classification(year)));
}

function controlIn({ figures }: SheetContent, row: string): number | null {
  const found = figures.find((each) => each.row === row && each.fund === '' && each.column === 'amount');
  return found?.value ?? null;
}
