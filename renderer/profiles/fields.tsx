import { Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useEditing } from './editing.ts';
import { useDraft } from './use-draft.ts';

interface FieldProps {
  readonly label: string;
  /** what is to be known before it is changed */
  readonly hint?: ReactNode;
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly longest?: number;
  /** in characters; absent: as wide as there is room */
  readonly width?: number;
  readonly rows?: number;
  /** what a built-in format shows; absent: the value */
  readonly shown?: ReactNode;
  readonly onCommit: (text: string) => Promise<string | null>;
}

/** A line of text, or with `rows` several. */
export function TextField(props: TextFieldProps) {
  const { label, hint, value, longest, width, rows, shown, onCommit } = props;
  const { canEdit } = useEditing();
  const draft = useDraft({ value, isMultiline: rows !== undefined, onCommit });
  const id = useId();
  if (!canEdit) return <ShownField label={label}>{shown ?? value}</ShownField>;
  const common = {
    id,
    maxLength: longest,
    value: draft.text,
    'aria-invalid': draft.fault !== null,
    'aria-describedby': `${id}-hint`,
    onBlur: draft.onBlur,
    onKeyDown: draft.onKeyDown,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div>
        {rows === undefined ? (
          <input
            {...common}
            style={width === undefined ? undefined : { width: `${width + 2}em` }}
            onChange={(event) => draft.onChange(event.target.value)}
          />
        ) : (
          <textarea {...common} rows={rows} onChange={(event) => draft.onChange(event.target.value)} />
        )}
        <FieldFoot id={`${id}-hint`} hint={hint} fault={draft.fault} />
      </div>
    </div>
  );
}

interface ChoiceFieldProps<Value extends string> extends FieldProps {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => Promise<string | null>;
}

export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, hint, value, options, onChoose } = props;
  const { canEdit } = useEditing();
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  if (!canEdit) {
    return <ShownField label={label}>{options.find((option) => option.value === value)?.label}</ShownField>;
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div>
        <Select<Value>
          id={id}
          className="field-choice"
          aria-label={label}
          value={value}
          options={[...options]}
          popupMatchSelectWidth={false}
          onChange={(next) => void onChoose(next).then(setFault)}
        />
        <FieldFoot id={`${id}-hint`} hint={hint} fault={fault} />
      </div>
    </div>
  );
}

interface ShownFieldProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A field that is read only: text, as in a printed form. */
export function ShownField({ label, children }: ShownFieldProps) {
  const isBlank = children === '' || children === undefined || children === null;
  return (
    <div className="field shown">
      <span className="field-label">{label}</span>
      <div className={isBlank ? 'blank' : undefined}>{isBlank ? '空' : children}</div>
    </div>
  );
}

interface FieldFootProps {
  readonly id: string;
  readonly hint?: ReactNode;
  readonly fault: string | null;
}

function FieldFoot({ id, hint, fault }: FieldFootProps) {
  return (
    <div id={id} className="field-foot">
      {/* always there, or a screen reader would not hear what appears in it */}
      <p role="alert">{fault}</p>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
    </div>
  );
}
