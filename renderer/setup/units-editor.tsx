import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import {
  isBlankRow,
  type UnitFaults,
  type UnitRow,
  unitFaults,
  withMovedRow,
  withNewRow,
} from '../../core/setting-up/unit-rows.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { type UnitField, UnitLine } from './unit-line.tsx';

interface UnitsEditorProps {
  readonly rows: readonly UnitRow[];
  /** what is wrong is said: of a row that was only just begun it is not */
  readonly showsFaults: (row: UnitRow) => boolean;
  readonly onChange: (rows: readonly UnitRow[]) => void;
  /** a field was left, or something was chosen: a good moment to store */
  readonly onDone?: (rows: readonly UnitRow[]) => void;
}

const NO_FAULTS: UnitFaults = {};

/** The units of a year, in their order: codes, names, kinds. All of it can be done on the keyboard. */
export function UnitsEditor({ rows, showsFaults, onChange, onDone }: UnitsEditorProps) {
  const list = useRef<HTMLTableSectionElement>(null);
  const [wanted, setWanted] = useState<{ readonly row: number; readonly field: UnitField } | null>(null);
  const faults = unitFaults(rows);

  useEffect(() => {
    if (wanted === null) return;
    const field = `[data-row="${wanted.row}"] [data-field="${wanted.field}"]`;
    list.current?.querySelector<HTMLElement>(field)?.focus();
    setWanted(null);
  }, [wanted]);

  function change(next: readonly UnitRow[]) {
    onChange(next);
    onDone?.(next);
  }

  function add() {
    const next = withNewRow(rows);
    onChange(next);
    const last = next.at(-1);
    if (last) setWanted({ row: last.id, field: 'name' });
  }

  function remove(row: UnitRow) {
    if (rows.length === 1) return;
    const index = rows.indexOf(row);
    const next = rows.filter((each) => each !== row);
    change(next);
    const near = next[Math.min(index, next.length - 1)];
    if (near) setWanted({ row: near.id, field: 'name' });
  }

  /** Down the column, and a new row behind the last. */
  function goDown(row: UnitRow, field: UnitField) {
    const below = rows[rows.indexOf(row) + 1];
    if (below !== undefined) setWanted({ row: below.id, field });
    else if (!isBlankRow(row)) add();
  }

  function onKeyDown(event: KeyboardEvent, row: UnitRow, field: UnitField) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const { key, altKey, ctrlKey } = event;
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      change(withMovedRow(rows, row.id, key === 'ArrowUp' ? -1 : 1));
      setWanted({ row: row.id, field });
    } else if (ctrlKey && key === 'Delete') remove(row);
    else if (key === 'Enter' && !ctrlKey && field !== 'kind') goDown(row, field);
    else return;
    event.preventDefault();
  }

  return (
    <div className="units-editor">
      <table>
        <thead>
          <tr>
            <th scope="col">代码</th>
            <th scope="col">名称</th>
            <th scope="col">性质</th>
            <th scope="col">
              <span className="unseen">顺序和移去</span>
            </th>
          </tr>
        </thead>
        <tbody ref={list}>
          {rows.map((row, index) => (
            <UnitLine
              key={row.id}
              row={row}
              place={{ index, isLast: index === rows.length - 1, isOnly: rows.length === 1 }}
              faults={showsFaults(row) ? (faults.get(row.id) ?? NO_FAULTS) : NO_FAULTS}
              onType={(typed) => onChange(rows.map((each) => (each.id === row.id ? typed : each)))}
              onChoose={(chosen) => change(rows.map((each) => (each.id === row.id ? chosen : each)))}
              onLeave={() => onDone?.(rows)}
              onMove={(by) => change(withMovedRow(rows, row.id, by))}
              onRemove={() => remove(row)}
              onKeyDown={(event, field) => onKeyDown(event, row, field)}
            />
          ))}
        </tbody>
      </table>
      <div className="units-foot">
        <button type="button" className="link" onClick={add}>
          添单位
        </button>
        <span>
          <KeyHint keys="Enter" /> 下一行，末行添一行
        </span>
        <span>
          <KeyHint keys="Alt+↑" /> <KeyHint keys="Alt+↓" /> 调顺序
        </span>
        <span>
          <KeyHint keys="Ctrl+Delete" /> 移去
        </span>
      </div>
    </div>
  );
}
