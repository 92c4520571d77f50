import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { ImportChoices } from '../../core/incoming/choices.ts';
import type { IncomingTable } from '../../core/incoming/incoming.ts';
import { Strip } from '../parts/strip.tsx';
import { withToggledTable } from './choose.ts';
import { ColumnsView, missingMeanings } from './columns-view.tsx';
import { countOf, type RowFilter, shownRows } from './rows.ts';
import { type ActiveCell, RowsView } from './rows-view.tsx';

/** How a table is looked at. */
export type TableSide = 'rows' | 'columns';

interface TableViewProps {
  readonly table: IncomingTable;
  readonly choices: ImportChoices;
  readonly side: TableSide;
  readonly filter: RowFilter;
  readonly active: ActiveCell;
  readonly onSide: (side: TableSide) => void;
  readonly onFilter: (filter: RowFilter) => void;
  readonly onActive: (cell: ActiveCell) => void;
  readonly onChange: (update: (choices: ImportChoices) => ImportChoices) => void;
}

const SIDES: readonly { readonly id: TableSide; readonly name: string }[] = [
  { id: 'rows', name: '行' },
  { id: 'columns', name: '栏目对应' },
];

/** One table of the file: its rows, or what its columns mean. */
export function TableView(props: TableViewProps) {
  const { table, choices, side, filter, active, onSide, onFilter, onActive, onChange } = props;
  const rows = shownRows(table.rows, filter);
  const filters: { readonly id: RowFilter; readonly name: string; readonly count: number }[] = [
    { id: 'all', name: '全部', count: table.rows.length },
    { id: 'waiting', name: '待处理', count: countOf(table.rows, 'refused') },
    { id: 'doubtful', name: '存疑', count: countOf(table.rows, 'doubtful') },
  ];
  return (
    <section className="table-view" aria-label={table.name}>
      <div className="table-head">
        <fieldset className="measure-switch" aria-label="看这张表的">
          {SIDES.map(({ id, name }) => (
            <button key={id} type="button" aria-pressed={id === side} onClick={() => onSide(id)}>
              {name}
            </button>
          ))}
        </fieldset>
        {side === 'rows' && (
          <fieldset className="measure-switch" aria-label="列出哪些行">
            {filters.map(({ id, name, count }) => (
              <button key={id} type="button" aria-pressed={id === filter} onClick={() => onFilter(id)}>
                {name} {count}
              </button>
            ))}
          </fieldset>
        )}
        <p>
          <span>工作表 {table.sheet}</span>
          <span>{table.money === 'wan' ? '万元' : '元'}</span>
        </p>
        <Button size="small" onClick={() => onChange((old) => withToggledTable(old, table.id))}>
          {table.isLeft ? '取回此表' : '不取此表'}
        </Button>
      </div>
      {table.fault !== '' && !table.isLeft && (
        <Strip level="error">
          <p>{table.fault}</p>
          {side === 'rows' && missingMeanings(table).length > 0 && (
            <button type="button" className="link" onClick={() => onSide('columns')}>
              栏目对应
            </button>
          )}
        </Strip>
      )}
      {table.isLeft && <p className="import-note">这张表一个数也不取。</p>}
      {side === 'columns' ? (
        <ColumnsView table={table} choices={choices} onChange={onChange} />
      ) : rows.length === 0 ? (
        <NoRows filter={filter} onAll={() => onFilter('all')} />
      ) : (
        <RowsView
          key={table.id}
          table={table}
          rows={rows}
          choices={choices}
          active={active}
          onActive={onActive}
          onChange={onChange}
        />
      )}
    </section>
  );
}

interface NoRowsProps {
  readonly filter: RowFilter;
  readonly onAll: () => void;
}

const NO_ROWS: Readonly<Record<RowFilter, string>> = {
  all: '这张表没有行。',
  waiting: '没有待处理的行。',
  doubtful: '没有存疑的行。',
};

function NoRows({ filter, onAll }: NoRowsProps) {
  const link = useRef<HTMLButtonElement>(null);
  // the last row went away with the keyboard in it
  useEffect(() => {
    if (document.activeElement === document.body) link.current?.focus();
  }, []);
  return (
    <p className="import-note">
      {NO_ROWS[filter]}
      {filter !== 'all' && (
        <button ref={link} type="button" className="link" onClick={onAll}>
          列出全部
        </button>
      )}
    </p>
  );
}
