import { LevelSign } from './level-sign.tsx';

/** 未证实 beside the name of a table: the sign for the eye, the words for a screen reader and on hovering. */
export function UnconfirmedSign({ points }: { readonly points: number }) {
  if (points === 0) return null;
  return (
    <span className="unconfirmed-sign" title={`版式有 ${points} 处未证实`}>
      <LevelSign level="verify" size={13} />
      <span className="unseen">，版式未证实</span>
    </span>
  );
}
