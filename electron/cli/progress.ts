/** Where progress is told; standard error, so that standard output stays data. */
interface Teller {
  write(text: string): unknown;
}

const PATIENCE = 1_000;

/**
 * Tells how far a long piece of work is. Silent for its first second, then at most twice a second.
 *
 * @param now milliseconds that only grow
 */
export function tellProgress(
  what: string,
  teller: Teller,
  now: () => number,
): (done: number, total: number) => void {
  const start = now();
  let told = start + PATIENCE / 2;
  return (done, total) => {
    if (now() - told < PATIENCE / 2) return;
    told = now();
    const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
    teller.write(`${what} ${done}/${total}（${percent}%）\n`);
  };
}

/** Tells which step has begun, once the work has gone on for over a second; a step itself cannot be interrupted to tell. */
export function tellSteps(teller: Teller, now: () => number): (step: string) => void {
  const start = now();
  return (step) => {
    if (now() - start >= PATIENCE) teller.write(`${step}…\n`);
  };
}
