import { Classification } from '../classification/classification.ts';
import type { Side } from '../tables/model.ts';
import { LINE_WORDS, lineLabel } from './words.ts';

/**
 * The lines of the summary tables by what they mean, whatever a place calls them: `surplus_used`, or the 类 of a line
 * of 支出 under any of its names over the years.
 */
class SideLines {
  readonly #classes: ReadonlyMap<string, string>;

  constructor(year: number) {
    const classes = [...new Classification(year).functions()].filter(({ code }) => code.length === 3);
    this.#classes = new Map([
      ...classes.flatMap(({ code, aliases }) =>
        aliases.map((alias): [string, string] => [lineLabel(alias), code]),
      ),
      // a name of this year counts before what another 类 was once called
      ...classes.map(({ code, name }): [string, string] => [lineLabel(name), code]),
    ]);
  }

  /** The code of the 类 that a line of 支出 names. */
  codeOf(label: string): string | undefined {
    return this.#classes.get(lineLabel(label));
  }

  /** What another line means; without a meaning that we know, its bare label. */
  itemOf(side: Side, label: string): string {
    const bare = lineLabel(label);
    return LINE_WORDS[side].get(bare) ?? bare;
  }
}

const known = new Map<number, SideLines>();

/** The lines of a year, put together once. */
export function sideLinesOf(year: number): SideLines {
  const lines = known.get(year) ?? new SideLines(year);
  known.set(year, lines);
  return lines;
}

export type { SideLines };
