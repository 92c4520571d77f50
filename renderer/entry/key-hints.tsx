import { KeyHint } from '../parts/key-hint.tsx';

const FILL_HINT = ['Ctrl+D', '向下填充'] as const;
const DELETE_HINT = ['Ctrl+Delete', '删行'] as const;

const HINTS: readonly (readonly [keys: string, does: string])[] = [
  ['Ctrl+Z', '撤销'],
  ['Ctrl+F', '查找'],
];

const NOTE_HINT = ['Shift+F2', '批注'] as const;
const MEASURE_HINT = ['Alt+PgDn', '换口径'] as const;
const FUND_HINT = ['Ctrl+PgDn', '换资金'] as const;

interface KeyHintsProps {
  readonly hasFunds: boolean;
  readonly hasMeasures: boolean;
  /** false: here it can only be looked at */
  readonly isKeyed: boolean;
  readonly hasNotes: boolean;
  /** rows of the clerk's own, which can be deleted */
  readonly hasOwnRows: boolean;
  readonly enterMoves: 'down' | 'right';
  readonly onEnterMoves: (moves: 'down' | 'right') => void;
  /** what the last step left out; `''`: nothing to say */
  readonly notice: string;
}

/** The keys, where they act; or what there is to say about the last step. */
export function KeyHints(props: KeyHintsProps) {
  const { hasFunds, hasMeasures, isKeyed, hasNotes, hasOwnRows, enterMoves, onEnterMoves, notice } = props;
  const hints = [
    ...(isKeyed ? [hasOwnRows ? DELETE_HINT : FILL_HINT] : []),
    ...HINTS,
    ...(hasNotes ? [NOTE_HINT] : []),
    ...(hasFunds ? [FUND_HINT] : []),
    ...(hasMeasures ? [MEASURE_HINT] : []),
  ];
  const other = enterMoves === 'down' ? 'right' : 'down';
  return (
    <div className="key-hints">
      <output>{notice}</output>
      {notice === '' && (
        <>
          <button
            type="button"
            title={`按 Enter 改为${other === 'down' ? '向下' : '向右'}`}
            onClick={() => onEnterMoves(other)}
          >
            <KeyHint keys="Enter" /> {enterMoves === 'down' ? '向下' : '向右'}{' '}
            <span aria-hidden="true">⇄</span>
          </button>
          {hints.map(([keys, does]) => (
            <span key={keys}>
              <KeyHint keys={keys} /> {does}
            </span>
          ))}
          <span className="spring" />
          <span>{isKeyed ? '白底可录，灰底由程序计算' : '在这里只能看'}</span>
        </>
      )}
    </div>
  );
}
