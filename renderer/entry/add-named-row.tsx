import { type KeyboardEvent, type RefObject, useState } from 'react';
import { LONGEST_TEXT } from '../../core/entry/check-text.ts';

interface AddNamedRowProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  /** `项目名称` */
  readonly what: string;
  readonly onAdd: (name: string) => void;
  /** back to the grid, nothing added */
  readonly onCancel: () => void;
}

/** The line behind the last one: a row of the clerk's own, by its name. */
export function AddNamedRow({ ref, what, onAdd, onCancel }: AddNamedRowProps) {
  const [name, setName] = useState('');

  function onKeyDown(event: KeyboardEvent) {
    // Enter then chooses what the input method offers
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && name.trim() !== '') {
      setName('');
      onAdd(name.trim());
    } else if (event.key === 'Escape') {
      setName('');
      onCancel();
    } else return;
    event.preventDefault();
  }

  return (
    <div className="add-row">
      <span aria-hidden="true">＋</span>
      <input
        ref={ref}
        type="text"
        aria-label="加一行"
        placeholder={`${what}，回车加入`}
        maxLength={LONGEST_TEXT}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
