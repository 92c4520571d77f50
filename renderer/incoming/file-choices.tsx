import { FUND_NAMES, FUNDS, MEASURE_NAMES, MEASURES, SHEETS } from '../../core/figures/sheets.ts';
import type { ImportChoices } from '../../core/incoming/choices.ts';
import type { ImportPreview } from '../../core/incoming/preview.ts';
import { SmallSelect } from '../parts/small-select.tsx';

interface FileChoicesProps {
  readonly preview: ImportPreview;
  readonly choices: ImportChoices;
  readonly onChange: (update: (choices: ImportChoices) => ImportChoices) => void;
}

/** What a file leaves open: of a table what it is about, of another book which of its units. */
export function FileChoices({ preview, choices, onChange }: FileChoicesProps) {
  if (preview.kind === 'table')
    return <TableChoices preview={preview} choices={choices} onChange={onChange} />;
  if (preview.kind !== 'book' || preview.offered.length === 0) return null;
  const { from } = choices;
  return (
    <span className="switch">
      取文件里的
      <SmallSelect
        label="取文件里的哪个单位和年度"
        className="unit-switch"
        value={from === null ? '' : `${from.year} ${from.unit}`}
        searchable
        options={[
          // main takes the one that fits by itself, where there is one
          ...(from === null ? [{ value: '', label: '选定单位和年度' }] : []),
          ...preview.offered.map(({ year, code, name }) => ({
            value: `${year} ${code}`,
            label: `${year} 年度 ${code} ${name}`,
          })),
        ]}
        onChange={(value) => {
          const offered = preview.offered.find(({ year, code }) => `${year} ${code}` === value);
          const chosen = offered === undefined ? null : { year: offered.year, unit: offered.code };
          onChange((old) => ({ ...old, from: chosen, mended: [], kept: [] }));
        }}
      />
    </span>
  );
}

/** Leads to the first choice that has to be made; @returns false: there is none */
export function focusOpenChoice(): boolean {
  const input = document.querySelector<HTMLElement>('.import-choice.unchosen input');
  input?.focus();
  return input !== null;
}

function TableChoices({ preview, choices, onChange }: FileChoicesProps) {
  const { sheet, measure, fund, money } = choices;
  const faults = preview.tables.filter(({ isLeft }) => !isLeft).map(({ fault }) => fault);
  // the sentence of a fault names what has to be chosen by its label
  const asks = (label: string) => faults.some((fault) => fault.includes(label));
  return (
    <>
      <Choice
        label="录入表"
        isAsked={asks('录入表')}
        automatic="按标题"
        value={sheet}
        options={SHEETS.map(({ id, name }) => ({ value: id, label: name }))}
        // other columns, other rows: what was said of them holds no longer
        onChoose={(chosen) => onChange((old) => ({ ...old, sheet: chosen, meanings: [], kept: [] }))}
      />
      <Choice
        label="口径"
        isAsked={asks('口径')}
        automatic="按表头"
        value={measure}
        options={MEASURES.map((id) => ({ value: id, label: MEASURE_NAMES[id] }))}
        onChoose={(chosen) =>
          onChange((old) => ({ ...old, measure: MEASURES.find((id) => id === chosen) ?? null }))
        }
      />
      <Choice
        label="资金"
        isAsked={asks('资金')}
        automatic="按表头"
        value={fund}
        options={FUNDS.filter((id) => id !== '').map((id) => ({ value: id, label: FUND_NAMES[id] }))}
        onChoose={(chosen) => onChange((old) => ({ ...old, fund: chosen }))}
      />
      <Choice
        label="金额单位"
        isAsked={asks('金额单位')}
        automatic="按表上写的"
        value={money}
        options={[
          { value: 'yuan', label: '元' },
          { value: 'wan', label: '万元' },
        ]}
        onChoose={(chosen) =>
          onChange((old) => ({ ...old, money: chosen === 'yuan' || chosen === 'wan' ? chosen : null }))
        }
      />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** what holds as long as nothing is chosen */
  readonly automatic: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** something cannot be taken before it is chosen */
  readonly isAsked: boolean;
  readonly onChoose: (value: string | null) => void;
}

function Choice({ label, automatic, value, options, isAsked, onChoose }: ChoiceProps) {
  return (
    <span className="switch">
      {label}
      <SmallSelect
        label={label}
        className={isAsked && value === null ? 'import-choice unchosen' : 'import-choice'}
        value={value ?? ''}
        options={[{ value: '', label: automatic }, ...options]}
        onChange={(chosen) => onChoose(chosen === '' ? null : chosen)}
      />
    </span>
  );
}
