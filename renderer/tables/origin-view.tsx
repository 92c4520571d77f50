import type { Origin } from '../../core/tables/origin.ts';
import { OriginLines } from './origin-lines.tsx';

/** Where the selected number comes from. */
export function OriginView({ origin }: { readonly origin: Origin }) {
  return (
    <section className="origin" aria-label="来历">
      <p className="origin-path">{origin.path.join(' › ')}</p>
      <p className="origin-number">
        {origin.printed === '' ? (
          <span className="origin-blank">空</span>
        ) : (
          <>
            {origin.printed}
            <small>万元</small>
          </>
        )}
      </p>
      <p className="origin-rule">{origin.rule}</p>
      <OriginLines key={origin.path.join()} origin={origin} />
      {origin.rounding !== '' && (
        <dl className="facts">
          <dt>取整</dt>
          <dd>{origin.rounding}</dd>
        </dl>
      )}
    </section>
  );
}
