import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { DamagedBook, OpenedBook } from '../../core/api.ts';
import { BACKUP_KIND_NAMES } from '../../core/backups/backup.ts';
import type { Problem } from '../../core/problems.ts';
import { backupTime, sizeInWords } from '../backups/backup-words.ts';
import { call } from '../bridge.ts';
import { LevelSign } from '../parts/level-sign.tsx';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { TopBar } from '../parts/top-bar.tsx';

interface DamagedPageProps {
  readonly onOpened: (book: OpenedBook) => void;
  /** back to the start page, nothing changed */
  readonly onBack: () => void;
}

/** A book that cannot be trusted is not opened. What can be done about it, the harmless first. */
export function DamagedPage({ onOpened, onBack }: DamagedPageProps) {
  const [damaged, setDamaged] = useState<DamagedBook | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    void call('damagedBook').then((reply) => {
      if (reply.ok) setDamaged(reply.value);
      else setProblem(reply.error);
    });
  }, []);

  async function restore() {
    setBusy(true);
    const reply = await call('restoreDamaged');
    setBusy(false);
    if (reply.ok) onOpened(reply.value);
    else setProblem(reply.error);
  }

  const newest = damaged?.newestGood ?? null;
  return (
    <div className="start-frame">
      <TopBar />
      <main className="damaged-page">
        <h1>
          <LevelSign level="error" size={20} />
          账簿已损坏，没有打开
        </h1>
        {problem && <ProblemStrip problem={problem} onClose={() => setProblem(null)} />}
        {damaged === null && (
          <div className="damaged-actions">
            <Button onClick={onBack}>回到起始页</Button>
          </div>
        )}
        {damaged && (
          <>
            <p>{damaged.message}</p>
            <dl className="facts">
              <dt>账簿</dt>
              <dd>{damaged.path}</dd>
              <dt>最近的完好备份</dt>
              <dd>
                {newest === null
                  ? `没有找到，找过的文件夹是 ${damaged.folder}`
                  : `${backupTime(newest.at, new Date())}，${BACKUP_KIND_NAMES[newest.kind]}，${sizeInWords(newest.size)}，${newest.department}，已检查，可以打开`}
              </dd>
            </dl>
            <div className="damaged-actions">
              <Button type="primary" autoFocus onClick={() => void call('showBackups')}>
                打开文件夹
              </Button>
              {newest && (
                <Button disabled={isBusy} onClick={() => void restore()}>
                  恢复这份备份
                </Button>
              )}
              <Button onClick={onBack}>回到起始页</Button>
              <Button onClick={() => void call('controlWindow', 'close')}>退出明账</Button>
            </div>
            <p className="damaged-note">
              恢复时，损坏的账簿先移到备份文件夹里留着，再换成备份；备份之后录入的数要重新录入。
            </p>
          </>
        )}
      </main>
    </div>
  );
}
