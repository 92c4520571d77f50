import { type ReactNode, useState } from 'react';
import { useEditing } from './editing.ts';

interface CheckOption<Value extends string> {
  readonly value: Value;
  readonly name: ReactNode;
}

interface CheckListProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly CheckOption<Value>[];
  readonly chosen: readonly Value[];
  readonly hint?: string;
  readonly isNarrow?: boolean;
  /** with what is chosen now, in the order of the options */
  readonly onChoose: (chosen: Value[]) => Promise<string | null>;
}

/** What of a list is taken. A built-in format shows it with dead boxes. */
export function CheckList<Value extends string>(props: CheckListProps<Value>) {
  const { legend, options, chosen, hint, isNarrow, onChoose } = props;
  const { canEdit } = useEditing();
  const [fault, setFault] = useState<string | null>(null);

  function toggle(value: Value) {
    const taken = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
    const inOrder = options.map((option) => option.value).filter((each) => taken.includes(each));
    void onChoose(inOrder).then(setFault);
  }

  return (
    <fieldset className={isNarrow ? 'check-list narrow' : 'check-list'}>
      <legend>{legend}</legend>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      <p role="alert">{fault}</p>
      <div className="check-options">
        {options.map(({ value, name }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={!canEdit}
              onChange={() => toggle(value)}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
