import type { NextStep, StepPlace } from '../../core/overview/overview.ts';
import { LEVEL_NAMES, LevelSign } from '../parts/level-sign.tsx';

interface NextListProps {
  readonly steps: readonly NextStep[];
  readonly onPlace: (place: StepPlace) => void;
}

/** 接下来: what is best done, in its sequence. */
export function NextList({ steps, onPlace }: NextListProps) {
  return (
    <section className="box next-steps" aria-labelledby="next-title">
      <header className="box-head">
        <h2 id="next-title">接下来</h2>
        <p>按先后</p>
      </header>
      <ol>
        {steps.map(({ level, title, detail, place }) => (
          <li key={title}>
            <LevelSign level={level} />
            <div>
              <button type="button" className="link" onClick={() => onPlace(place)}>
                <span className="unseen">{LEVEL_NAMES[level]}：</span>
                {title}
              </button>
              <p title={detail}>{detail}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
