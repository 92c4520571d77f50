import { type RefObject, useMemo } from 'react';
import type { Classification } from '../../core/classification/classification.ts';
import { FunctionSearch } from '../../core/classification/search.ts';
import { type RowSuggestion, suggestRows } from '../../core/entry/suggest-rows.ts';
import { namingColumn } from '../../core/figures/free-row.ts';
import type { Fund, SheetDefinition } from '../../core/figures/sheets.ts';
import { AddNamedRow } from './add-named-row.tsx';
import { AddRow, addRowWords } from './add-row.tsx';

interface AddLineProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly sheet: SheetDefinition;
  readonly fund: Fund;
  readonly classification: Classification;
  readonly onAdd: (suggestion: RowSuggestion) => void;
  readonly onAddNamed: (name: string) => void;
  /** back to the grid, nothing added */
  readonly onCancel: () => void;
}

/** The line behind the last one: a code that is looked for, or a name of the clerk's own. */
export function AddLine(props: AddLineProps) {
  const { ref, sheet, fund, classification, onAdd, onAddNamed, onCancel } = props;
  const search = useMemo(() => new FunctionSearch(classification), [classification]);
  const naming = namingColumn(sheet);
  return naming === undefined ? (
    <AddRow
      ref={ref}
      words={addRowWords(sheet)}
      suggest={(query) => suggestRows(sheet, fund, query, classification, search)}
      onAdd={onAdd}
      onCancel={onCancel}
    />
  ) : (
    <AddNamedRow ref={ref} what={naming.name} onAdd={onAddNamed} onCancel={onCancel} />
  );
}
