import { useState } from 'react';
import type { Scope } from '../../core/api.ts';
import { ADJUSTMENT_UNIT } from '../../core/figures/figure.ts';
import type { BookDesk } from '../book/book-desk.ts';
import { useDeskState } from '../book/book-desk.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { SavedStatus } from '../shell/saved-status.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';
import { BeginImport } from './begin-import.tsx';
import { ImportReview } from './import-review.tsx';
import { type Target, useFollowing, useImportSession } from './import-session.ts';
import { TakenStrip } from './taken-strip.tsx';
import { TargetLine } from './target-line.tsx';

interface ImportPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  /** figures have gone into the book: what was read before no longer holds */
  readonly onTaken: () => void;
  readonly onUnsaved: () => void;
}

const KIND_NAMES = {
  reports: '财决报表',
  table: '录入表',
  book: '单位数据',
  published: '上年公开表',
} as const;

/** 导入: what files hold is looked at row by row, then taken in. */
export function ImportPage({ frame, scope, desk, onTaken, onUnsaved }: ImportPageProps) {
  useDeskState(desk);
  const { book } = frame;
  const { session, state } = useImportSession(desk);
  const { preview, choices, work, problem, taken } = state;
  const [isUnready, setIsUnready] = useState(false);
  const units = book.years.find(({ year }) => year === scope.year)?.units ?? [];
  // of a department that is a single unit there is no choice
  const unit = scope.unit ?? (units.length === 1 ? (units[0]?.code ?? null) : null);
  useFollowing(session, scope.year, unit, desk.revision);

  const toUnit = (code: string) => {
    setIsUnready(false);
    frame.onUnit(code);
    session.change((old) => ({ ...old, unit: code }));
  };

  function withTarget(act: (target: Target) => void) {
    if (unit !== null) act({ year: scope.year, unit });
  }

  async function take() {
    const into = choices?.unit;
    if (!(await session.take())) return;
    desk.tookIn();
    onTaken();
    // what is looked at next is what went in
    if (into !== undefined && into !== scope.unit) frame.onUnit(into);
  }

  return (
    <Shell
      {...frame}
      panel={null}
      status={
        <>
          <SavedStatus desk={desk} onUnsaved={onUnsaved} />
          <span className="status-cell">{preview && <Keys />}</span>
          <span className="status-part">本机账簿，不联网</span>
        </>
      }
    >
      <PageHead
        title="导入"
        detail={
          preview ? (
            <>
              <span>{KIND_NAMES[preview.kind]}</span>
              <b>{preview.file}</b>
            </>
          ) : (
            <span>先逐行看过，再一次并入；有一行没有处理，就一个数也不进账簿</span>
          )
        }
      >
        {null}
      </PageHead>
      {problem && <ProblemStrip problem={problem} onClose={() => session.dismissProblem()} />}
      {preview && choices ? (
        <ImportReview
          key={preview.id}
          book={book}
          preview={preview}
          choices={choices}
          isBusy={work !== null}
          onYear={frame.onYear}
          onUnit={toUnit}
          onChange={(update) => session.change(update)}
          onTake={() => void take()}
          onLeave={() => session.leave()}
        />
      ) : (
        <>
          <div role="status">
            {taken && (
              <TakenStrip taken={taken} onPage={frame.onPage} onClose={() => session.dismissTaken()} />
            )}
          </div>
          <TargetLine book={book} year={scope.year} unit={unit} onYear={frame.onYear} onUnit={toUnit}>
            {unit === null && (
              <p className={isUnready ? 'unready' : undefined} role={isUnready ? 'alert' : undefined}>
                上面选的是{frame.scope?.unit === ADJUSTMENT_UNIT ? '差额表' : '部门汇总'}
                ，数要落到一个单位里，先选定单位
              </p>
            )}
          </TargetLine>
          <div className="import-begin" aria-busy={work !== null}>
            <h2>{work === 'reading' ? '正在读取…' : taken ? '再导入' : '从哪里导入'}</h2>
            <BeginImport
              canBegin={unit !== null}
              isReading={work !== null}
              onUnready={() => {
                setIsUnready(true);
                document.querySelector<HTMLElement>('.import-target input')?.focus();
              }}
              onFile={(kind) => withTarget((target) => session.begin(kind, target, desk.revision))}
              onPaste={(text) => withTarget((target) => session.paste(text, target, desk.revision))}
            />
          </div>
        </>
      )}
    </Shell>
  );
}

function Keys() {
  return (
    <span className="import-keys">
      <span>
        <KeyHint keys="F8" /> 下一处待处理
      </span>
      <span>
        <KeyHint keys="Enter" /> 改这一格
      </span>
      <span>
        <KeyHint keys="Ctrl+Delete" /> 不取此行
      </span>
    </span>
  );
}
