import { type ReactNode, useId } from 'react';

/** What a control needs to belong to its label and to what is said below it. */
interface FieldControl {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

interface FieldProps {
  readonly label: string;
  /** what is to be known before it is changed */
  readonly hint?: ReactNode;
  /** what is wrong with it, in one sentence */
  readonly fault?: string | null;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A labelled control with a line below it. */
export function Field({ label, hint, fault = null, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div>
        {children({ id, 'aria-invalid': fault !== null, 'aria-describedby': `${id}-foot` })}
        <div id={`${id}-foot`}>
          {/* always there, or a screen reader would not hear what appears in it */}
          <p role="alert">{fault}</p>
          {hint !== undefined && <p className="field-hint">{hint}</p>}
        </div>
      </div>
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly hint?: ReactNode;
  readonly onChange: (value: Value) => void;
}

/** One of a few: all of them are seen, the arrows choose. */
export function Choice<Value extends string>({ label, value, options, hint, onChange }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="field choice-field">
      <legend className="unseen">{label}</legend>
      <span className="field-label" aria-hidden="true">
        {label}
      </span>
      <div>
        <div className="choices">
          {options.map((option) => (
            <label key={option.value}>
              <input
                type="radio"
                name={name}
                checked={option.value === value}
                onChange={() => onChange(option.value)}
              />
              {option.label}
            </label>
          ))}
        </div>
        {hint !== undefined && <p className="field-hint">{hint}</p>}
      </div>
    </fieldset>
  );
}

export const MONEY_CHOICES = [
  { value: 'wan', label: '万元' },
  { value: 'yuan', label: '元' },
] as const;

export const MONEY_HINT = '录入和显示用的单位，随时可改，已录入的数不变；公开表按报表格式印，不受影响';
