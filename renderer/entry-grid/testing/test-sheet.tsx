import { useRef, useState } from 'react';
import { EntryGrid } from '../entry-grid.tsx';
import type {
  EntryGridHandle,
  EntryGridProps,
  GridColumn,
  GridSelection,
  GridSource,
} from '../grid-types.ts';

/** What keeps the cells of the test page. */
interface Sample {
  readonly asked: Set<string>;
  source(): GridSource;
  edit: EntryGridProps['onEdit'];
  discard: EntryGridProps['onDiscard'];
  toggle: EntryGridProps['onToggle'];
  undo(): void;
  redo(): void;
}

interface TestSheetProps {
  readonly sample: Sample;
  readonly columns: readonly GridColumn[];
  readonly enterMoves: 'down' | 'right';
}

/** A page around the grid as small as it can be. What the grid told it stands below, for the tests to read. */
export function TestSheet({ sample, columns: given, enterMoves }: TestSheetProps) {
  const handle = useRef<EntryGridHandle>(null);
  const [source, setSource] = useState(() => sample.source());
  const [columns, setColumns] = useState(given);
  const [zoom, setZoom] = useState(1);
  const [isShown, setIsShown] = useState(true);
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const [told, setTold] = useState<Readonly<Record<string, string>>>({});
  const [, setCount] = useState(0);
  const tell = (what: string, text: unknown) =>
    setTold((before) => ({ ...before, [what]: JSON.stringify(text) }));
  const drawAgain = () => setCount((count) => count + 1);

  Object.assign(window, { asked: sample.asked });
  const line = source.lines.find(({ id }) => id === selection?.active.line);
  const column = columns.find(({ id }) => id === selection?.active.column);
  const refused = line && column && source.cell(line, column).refused;

  return (
    <div className="test-page">
      {isShown && (
        <EntryGrid
          ref={handle}
          label="支出"
          columns={columns}
          source={source}
          enterMoves={enterMoves}
          zoom={zoom}
          beside={refused ? <p className="test-refusal">{refused.sentence}</p> : null}
          lastLine={
            <input className="test-last-line" aria-label="加科目" placeholder="编码、名称或拼音首字母" />
          }
          onEdit={(edits, kind) => {
            const count = sample.edit(edits, kind);
            tell('存入', { kind, count: edits.length });
            return count;
          }}
          onDiscard={(place) => {
            sample.discard(place);
            drawAgain();
          }}
          onSkipped={(skipped) => tell('跳过', skipped)}
          onUndo={() => {
            sample.undo();
            drawAgain();
          }}
          onRedo={() => {
            sample.redo();
            drawAgain();
          }}
          onToggle={(toggled) => {
            sample.toggle(toggled);
            setSource(sample.source());
          }}
          onSelect={setSelection}
          onNote={(place) => tell('备注', place)}
          onColumnWidth={(id, width) => {
            setColumns(columns.map((each) => (each.id === id ? { ...each, width } : each)));
            tell('列宽', { id, width });
          }}
          onZoom={setZoom}
          onEditing={(text) => tell('正在录入', text)}
        />
      )}
      <aside>
        <button type="button" onClick={() => tell('离开', handle.current?.commitOpenCell())}>
          存入打开的格
        </button>
        <button type="button" onClick={() => handle.current?.goTo({ line: '2080506', column: 'amount1' })}>
          转到
        </button>
        <button type="button" onClick={() => handle.current?.show({ line: '2080505', column: 'amount0' })}>
          找到
        </button>
        <button type="button" onClick={() => setIsShown(!isShown)}>
          收起表格
        </button>
        <output aria-label="选中">{selection && selectionText(selection)}</output>
        {Object.entries(told).map(([what, text]) => (
          <output key={what} aria-label={what}>
            {text}
          </output>
        ))}
      </aside>
    </div>
  );
}

function selectionText({ active, rows, columns }: GridSelection): string {
  return `${active.line} ${active.column}，行 ${rows.join('–')}，列 ${columns.join('–')}`;
}
