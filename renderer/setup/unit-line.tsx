import { Select } from 'antd';
import { type KeyboardEvent, useId } from 'react';
import { UNIT_KIND_NAMES, UNIT_KINDS, type UnitKind } from '../../core/figures/figure.ts';
import type { UnitFaults, UnitRow } from '../../core/setting-up/unit-rows.ts';

export type UnitField = 'code' | 'name' | 'kind';

interface UnitLineProps {
  readonly row: UnitRow;
  readonly place: { readonly index: number; readonly isLast: boolean; readonly isOnly: boolean };
  readonly faults: UnitFaults;
  readonly onType: (row: UnitRow) => void;
  readonly onChoose: (row: UnitRow) => void;
  readonly onLeave: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onKeyDown: (event: KeyboardEvent, field: UnitField) => void;
}

const KINDS = UNIT_KINDS.map((kind) => ({ value: kind, label: UNIT_KIND_NAMES[kind] }));

/** One unit of the list. */
export function UnitLine(props: UnitLineProps) {
  const { row, place, faults, onType, onChoose, onLeave, onMove, onRemove, onKeyDown } = props;
  const id = useId();
  const nth = `第 ${place.index + 1} 个单位`;
  const text = (field: 'code' | 'name', label: string, longest: number) => (
    <input
      data-field={field}
      aria-label={`${nth}的${label}`}
      aria-invalid={faults[field] !== undefined}
      aria-describedby={`${id}-fault`}
      maxLength={longest}
      value={row[field]}
      onChange={(event) => onType({ ...row, [field]: event.target.value })}
      onBlur={onLeave}
      onKeyDown={(event) => onKeyDown(event, field)}
    />
  );
  return (
    <>
      <tr data-row={row.id}>
        <td>{text('code', '代码', 20)}</td>
        <td>{text('name', '名称', 120)}</td>
        <td>
          <Select<UnitKind>
            data-field="kind"
            aria-label={`${nth}的性质`}
            value={row.kind}
            options={KINDS}
            onChange={(kind) => onChoose({ ...row, kind })}
            onKeyDown={(event) => onKeyDown(event, 'kind')}
          />
        </td>
        {/* the keys below the list do the same: Tab goes from one field to the next */}
        <td className="unit-buttons">
          <button
            type="button"
            tabIndex={-1}
            aria-label={`${nth}上移`}
            disabled={place.index === 0}
            onClick={() => onMove(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            tabIndex={-1}
            aria-label={`${nth}下移`}
            disabled={place.isLast}
            onClick={() => onMove(1)}
          >
            ↓
          </button>
          <button
            type="button"
            tabIndex={-1}
            className="link"
            aria-label={`移去${nth}`}
            disabled={place.isOnly}
            onClick={onRemove}
          >
            移去
          </button>
        </td>
      </tr>
      <tr className="unit-fault" hidden={faults.code === undefined && faults.name === undefined}>
        <td colSpan={4}>
          <p id={`${id}-fault`} role="alert">
            {[faults.code, faults.name].filter((fault) => fault !== undefined).join('')}
          </p>
        </td>
      </tr>
    </>
  );
}
