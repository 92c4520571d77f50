import type { CellPlace, GridCell, GridColumn, GridLine, GridSource, KeyedText } from '../grid-types.ts';
import type { SampleLine } from './sample-lines.ts';

const keyOf = ({ line, column }: CellPlace) => `${line}/${column}`;

/** The least there can be behind a grid: a typed text is put into a map. What the rest costs is measured against it. */
export class PlainSource {
  readonly #lines: readonly SampleLine[];
  readonly #texts = new Map<string, string>();
  readonly #versions = new Map<string, number>();
  readonly asked = new Set<string>();

  constructor(lines: readonly SampleLine[]) {
    this.#lines = lines;
  }

  source(): GridSource {
    return {
      lines: this.#lines,
      pinned: 1,
      cell: (line, column) => this.#cell(line, column),
      version: (line) => this.#versions.get(line.id) ?? 0,
    };
  }

  #cell(line: GridLine, column: GridColumn): GridCell {
    const own = { code: line.id, name: line.name }[column.id];
    const text = own ?? this.#texts.get(keyOf({ line: line.id, column: column.id })) ?? '';
    return { shown: text, raw: text, readOnly: own !== undefined };
  }

  edit(edits: readonly KeyedText[]): number {
    for (const edit of edits) {
      this.#texts.set(keyOf(edit), edit.text);
      this.#versions.set(edit.line, (this.#versions.get(edit.line) ?? 0) + 1);
    }
    return 0;
  }

  toggle(): void {}
  discard(): void {}
  undo(): void {}
  redo(): void {}
}
