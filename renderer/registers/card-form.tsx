import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import type { MoneyUnit } from '../../core/money/fen.ts';
import type { CardFault } from '../../core/registers/check-card.ts';
import type { RegisterDefinition, RegisterField } from '../../core/registers/register.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { ariaKeys, useShortcut } from '../shortcut.ts';
import { type CardDraft, draftTitle, fieldsOfDraft } from './card-draft.ts';
import type { ShownCard } from './shown-cards.ts';

interface CardFormProps {
  readonly register: RegisterDefinition;
  readonly money: MoneyUnit;
  readonly draft: CardDraft;
  /** the card that the event belongs to; `null`: a new one */
  readonly card: ShownCard | null;
  readonly faults: readonly CardFault[];
  /** counts the refusals: each one leads to the first field that is wrong */
  readonly refused: number;
  readonly isBusy: boolean;
  readonly onChange: (draft: CardDraft) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

const DATE_NAMES = {
  add: '取得日期',
  change: '变动日期',
  dispose: '处置日期',
  'write-off': '核销日期',
} as const;
const REASON_NAMES = {
  add: '说明',
  change: '变动原因',
  dispose: '处置方式和原因',
  'write-off': '核销原因',
  withdraw: '作废原因',
} as const;

/** The form of one event of a card. Enter goes on to the next field, as in the grid. */
export function CardForm(props: CardFormProps) {
  const { register, money, draft, card, faults, refused, isBusy, onChange, onSave, onCancel } = props;
  const form = useRef<HTMLFormElement>(null);
  const { kind, values } = draft;
  useShortcut('Ctrl+Enter', onSave);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when a form is opened
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), [draft.begun]);
  useEffect(() => {
    if (refused > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !event.ctrlKey && !(event.target instanceof HTMLButtonElement)) {
      const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select, button')];
      fields[fields.indexOf(event.target as HTMLElement) + 1]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const faultOf = (id: string) => faults.find(({ field }) => field === id)?.message ?? null;
  const whole = faults.filter(({ field }) => field === null);
  const put = (id: string, text: string) => onChange({ ...draft, values: { ...values, [id]: text } });

  return (
    <form
      ref={form}
      className="card-form"
      aria-label={draftTitle(register, draft)}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <h2>
        {draftTitle(register, draft)}
        {card !== null && (
          <span>
            {' '}
            {String(card.state.fields['number'] ?? '')} {String(card.state.fields['name'] ?? '')}
          </span>
        )}
      </h2>
      {kind !== 'withdraw' && (
        <FormField label={DATE_NAMES[kind]} fault={faultOf('date')}>
          {(control) => (
            <input
              {...control}
              value={draft.date}
              placeholder="2024-06-15"
              onChange={(event) => onChange({ ...draft, date: event.target.value })}
            />
          )}
        </FormField>
      )}
      {fieldsOfDraft(register, draft).map((field) => (
        <ValueField
          key={field.id}
          field={field}
          money={money}
          text={values[field.id] ?? ''}
          fault={faultOf(field.id)}
          onText={(text) => put(field.id, text)}
        />
      ))}
      <FormField label={REASON_NAMES[kind]} fault={faultOf('reason')}>
        {(control) => (
          <input
            {...control}
            value={draft.reason}
            onChange={(event) => onChange({ ...draft, reason: event.target.value })}
          />
        )}
      </FormField>
      <div role="alert" className="form-fault">
        {whole.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
      </div>
      <div className="form-actions">
        <Button
          type="primary"
          size="small"
          htmlType="submit"
          disabled={isBusy}
          aria-keyshortcuts={ariaKeys('Ctrl+Enter')}
        >
          {kind === 'withdraw' ? '作废' : '登记'} <KeyHint keys="Ctrl+Enter" />
        </Button>
        <Button size="small" onClick={onCancel}>
          放弃 <KeyHint keys="Esc" />
        </Button>
      </div>
    </form>
  );
}

interface FormFieldProps {
  readonly label: string;
  readonly fault: string | null;
  readonly children: (control: {
    readonly id: string;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string;
  }) => ReactNode;
}

function FormField({ label, fault, children }: FormFieldProps) {
  const id = useId();
  return (
    <div className="card-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': fault !== null, 'aria-describedby': `${id}-fault` })}
      <p id={`${id}-fault`} className="form-fault" role="alert">
        {fault}
      </p>
    </div>
  );
}

interface ValueFieldProps {
  readonly field: RegisterField;
  readonly money: MoneyUnit;
  readonly text: string;
  readonly fault: string | null;
  readonly onText: (text: string) => void;
}

function ValueField({ field, money, text, fault, onText }: ValueFieldProps) {
  const { kind, name, choices = [] } = field;
  const id = useId();
  if (kind === 'yes-no') {
    return (
      <label className="card-check">
        <input
          type="checkbox"
          checked={text !== ''}
          onChange={(event) => onText(event.target.checked ? 'yes' : '')}
        />
        {name}
      </label>
    );
  }
  const label = kind === 'fen' ? `${name}（${money === 'wan' ? '万元' : '元'}）` : name;
  return (
    <FormField label={label} fault={fault}>
      {(control) =>
        kind === 'choice' ? (
          <select {...control} value={text} onChange={(event) => onText(event.target.value)}>
            <option key={id} value="">
              选一种
            </option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.name}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...control}
            className={kind === 'text' ? undefined : 'right'}
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
        )
      }
    </FormField>
  );
}
