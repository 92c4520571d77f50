import { useRef, useState } from 'react';

/** One function through all renders, which does what the newest one does: who is given it is not drawn again for it. */
export function useStable<Arguments extends readonly unknown[], Outcome>(
  act: (...args: Arguments) => Outcome,
): (...args: Arguments) => Outcome {
  const latest = useRef(act);
  latest.current = act;
  const [stable] = useState(
    () =>
      (...args: Arguments) =>
        latest.current(...args),
  );
  return stable;
}
