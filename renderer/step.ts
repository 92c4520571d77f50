const STEPS: Readonly<Record<string, (index: number, length: number) => number>> = {
  ArrowUp: (index) => index - 1,
  ArrowDown: (index) => index + 1,
  Home: () => 0,
  End: (_, length) => length - 1,
};

/** Where a key moves to in a list; `null`: the key does not move, or there is nowhere to go. */
export function steppedIndex(key: string, index: number, length: number): number | null {
  const next = STEPS[key]?.(index, length);
  return next === undefined || next === index || next < 0 || next >= length ? null : next;
}
