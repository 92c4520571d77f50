import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { BackupInfo, Backups, OpenedBook } from '../../core/api.ts';
import { BACKUP_KIND_NAMES } from '../../core/backups/backup.ts';
import type { Problem } from '../../core/problems.ts';
import { call } from '../bridge.ts';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { backupTime, sizeInWords } from './backup-words.ts';

interface BackupsDialogProps {
  /** cells whose texts could not be stored: a restored book does not have them */
  readonly unsaved: number;
  readonly onClose: () => void;
  /** the copy has taken the place of the open book */
  readonly onRestored: (book: OpenedBook) => void;
}

/** 备份与恢复: the copies of the open book. */
export function BackupsDialog({ unsaved, onClose, onRestored }: BackupsDialogProps) {
  const [backups, setBackups] = useState<Backups | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState<BackupInfo | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    void call('backups').then((reply) => {
      if (reply.ok) setBackups(reply.value);
      else setProblem(reply.error);
    });
  }, []);

  async function backUp() {
    setBusy(true);
    const reply = await call('backUpNow');
    setBusy(false);
    setProblem(reply.ok ? null : reply.error);
    if (reply.ok) setBackups(reply.value);
  }

  async function restore(backup: BackupInfo) {
    setBusy(true);
    const reply = await call('restoreBackup', backup.id);
    setBusy(false);
    if (reply.ok) onRestored(reply.value);
    else setProblem(reply.error);
  }

  return (
    <Modal open title="备份与恢复" width={640} footer={null} onCancel={onClose} destroyOnHidden>
      <div className="backups-head">
        <p>录入时每 15 分钟、关闭时各存一份，存在 {backups?.folder ?? '账簿旁边的文件夹'}。</p>
        <Button size="small" disabled={isBusy} onClick={() => void backUp()}>
          立即备份
        </Button>
        <Button size="small" onClick={() => void call('showBackups')}>
          打开文件夹
        </Button>
      </div>
      {problem && <ProblemStrip problem={problem} onClose={() => setProblem(null)} />}
      {backups?.backups.length === 0 && <p className="backups-none">还没有备份。</p>}
      <ul className="backups-list" aria-label="备份">
        {backups?.backups.map((backup) => (
          <li key={backup.id}>
            <div className="backup-line">
              <span>{backupTime(backup.at, new Date())}</span>
              <span>{BACKUP_KIND_NAMES[backup.kind]}</span>
              <span className="amount">{sizeInWords(backup.size)}</span>
              {backup.kind === 'damaged' ? (
                <span />
              ) : (
                <button
                  type="button"
                  className="link"
                  disabled={isBusy}
                  aria-label={`恢复 ${backupTime(backup.at, new Date())} 的备份…`}
                  onClick={() => setAsked(backup)}
                >
                  恢复…
                </button>
              )}
            </div>
            {asked === backup && (
              <div className="backup-question">
                <p>
                  先把现在的账簿另存一份“恢复前”，再换成这一份。这一份之后的录入不再在账簿里，要找回就再恢复“恢复前”那一份。
                  {unsaved > 0 && `另有 ${unsaved} 格的内容没有存入，换了就没有了。`}
                </p>
                <Button size="small" autoFocus onClick={() => setAsked(null)}>
                  不换
                </Button>
                <Button size="small" disabled={isBusy} onClick={() => void restore(backup)}>
                  换成这一份
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
