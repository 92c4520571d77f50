import type { BookCell, RefusedCell } from '../book/refused-cells.ts';
import type { GridSelection } from '../entry-grid/grid-types.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { LevelSign } from '../parts/level-sign.tsx';
import { type CellMark, detailOf } from './cell-marks.ts';
import { NoteEditor } from './note-editor.tsx';
import { isRange, reasonWords } from './selection-words.ts';
import type { SheetSession } from './sheet-session.ts';

interface BesideCellProps {
  readonly session: SheetSession;
  readonly selection: GridSelection | null;
  /** the cell of the book that is active; `null`: a computed one */
  readonly active: BookCell | null;
  /** the cell whose note is being written */
  readonly noteAt: BookCell | null;
  /** what is being typed; `null`: no cell is open */
  readonly openText: string | null;
  /** @returns false: it was not stored */
  readonly onStoreNote: (cell: BookCell, body: string) => boolean;
  readonly onCloseNote: () => void;
}

/** What lies at the active cell: why its text was refused, what the checks say of it, its note. Nothing at most cells. */
export function BesideCell(props: BesideCellProps) {
  const { session, selection, active, noteAt, openText, onStoreNote, onCloseNote } = props;
  if (selection === null || active === null) return null;
  if (noteAt !== null) {
    const body = session.figures.note(noteAt) ?? '';
    return (
      <NoteEditor
        key={JSON.stringify(noteAt)}
        body={body}
        onStore={(text) => onStoreNote(noteAt, text)}
        onClose={onCloseNote}
      />
    );
  }
  const refused = session.options.refused.get(active);
  if (refused !== undefined && (openText === null || openText === refused.text)) {
    const place = session.at(selection.active);
    const stored = place === null ? '' : session.view.shown(place.line.id, place.column);
    return <RefusalNote refused={refused} stored={stored} />;
  }
  if (openText !== null || isRange(selection)) return null;
  const mark = session.mark(active);
  const note = session.figures.note(active);
  const reason = session.figures.reason(active);
  if (mark === undefined && note === null && reason === null) return null;
  return (
    <>
      {mark !== undefined && <MarkView mark={mark} />}
      {note !== null && <NoteView body={note} />}
      {reason !== null && (
        <div className="beside-cell note">
          <p>{reasonWords(reason)}</p>
        </div>
      )}
    </>
  );
}

/** More would cover the sheet; the panel has all of them. */
const MOST_FINDINGS = 2;

/** What the checks say of the active cell. */
function MarkView({ mark: { level, findings } }: { readonly mark: CellMark }) {
  return (
    <div className={`beside-cell marked-${level}`}>
      {findings.slice(0, MOST_FINDINGS).map((finding) => (
        <p key={finding.key}>
          <LevelSign level={finding.level} /> <b>{finding.name}</b>：{detailOf(finding)}
        </p>
      ))}
      {findings.length > MOST_FINDINGS && <p>另有 {findings.length - MOST_FINDINGS} 条，见右侧“检查”。</p>}
    </div>
  );
}

/** Under a cell whose text was not stored: what is wrong, what it may be, what to press. */
function RefusalNote({ refused, stored }: { readonly refused: RefusedCell; readonly stored: string }) {
  return (
    <div className="beside-cell refusal" role="alert">
      <p>
        <b>“{refused.text}”没有存入</b>：{refused.why}
      </p>
      {refused.advice !== '' && <p>{refused.advice}</p>}
      <p className="beside-keys">
        <KeyHint keys="F2" />
        改
        <KeyHint keys="Esc" />
        放弃，恢复原值
        <span>{stored === '' ? '合计不含此格' : `合计仍按原值 ${stored}`}</span>
      </p>
    </div>
  );
}

/** The note of the active cell. */
function NoteView({ body }: { readonly body: string }) {
  return (
    <div className="beside-cell note">
      <p>{body}</p>
      <p className="beside-keys">
        <KeyHint keys="Shift+F2" />改
      </p>
    </div>
  );
}
