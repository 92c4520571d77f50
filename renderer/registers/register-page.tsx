import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Scope } from '../../core/api.ts';
import type { Card } from '../../core/registers/card.ts';
import { type RegisterId, registerOf } from '../../core/registers/register.ts';
import { registerFigures } from '../../core/registers/totals.ts';
import { type BookDesk, useDeskState } from '../book/book-desk.ts';
import { ViewTabs } from '../checks/view-tabs.tsx';
import { EntryStatus } from '../entry/entry-status.tsx';
import { SheetTabs } from '../entry/sheet-tabs.tsx';
import { countsBySheet } from '../findings/counts.ts';
import { CloseButton } from '../parts/close-button.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { SmallSelect } from '../parts/small-select.tsx';
import { Strip } from '../parts/strip.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { type BookFrame, Shell } from '../shell/shell.tsx';
import { ariaKeys, useShortcut } from '../shortcut.ts';
import { BeginStrip } from './begin-strip.tsx';
import { CardForm } from './card-form.tsx';
import { CardImportView } from './card-import-view.tsx';
import { CardList } from './card-list.tsx';
import { CardPanel } from './card-panel.tsx';
import { DisclosureText } from './disclosure-text.tsx';
import { ImportProgress } from './import-progress.tsx';
import { Reconciliation } from './reconciliation.tsx';
import { RegisterTotals } from './register-totals.tsx';
import { type CardFilter, filteredCards, filteredField, STATE_FILTERS, shownCards } from './shown-cards.ts';
import { useCardForm } from './use-card-form.ts';
import { useCardImport } from './use-card-import.ts';
import { useRegister } from './use-register.ts';

interface RegisterPageProps {
  readonly frame: BookFrame;
  readonly scope: Scope;
  readonly desk: BookDesk;
  readonly register: RegisterId;
  readonly onUnsaved: () => void;
}

const NO_FILTER: CardFilter = { text: '', state: 'there', choice: '' };
const NO_CARDS: readonly Card[] = [];
const NOTHING = () => undefined;
const LATER = Number.POSITIVE_INFINITY;

/** 公务用车, 大型设备, 资产卡片: what a unit has, and what happened to it. */
export function RegisterPage({ frame, scope, desk, register: id, onUnsaved }: RegisterPageProps) {
  useDeskState(desk);
  const { year, unit } = scope;
  const { money, years } = frame.book;
  const register = registerOf(id);
  const { open, problem } = useRegister(id, scope, desk);
  const cards = open?.cards ?? NO_CARDS;
  const asKnown = open?.view.asKnown ?? null;
  const shown = useMemo(() => shownCards(cards, year, asKnown), [cards, year, asKnown]);
  const [filter, setFilter] = useState(NO_FILTER);
  const listed = useMemo(() => filteredCards(shown, register, filter), [shown, register, filter]);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = shown.find(({ card }) => card.card === chosenId) ?? null;
  const form = useCardForm({ desk, register, scope, money, shown }, (card) => {
    setChosenId(card);
    setFilter(NO_FILTER);
  });
  const figures = useMemo(
    () =>
      registerFigures(
        id,
        { cards, stocktakes: open?.view.stocktakes ?? [], asKnown: asKnown ?? undefined },
        year,
      ),
    [id, cards, open, asKnown, year],
  );
  const report = desk.memory.report(scope);
  const lock = years.find((each) => each.year === year)?.lock;
  const units = years.find((each) => each.year === year)?.units ?? [];
  const canRecord = unit !== null && lock === undefined && open !== null;
  const importing = useCardImport(scope, desk);
  const isBusy = importing.progress !== null;
  const [view, setView] = useState<'cards' | 'reconciliation'>('cards');
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const focusList = () => list.current?.querySelector<HTMLElement>('.card-list')?.focus();
  useEffect(() => {
    if (!desk.memory.awaitsFocus || open === null) return;
    desk.memory.awaitsFocus = false;
    list.current?.querySelector<HTMLElement>('.card-list, .register-empty button')?.focus();
  }, [desk, open]);
  useShortcut('Ctrl+I', () => canRecord && form.begin({ card: null, kind: 'add', replaces: null }));
  useShortcut('Ctrl+F', () => search.current?.focus());

  const isListed = open !== null && importing.preview === null && view === 'cards';
  const field = filteredField(register);
  const panel =
    form.draft !== null ? (
      <CardForm
        register={register}
        money={money}
        draft={form.draft}
        card={shown.find(({ card }) => card.card === form.draft?.card) ?? null}
        faults={form.faults}
        refused={form.refused}
        isBusy={form.isBusy}
        onChange={form.change}
        onSave={() => void form.save()}
        onCancel={() => {
          form.cancel();
          queueMicrotask(focusList);
        }}
      />
    ) : (
      chosen && (
        <CardPanel register={register} card={chosen} money={money} onTask={canRecord ? form.begin : null} />
      )
    );

  return (
    <Shell
      {...frame}
      counts={report ? countsBySheet(report) : undefined}
      panel={
        panel && (
          <aside className="side-panel register-panel" aria-label={register.card}>
            {form.draft === null && (
              <div className="register-panel-close">
                <CloseButton label="收起右侧" onClick={() => setChosenId(null)} />
              </div>
            )}
            <div className="panel-body">{panel}</div>
          </aside>
        )
      }
      status={
        <EntryStatus
          desk={desk}
          report={null}
          selection={open === null ? '' : `${listed.length} / ${shown.length} ${register.counter}`}
          money={money}
          zoom={1}
          onUnsaved={onUnsaved}
          onFindings={NOTHING}
        />
      }
    >
      <PageHead title={register.name} detail={`来源 ${register.source}，登记 ${register.keeper}`}>
        {id === 'assets' && (
          <Button size="small" disabled={!canRecord || isBusy} onClick={() => void importing.begin()}>
            导入卡片…
          </Button>
        )}
        <Button
          size="small"
          type="primary"
          disabled={!canRecord || importing.preview !== null}
          title={unit === null ? '先在上面选一个单位' : undefined}
          aria-keyshortcuts={ariaKeys('Ctrl+I')}
          onClick={() => form.begin({ card: null, kind: 'add', replaces: null })}
        >
          登记增加 <KeyHint keys="Ctrl+I" />
        </Button>
      </PageHead>
      {frame.page && <SheetTabs page={frame.page} desk={desk} onPage={frame.onPage} />}
      {problem && <ProblemStrip problem={problem} />}
      {form.problem && <ProblemStrip problem={form.problem} onClose={form.dismiss} />}
      {importing.problem && <ProblemStrip problem={importing.problem} onClose={importing.dismiss} />}
      <div role="status">
        {importing.taken !== null && (
          <Strip level="fine" onClose={importing.dismiss}>
            <p>已读入 {importing.taken} 张卡片。</p>
          </Strip>
        )}
        {importing.progress !== null && (
          <ImportProgress progress={importing.progress} onStop={importing.leave} />
        )}
      </div>
      {importing.preview !== null && (
        <CardImportView
          key={importing.preview.file}
          preview={importing.preview}
          isBusy={isBusy}
          money={money}
          onChange={(choices) => void importing.change(choices)}
          onReread={() => void importing.reread()}
          onTake={() => void importing.take()}
          onLeave={importing.leave}
        />
      )}
      {open !== null && importing.preview === null && (
        <>
          {(shown.length > 0 || (open.view.begin ?? LATER) <= year) && (
            <RegisterTotals
              register={id}
              year={year}
              figures={figures}
              runningAverage={open.view.disclosure?.runningAverage ?? null}
              money={money}
            />
          )}
          {lock !== undefined && (
            <p className="strip elsewhere">
              {year} 年度已锁定，这里是锁定时的登记簿，之后的变动计入没有锁定的年度。
            </p>
          )}
          {unit !== null && lock === undefined && (
            <BeginStrip register={register} year={year} unit={unit} begin={open.view.begin} desk={desk} />
          )}
          {id !== 'assets' && open.view.disclosure !== null && shown.length > 0 && (
            <DisclosureText register={id} disclosure={open.view.disclosure} />
          )}
          {id === 'assets' && shown.length > 0 && (
            <ViewTabs
              label="资产卡片的各页"
              current={view}
              onTab={setView}
              tabs={[
                { id: 'cards', name: '卡片', count: '' },
                { id: 'reconciliation', name: '与资产年报核对', count: '' },
              ]}
            />
          )}
        </>
      )}
      {isListed && (
        <search className="card-filter">
          <input
            ref={search}
            type="text"
            aria-label={`查找${register.card}`}
            placeholder={`${register.fields[0]?.name ?? ''}、${register.fields[1]?.name ?? ''}`}
            value={filter.text}
            onChange={(event) => setFilter({ ...filter, text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === 'ArrowDown') {
                event.preventDefault();
                const [first] = listed;
                if (first !== undefined) setChosenId(first.card.card);
                focusList();
              }
            }}
          />
          <KeyHint keys="Ctrl+F" />
          <SmallSelect
            className="state-filter"
            label="状态"
            value={filter.state}
            options={STATE_FILTERS}
            onChange={(state) => setFilter({ ...filter, state })}
          />
          {field !== null && (
            <SmallSelect
              className="choice-filter"
              label={field.name}
              value={filter.choice}
              options={[
                { value: '', label: `全部${field.name}` },
                ...(field.choices ?? []).map((choice) => ({ value: choice.id, label: choice.name })),
              ]}
              onChange={(choice) => setFilter({ ...filter, choice })}
            />
          )}
        </search>
      )}
      {open !== null && importing.preview === null && view === 'reconciliation' && (
        <div
          id="check-body"
          className="card-import-body"
          role="tabpanel"
          aria-labelledby="check-reconciliation"
        >
          <Reconciliation
            scope={scope}
            desk={desk}
            cards={cards}
            totals={figures}
            money={money}
            onAssets={() => frame.onPage('assets')}
          />
        </div>
      )}
      {isListed && (
        <div className="sheet-body register-body" id="check-body" ref={list}>
          {shown.length === 0 ? (
            <div className="register-empty">
              <p>
                {unit === null
                  ? `各单位都还没有登记${register.card}，先选一个单位再登记。`
                  : `还没有登记${register.card}。登记在用的每一${register.id === 'vehicles' ? '辆' : '件'}，年末的数量和价值就由这里算出，不再另录。`}
              </p>
              {canRecord && id === 'assets' && (
                <Button size="small" onClick={() => void importing.begin()}>
                  导入资产系统的卡片清单…
                </Button>
              )}
              {canRecord && (
                <Button size="small" onClick={() => form.begin({ card: null, kind: 'add', replaces: null })}>
                  登记增加
                </Button>
              )}
            </div>
          ) : (
            <CardList
              register={register}
              cards={listed}
              money={money}
              units={unit === null ? units : null}
              chosen={chosenId}
              onChoose={({ card }) => {
                if (form.draft === null) setChosenId(card.card);
              }}
              onOpen={() => document.querySelector<HTMLElement>('.card-panel button')?.focus()}
            />
          )}
        </div>
      )}
    </Shell>
  );
}
