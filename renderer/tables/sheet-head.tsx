import type { LaidRow } from '../../core/page/page-layout.ts';
import { mmOf } from '../../core/page/text-size.ts';
import { onPage } from './paper.ts';

export function SheetHead({ rows }: { readonly rows: readonly LaidRow[] }) {
  return (
    <thead>
      {rows.map(({ place, height, cells }) => (
        <tr key={place} style={{ height: onPage(mmOf(height)) }}>
          {cells.map(({ column, columnSpan, rowSpan, kind, text }) =>
            kind === 'head' ? (
              <th
                key={column}
                colSpan={columnSpan}
                rowSpan={rowSpan}
                scope={columnSpan > 1 ? 'colgroup' : 'col'}
              >
                {text}
              </th>
            ) : (
              // 栏次 says nothing of the numbers below
              <td key={column} colSpan={columnSpan} rowSpan={rowSpan} className={`${kind} center`}>
                {text}
              </td>
            ),
          )}
        </tr>
      ))}
    </thead>
  );
}
