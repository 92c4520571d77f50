import { type BookDesk, useDeskState } from '../book/book-desk.ts';
import { LevelSign } from '../parts/level-sign.tsx';

const MINUTES: Intl.DateTimeFormatOptions = { hourCycle: 'h23', hour: '2-digit', minute: '2-digit' };
/** `14:03` and `14:03:22`, in the clerk's own time; made once, since making them takes longer than all the rest of a cell */
const minuteClock = new Intl.DateTimeFormat('zh-CN', MINUTES);
const secondClock = new Intl.DateTimeFormat('zh-CN', { ...MINUTES, second: '2-digit' });

interface SavedStatusProps {
  readonly desk: BookDesk;
  /** leads to the first cell that was not stored */
  readonly onUnsaved: () => void;
}

/** What a clerk wants to know at every moment: is it saved. */
export function SavedStatus({ desk, onUnsaved }: SavedStatusProps) {
  useDeskState(desk);
  const { editState, refused, drafts, backup } = desk;
  return (
    <>
      <output className="status-part saved">
        {editState !== null && (
          <>
            <LevelSign level="fine" size={13} />
            已保存 {secondClock.format(new Date(editState.savedAt))}
          </>
        )}
      </output>
      {refused.size > 0 && (
        <button type="button" className="status-part unsaved" onClick={onUnsaved}>
          {refused.size} 格未存入
        </button>
      )}
      {drafts.size > 0 && (
        <span className="status-part unsaved" title="打开“检查”里的那一条，写着没有存入的原因">
          {drafts.size} 条说明未存入
        </span>
      )}
      {backup?.ok === true && (
        <span className="status-part">备份 {minuteClock.format(new Date(backup.at))}</span>
      )}
      {backup?.ok === false && (
        <span className="status-part unsaved" title={backup.message}>
          备份没有做成
        </span>
      )}
    </>
  );
}
