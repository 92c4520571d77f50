import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { MoneyUnit } from '../../core/money/fen.ts';
import { readDay } from '../../core/registers/dates.ts';
import type { CardChoices } from '../../core/registers/incoming/card-choices.ts';
import { CARD_MEANINGS, MEANING_NAMES, NEEDED_MEANINGS } from '../../core/registers/incoming/card-words.ts';
import type { CardsPreview } from '../../core/registers/incoming/plan-cards.ts';
import { fieldOf, registerOf } from '../../core/registers/register.ts';
import { ViewTabs } from '../checks/view-tabs.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { LevelSign } from '../parts/level-sign.tsx';
import { SmallSelect } from '../parts/small-select.tsx';
import { ariaKeys, useShortcut } from '../shortcut.ts';
import { ClassTotals } from './class-totals.tsx';

interface CardImportViewProps {
  readonly preview: CardsPreview;
  readonly isBusy: boolean;
  readonly money: MoneyUnit;
  readonly onChange: (choices: CardChoices) => void;
  readonly onReread: () => void;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

type View = 'bad' | 'columns' | 'classes' | 'changed' | 'missing' | 'totals';

/** The view that shows what stands in the way, or else what the list comes to. */
function firstView({ columns, counts, unknownClasses }: CardsPreview): View {
  if (NEEDED_MEANINGS.some((meaning) => !columns.some((column) => column.meaning === meaning)))
    return 'columns';
  if (unknownClasses.length > 0) return 'classes';
  return counts.bad > 0 ? 'bad' : 'totals';
}

/** A list of cards before it is taken in: what becomes of its rows, what stands in the way, and what it comes to. */
export function CardImportView(props: CardImportViewProps) {
  const { preview, isBusy, money, onChange, onReread, onTake, onLeave } = props;
  const { choices, counts, obstacle, sheets, unknownClasses } = preview;
  const [chosen, setChosen] = useState<View | null>(null);
  const view = chosen ?? firstView(preview);
  useShortcut('Ctrl+Enter', () => obstacle === null && !isBusy && onTake());
  const count = (number: number) => (number === 0 ? '' : String(number));

  return (
    <div className="card-import">
      <div className="import-target">
        <p>
          {preview.file} · {counts.rows} 行
        </p>
        {sheets.length > 1 && (
          <SmallSelect
            className="import-choice"
            label="工作表"
            value={preview.sheet}
            options={sheets.map((name) => ({ value: name, label: name }))}
            onChange={(sheet) => onChange({ ...choices, sheet })}
          />
        )}
        <DayInput key={choices.asOf} value={choices.asOf} onDay={(asOf) => onChange({ ...choices, asOf })} />
        <SmallSelect
          className="import-choice"
          label="金额单位"
          value={preview.money}
          options={[
            { value: 'yuan', label: '文件里是元' },
            { value: 'wan', label: '文件里是万元' },
          ]}
          onChange={(unit) => onChange({ ...choices, money: unit as MoneyUnit })}
        />
      </div>
      <ViewTabs<View>
        label="清单的各页"
        current={view}
        onTab={setChosen}
        tabs={[
          { id: 'totals', name: '分类合计', count: '' },
          { id: 'bad', name: '不能读入', count: count(counts.bad) },
          { id: 'classes', name: '类别对应', count: count(unknownClasses.length) },
          { id: 'columns', name: '栏目对应', count: '' },
          { id: 'changed', name: '变动', count: count(counts.changed) },
          { id: 'missing', name: '清单里没有', count: count(counts.missing) },
        ]}
      />
      <div id="check-body" className="card-import-body" role="tabpanel" aria-labelledby={`check-${view}`}>
        {bodyOf()}
      </div>
      <div className="import-foot">
        <p className="import-counts" role="status">
          <Count name="新增" count={counts.added} />
          <Count name="变动" count={counts.changed} />
          <Count name="相同" count={counts.same} />
          {counts.bad > 0 && (
            <span className="refused-count">
              不能读入 <b>{counts.bad}</b> 行
            </span>
          )}
        </p>
        <p className="import-obstacle" role="status">
          {obstacle !== null && (
            <>
              <LevelSign level="verify" />
              <span>{obstacle}</span>
            </>
          )}
        </p>
        <Button size="small" disabled={isBusy} onClick={onLeave}>
          放弃
        </Button>
        <Button size="small" disabled={isBusy} onClick={onReread}>
          重新读取
        </Button>
        <Button
          size="small"
          type="primary"
          aria-keyshortcuts={ariaKeys('Ctrl+Enter')}
          disabled={isBusy || obstacle !== null}
          onClick={onTake}
        >
          读入卡片
          <KeyHint keys="Ctrl+Enter" />
        </Button>
      </div>
    </div>
  );

  function bodyOf(): ReactNode {
    switch (view) {
      case 'totals':
        return (
          <>
            <p className="columns-hint">读入后 {choices.year} 年末的卡片合计。</p>
            <ClassTotals figures={preview.totals} money={money} />
          </>
        );
      case 'bad':
        return (
          <CheckTable
            heads={['行', '资产编号', '资产名称', '哪里不对，怎么改']}
            rows={preview.bad.map(({ row, number, name, sentence }) => [
              row === 0 ? '清单外' : String(row),
              number,
              name,
              sentence,
            ])}
            total={counts.bad}
            none="每一行都能读入。"
          />
        );
      case 'changed':
        return (
          <CheckTable
            heads={['行', '资产编号', '资产名称', '账簿 → 清单']}
            rows={preview.changed.map(({ row, number, name, what }) => [String(row), number, name, what])}
            total={counts.changed}
            none="没有一张卡片与账簿里的不同。"
          />
        );
      case 'missing':
        return (
          <>
            {counts.missing > 0 && (
              <label className="card-check missing-choice">
                <input
                  type="checkbox"
                  checked={choices.disposeMissing}
                  onChange={(event) => onChange({ ...choices, disposeMissing: event.target.checked })}
                />
                这 {counts.missing} 张在 {choices.asOf} 登记为处置（不选的，留在账簿里不变）
              </label>
            )}
            <CheckTable
              heads={['资产编号', '资产名称', '原值']}
              rows={preview.missing.map(({ number, name, value }) => [number, name, value])}
              total={counts.missing}
              none="账簿里在册的卡片，清单里都有。"
            />
          </>
        );
      case 'classes':
        return <ClassWords preview={preview} onChange={onChange} />;
      case 'columns':
        return <ColumnWords preview={preview} onChange={onChange} />;
    }
  }
}

function Count({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <span>
      {name} <b>{count}</b> 张
    </span>
  );
}

/** The day as of which the list holds. */
function DayInput({ value, onDay }: { readonly value: string; readonly onDay: (day: string) => void }) {
  const [text, setText] = useState(value);
  const done = () => {
    const day = readDay(text);
    if (day === null) setText(value);
    else if (day !== value) onDay(day);
  };
  return (
    <label className="as-of">
      截止日期
      <input
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey) done();
        }}
      />
    </label>
  );
}

interface CheckTableProps {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total: number;
  readonly none: string;
}

/** The first rows of a list, and how many more there are. */
function CheckTable({ heads, rows, total, none }: CheckTableProps) {
  if (rows.length === 0) return <p className="columns-hint">{none}</p>;
  return (
    <>
      <table className="check-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows may say the same, and never move
            <tr key={index}>
              {row.map((text, at) => (
                <td key={heads[at]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length && <p className="columns-hint">另有 {total - rows.length} 行。</p>}
    </>
  );
}

interface WordsProps {
  readonly preview: CardsPreview;
  readonly onChange: (choices: CardChoices) => void;
}

/** Which class a word of the asset system stands for. */
function ClassWords({ preview: { choices, unknownClasses }, onChange }: WordsProps) {
  const known = Object.keys(choices.classes).map((word) => ({ word, count: 0 }));
  const words = [
    ...unknownClasses,
    ...known.filter(({ word }) => !unknownClasses.some((each) => each.word === word)),
  ];
  if (words.length === 0) return <p className="columns-hint">清单里的资产类别都认识。</p>;
  const own = fieldOf(registerOf('assets'), 'class').choices ?? [];
  return (
    <>
      <p className="columns-hint">指定每个词是哪一类，读入后记住，下次照此认。</p>
      <table className="check-table">
        <thead>
          <tr>
            <th scope="col">清单里的类别</th>
            <th scope="col">行数</th>
            <th scope="col">是哪一类</th>
          </tr>
        </thead>
        <tbody>
          {words.map(({ word, count }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td>{count === 0 ? '' : count}</td>
              <td>
                <SmallSelect
                  className="meaning-switch"
                  label={`${word} 是哪一类`}
                  value={choices.classes[word] ?? ''}
                  searchable
                  options={[
                    { value: '', label: '选一类' },
                    ...own.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  onChange={(id) => onChange({ ...choices, classes: { ...choices.classes, [word]: id } })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What each column of the list means. */
function ColumnWords({ preview: { choices, columns }, onChange }: WordsProps) {
  const lacking = NEEDED_MEANINGS.filter((meaning) => !columns.some((column) => column.meaning === meaning));
  return (
    <>
      <p className="columns-hint">
        {lacking.length > 0 && (
          <b>还没有对应的必需栏目：{lacking.map((meaning) => MEANING_NAMES[meaning]).join('、')}。</b>
        )}
        按表头认出的含义，不对的在这里改，读入后记住，下次照此认。
      </p>
      <table className="check-table">
        <thead>
          <tr>
            <th scope="col">表头</th>
            <th scope="col">前几行</th>
            <th scope="col">含义</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ index, heading, meaning, samples }) => (
            <tr key={index}>
              <th scope="row">{heading}</th>
              <td>{samples.join('，')}</td>
              <td>
                <SmallSelect<string>
                  className={meaning === '' ? 'meaning-switch untaken' : 'meaning-switch'}
                  label={`${heading} 的含义`}
                  value={meaning}
                  searchable
                  options={[
                    { value: '', label: '不取' },
                    ...CARD_MEANINGS.map((each) => ({
                      value: each,
                      label: NEEDED_MEANINGS.includes(each)
                        ? `${MEANING_NAMES[each]}（必需）`
                        : MEANING_NAMES[each],
                    })),
                  ]}
                  onChange={(each) =>
                    onChange({ ...choices, columns: { ...choices.columns, [heading]: each } })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
