import { useState } from 'react';
import { LevelSign } from '../parts/level-sign.tsx';
import { useEditing } from './editing.ts';

interface DoubtsProps {
  readonly title: string;
  readonly doubts: readonly string[];
  /** with those that are left */
  readonly onConfirm: (left: string[]) => Promise<string | null>;
}

/** What no document at hand confirms; in an own format each point is struck off once a real sample shows it. */
export function Doubts({ title, doubts, onConfirm }: DoubtsProps) {
  const { canEdit } = useEditing();
  const [fault, setFault] = useState<string | null>(null);
  if (doubts.length === 0) return null;
  return (
    <section className="doubts" aria-label={title}>
      <h3>
        <LevelSign level="verify" />
        {title}
      </h3>
      <p role="alert">{fault}</p>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>
            <span>{doubt}</span>
            {canEdit && (
              <button
                type="button"
                className="link"
                title="对照过样张，划去这一条"
                aria-label={`已证实，划去：${doubt}`}
                onClick={() => void onConfirm(doubts.filter((each) => each !== doubt)).then(setFault)}
              >
                已证实
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
