import type { ProfileEdition } from '../../core/profiles/profile.ts';
import { inWords } from './edit-edition.ts';
import { useEditing } from './editing.ts';
import { ChoiceField, TextField } from './fields.tsx';

const NUMBER_PLACES = [
  { value: 'corner', label: '表的右上角，如 公开01表' },
  { value: 'title', label: '表名之前，如 一、收入支出决算总表' },
] as const;
export const CODE_COLUMNS = { one: '科目编码一栏', parts: '类、款、项三栏' } as const;
const CODES = [
  { value: 'one', label: CODE_COLUMNS.one },
  { value: 'parts', label: CODE_COLUMNS.parts },
] as const;
const LINE_NUMBERS = [
  { value: 'yes', label: '印' },
  { value: 'no', label: '不印' },
] as const;
const ZEROS = [
  { value: 'blank', label: '0 印成空白' },
  { value: '0.00', label: '0 印成 0.00，没有录入的印空白' },
  { value: 'filled', label: '0 和没有录入的都印成 0.00' },
] as const;
const BUDGETS = [
  { value: 'initial', label: '年初预算数' },
  { value: 'final', label: '全年预算数（调整后）' },
] as const;

const THREE_PUBLIC_FUNDS = [
  { value: 'fiscal', label: '全部财政拨款' },
  { value: 'general', label: '一般公共预算财政拨款' },
] as const;

const LABELS = {
  surplus_used: '使用非财政拨款结余',
  distribution: '结余分配',
  opening_general: '年初结转结余：一般公共预算',
  opening_gov_fund: '年初结转结余：政府性基金',
  opening_state_capital: '年初结转结余：国有资本经营',
} as const satisfies Record<keyof ProfileEdition['labels'], string>;
type LabelKey = keyof typeof LABELS;
const LABEL_KEYS = Object.keys(LABELS) as LabelKey[];

/** 通用版式: what holds for all tables. */
export function SettingsTab({ edition }: { readonly edition: ProfileEdition }) {
  const { change } = useEditing();
  const set = (part: Partial<ProfileEdition>) => change((old) => ({ ...old, ...part }));
  const setLabel = (key: LabelKey, text: string) =>
    change((old) => ({ ...old, labels: { ...old.labels, [key]: text } }));
  return (
    <form className="settings-form" onSubmit={(event) => event.preventDefault()}>
      <ChoiceField
        label="表号位置"
        value={edition.numberPlace}
        options={NUMBER_PLACES}
        onChoose={(numberPlace) => set({ numberPlace })}
      />
      <TextField
        label="左上角字样"
        value={edition.nameLine}
        shown={inWords(edition.nameLine)}
        longest={60}
        hint="空着就不印。{部门} 印成“部门”或“单位”，{名称} 印成它的名称"
        onCommit={(nameLine) => set({ nameLine })}
      />
      <TextField
        label="单位字样"
        value={edition.unitLine}
        longest={40}
        onCommit={(unitLine) => set({ unitLine })}
      />
      <ChoiceField
        label="科目编码"
        value={edition.codes}
        options={CODES}
        onChoose={(codes) => set({ codes })}
      />
      <ChoiceField
        label="行次、栏次"
        value={edition.lineNumbers ? 'yes' : 'no'}
        options={LINE_NUMBERS}
        onChoose={(yes) => set({ lineNumbers: yes === 'yes' })}
      />
      <ChoiceField label="零的印法" value={edition.zero} options={ZEROS} onChoose={(zero) => set({ zero })} />
      <ChoiceField
        label="三公的预算数"
        value={edition.threePublicBudget}
        options={BUDGETS}
        onChoose={(threePublicBudget) => set({ threePublicBudget })}
      />
      <ChoiceField
        label="三公的资金"
        value={edition.threePublicFunds}
        options={THREE_PUBLIC_FUNDS}
        onChoose={(threePublicFunds) => set({ threePublicFunds })}
      />
      <h3>总表里几行的字样</h3>
      {LABEL_KEYS.map((key) => (
        <TextField
          key={key}
          label={LABELS[key]}
          value={edition.labels[key]}
          longest={60}
          onCommit={(text) => setLabel(key, text)}
        />
      ))}
    </form>
  );
}
