import type { TableModel } from '../../core/tables/model.ts';

export function SheetHead({ header }: { readonly header: TableModel['header'] }) {
  return (
    <thead>
      {header.map((cells, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place on the page
        <tr key={line}>
          {cells.map(({ column, columnSpan, rowSpan, text }) => (
            <th
              key={column}
              colSpan={columnSpan}
              rowSpan={rowSpan}
              scope={columnSpan > 1 ? 'colgroup' : 'col'}
            >
              {text}
            </th>
          ))}
        </tr>
      ))}
    </thead>
  );
}
