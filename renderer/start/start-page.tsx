import { useEffect, useEffectEvent, useState } from 'react';
import type { OpenedBook } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import { useAppInfo } from '../app-info.tsx';
import { call, useMainEvent } from '../bridge.ts';
import { ProblemStrip } from '../parts/problem-strip.tsx';
import { TopBar } from '../parts/top-bar.tsx';
import { useShortcut } from '../shortcut.ts';
import { BeginList } from './begin-list.tsx';
import { DamagedPage } from './damaged-page.tsx';
import { NewBookPage } from './new-book-page.tsx';
import { RecentBooks } from './recent-books.tsx';
import { useOpening } from './use-opening.ts';
import { useRecentBooks } from './use-recent-books.ts';

interface StartPageProps {
  /** of the book that was just closed */
  readonly problem: Problem | null;
  readonly onOpened: (book: OpenedBook) => void;
}

export function StartPage({ problem, onOpened }: StartPageProps) {
  const info = useAppInfo();
  const recent = useRecentBooks();
  const opening = useOpening(problem, onOpened);
  const [isMaking, setMaking] = useState(false);
  const shown = opening.problem ?? recent.problem;

  const openFile = () => void opening.open(() => call('openBookFile'));
  const openSample = () => void opening.open(() => call('openSample'));
  const openRecent = async (id: string) => {
    await opening.open(() => call('openRecentBook', id));
    // what the list said of the file may have been out of date
    await recent.reload();
  };
  const forget = async (id: string) => {
    const reply = await call('forgetRecentBook', id);
    opening.setProblem(reply.ok ? null : reply.error);
    await recent.reload();
  };
  const openHanded = useEffectEvent(async () => {
    const reply = await call('openHandedBook');
    // where none was handed over, what is said of the book just closed stays
    if (!reply.ok) opening.setProblem(reply.error);
    else if (reply.value !== null) onOpened(reply.value);
  });
  useEffect(() => {
    // what is typed for a new book is not lost to a double click elsewhere: the book opens after it
    if (!isMaking) void openHanded();
  }, [isMaking]);
  useMainEvent('bookHanded', () => {
    if (!isMaking) void openHanded();
  });
  // what is typed for a new book is not lost to a key
  const unlessMaking = (act: () => void) => () => {
    if (!isMaking) act();
  };
  useShortcut('Ctrl+N', () => setMaking(true));
  useShortcut('Ctrl+O', unlessMaking(openFile));
  useShortcut('Ctrl+L', unlessMaking(openSample));

  if (shown?.code === 'damaged-book') {
    return <DamagedPage onOpened={onOpened} onBack={() => opening.setProblem(null)} />;
  }
  if (isMaking) {
    return <NewBookPage today={new Date()} onOpened={onOpened} onBack={() => setMaking(false)} />;
  }
  return (
    <div className="start-frame">
      <title>明账</title>
      <TopBar />
      <main className="start-scroll">
        <div className="start-page">
          <h1>部门决算，数字只录一次</h1>
          <p className="start-lead">
            录入或导入批复后的数字，核对无误，得到整套公开表，每个数都能看到来历。全程在本机，不联网。
          </p>
          {shown && <ProblemStrip problem={shown} onClose={() => opening.setProblem(null)} />}
          <div className="start-columns">
            <RecentBooks
              books={recent.books}
              onOpen={(id) => void openRecent(id)}
              onForget={(id) => void forget(id)}
              onNew={() => setMaking(true)}
              onOpenFile={openFile}
              onOpenSample={openSample}
            />
            <BeginList onNew={() => setMaking(true)} onOpenFile={openFile} onOpenSample={openSample} />
          </div>
          <footer className="start-foot">
            {info && <span>明账 {info.version}</span>}
            <span role="status">{opening.isOpening && <span className="late">正在打开账簿</span>}</span>
          </footer>
        </div>
      </main>
    </div>
  );
}
