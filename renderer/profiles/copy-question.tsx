import { Button } from 'antd';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';

interface CopyQuestionProps {
  /** of the format that is copied */
  readonly name: string;
  readonly onCopy: (name: string) => void;
  readonly onCancel: () => void;
}

const LONGEST = 60;

/** Asks what the copy is to be called. */
export function CopyQuestion({ name, onCopy, onCancel }: CopyQuestionProps) {
  const [typed, setTyped] = useState(`${name} 改`.slice(0, LONGEST));
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => input.current?.select(), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() !== '') onCopy(typed.trim());
  }

  return (
    <form className="profile-question" onSubmit={submit}>
      <label htmlFor={id}>复制成</label>
      <input
        ref={input}
        id={id}
        maxLength={LONGEST}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onCancel();
        }}
      />
      <Button size="small" type="primary" htmlType="submit" disabled={typed.trim() === ''}>
        复制
      </Button>
      <Button size="small" onClick={onCancel}>
        不复制
      </Button>
    </form>
  );
}
