import { type KeyboardEvent, useRef } from 'react';
import type { ProfileChoice } from '../../core/api.ts';
import { steppedIndex } from '../step.ts';

interface ProfileListProps {
  readonly choices: readonly ProfileChoice[];
  readonly current: ProfileChoice | null;
  readonly onChoose: (id: string) => void;
}

export function ProfileList({ choices, current, onChoose }: ProfileListProps) {
  const list = useRef<HTMLUListElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const next = steppedIndex(
      event.key,
      choices.findIndex((choice) => choice.id === current?.id),
      choices.length,
    );
    const choice = next === null ? undefined : choices[next];
    if (next === null || choice === undefined) return;
    event.preventDefault();
    onChoose(choice.id);
    list.current?.querySelectorAll<HTMLButtonElement>('button')[next]?.focus();
  }

  return (
    <nav className="profile-list" aria-label="报表格式">
      <ul ref={list} onKeyDown={onKeyDown}>
        {choices.map((choice) => {
          const isCurrent = choice.id === current?.id;
          return (
            <li key={choice.id}>
              <button
                type="button"
                tabIndex={isCurrent ? 0 : -1}
                aria-current={isCurrent ? 'true' : undefined}
                onClick={() => onChoose(choice.id)}
              >
                <span>{choice.name}</span>
                <small>
                  {choice.builtIn ? '内置' : '本账簿的'}
                  {choice.inUse && <b>在用</b>}
                </small>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
