import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { OpenedBook } from '../../core/api.ts';
import { BUILT_IN_PROFILES } from '../../core/profiles/built-in.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { TopBar } from '../parts/top-bar.tsx';
import { Choice, Field, MONEY_CHOICES, MONEY_HINT } from '../setup/field.tsx';
import { RegionInput } from '../setup/region-input.tsx';
import { UnitsEditor } from '../setup/units-editor.tsx';
import { ariaKeys, useShortcut } from '../shortcut.ts';
import { useNewBook } from './use-new-book.ts';

interface NewBookPageProps {
  readonly today: Date;
  readonly onOpened: (book: OpenedBook) => void;
  readonly onBack: () => void;
}

const PROFILES = BUILT_IN_PROFILES.map(({ id, name }) => ({ value: id, label: name }));

/** 新建账簿: the department, its first year and its units; then where the file is to lie. */
export function NewBookPage({ today, onOpened, onBack }: NewBookPageProps) {
  const form = useRef<HTMLFormElement>(null);
  const book = useNewBook(today, onOpened);
  const { draft, faults, problem } = book;
  const [refused, setRefused] = useState(0);

  useEffect(() => {
    if (refused > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);

  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  function make() {
    if (!book.make()) setRefused((count) => count + 1);
  }
  useShortcut('Ctrl+Enter', make);

  /** Enter goes on to the next field of the form, as in the grid. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing || event.keyCode === 229)
      return;
    if (event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('.new-book-facts input') ?? [])];
    const stops = fields.filter((field) => field.type !== 'radio' || field.checked);
    const at = stops.indexOf(event.target);
    if (at === -1) return;
    event.preventDefault();
    const next = stops[at + 1];
    (next ?? form.current?.querySelector<HTMLElement>('[data-field="name"]'))?.focus();
  }

  return (
    <div className="start-frame">
      <title>新建账簿 - 明账</title>
      <TopBar />
      <main className="start-scroll">
        <div className="start-page new-book">
          <h1>新建账簿</h1>
          <p className="start-lead">一个部门一本账簿，一本账簿可以有多个年度。单位和年度以后都能改。</p>
          {problem && <ProblemStrip problem={problem} onClose={() => book.setProblem(null)} />}
          <form
            ref={form}
            className="box setup-form"
            onKeyDown={onKeyDown}
            onSubmit={(event) => {
              event.preventDefault();
              make();
            }}
          >
            <div className="new-book-facts">
              <Field label="部门名称" fault={faults?.name ?? null}>
                {(control) => (
                  <input
                    {...control}
                    maxLength={100}
                    value={draft.name}
                    onChange={(event) => book.setName(event.target.value)}
                  />
                )}
              </Field>
              <Field label="地区" hint="如 上海市普陀区，按它建议报表格式">
                {(control) => (
                  <RegionInput
                    {...control}
                    value={draft.region}
                    onChange={(event) => book.set({ region: event.target.value })}
                  />
                )}
              </Field>
              <Choice
                label="报表格式"
                value={book.profile}
                options={PROFILES}
                onChange={(profile) => book.set({ profile })}
              />
              <Choice
                label="金额单位"
                value={draft.money}
                options={MONEY_CHOICES}
                hint={MONEY_HINT}
                onChange={(money) => book.set({ money })}
              />
              <Field label="年度" fault={faults?.year ?? null}>
                {(control) => (
                  <input
                    {...control}
                    className="year-input"
                    inputMode="numeric"
                    maxLength={4}
                    value={draft.year}
                    onChange={(event) => book.set({ year: event.target.value })}
                  />
                )}
              </Field>
            </div>
            <h2>单位</h2>
            <UnitsEditor
              rows={draft.units}
              showsFaults={(row) => faults !== null && (row === draft.units[0] || row.name.trim() !== '')}
              onChange={(units) => book.set({ units })}
            />
            <div className="setup-actions">
              <Button type="primary" htmlType="submit" aria-keyshortcuts={ariaKeys('Ctrl+Enter')}>
                新建账簿… <KeyHint keys="Ctrl+Enter" />
              </Button>
              <Button onClick={onBack}>返回起始页</Button>
              <span className="field-hint">接着选账簿文件存放的位置</span>
            </div>
          </form>
        </div>
      </main>
    </div>
  );
}
