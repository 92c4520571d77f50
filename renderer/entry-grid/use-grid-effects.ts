import { type Ref, useEffectEvent, useImperativeHandle, useLayoutEffect } from 'react';
import { commit, endComposition } from './editor.ts';
import type { Grid } from './grid.ts';
import type { CellPlace, EntryGridHandle, EntryGridProps } from './grid-types.ts';
import type { Layout } from './layout.ts';
import { rangeOf, type Selection } from './selection.ts';

/** Keeps the grid behind the picture and the page around it up to date with what was drawn. */
export function useGridEffects(
  grid: Grid,
  props: EntryGridProps & { readonly ref?: Ref<EntryGridHandle> },
  layout: Layout,
  selection: Selection,
): void {
  const { columns, source, ref } = props;
  const { lines } = source;

  // first of all: whatever happens from now on happens on what is on the screen
  useLayoutEffect(() => {
    grid.props = props;
    grid.layout = layout;
  });

  const { active } = selection;
  const line = lines[active.row]?.id;
  const column = columns[active.column]?.id;
  const { top, bottom, left, right } = rangeOf(selection);
  const tell = useEffectEvent((place: CellPlace, rows: [number, number], across: [number, number]) =>
    props.onSelect({ active: place, rows, columns: across }),
  );
  useLayoutEffect(() => {
    if (line !== undefined && column !== undefined) tell({ line, column }, [top, bottom], [left, right]);
  }, [line, column, top, bottom, left, right]);

  useLayoutEffect(() => {
    const { draft } = grid;
    // its line is gone: the text goes to where it belongs, not into the line at the same place
    if (draft !== null && (draft.line.id !== line || draft.column.id !== column)) commit(grid, 'leaving');
  }, [grid, line, column]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it waits for other lines or columns
  useLayoutEffect(() => grid.goToAwaited(), [grid, lines, columns]);

  useLayoutEffect(
    () => () => {
      commit(grid, 'leaving');
    },
    [grid],
  );

  useImperativeHandle(ref, () => handleOf(grid), [grid]);
}

function handleOf(grid: Grid): EntryGridHandle {
  function show(place: CellPlace) {
    commit(grid, 'leaving');
    grid.goToPlace(place);
  }
  return {
    focus: () => grid.focus(),
    goTo(place) {
      grid.focus();
      show(place);
    },
    show,
    commitOpenCell() {
      const { draft, isComposing } = grid;
      if (draft === null) return true;
      // what is being composed is text too
      if (isComposing) endComposition(grid);
      commit(grid, 'leaving');
      return grid.props.source.cell(draft.line, draft.column).refused === undefined;
    },
  };
}
