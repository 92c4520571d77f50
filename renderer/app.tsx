import { useState } from 'react';
import type { OpenedBook } from '../core/api.ts';
import type { Problem } from '../core/problems.ts';
import { AppInfoProvider } from './app-info.tsx';
import { BookPage } from './book-page.tsx';
import { call, useMainEvent } from './bridge.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { storeEverything } from './leaving.ts';
import { StartPage } from './start/start-page.tsx';

export function App() {
  return (
    <AppInfoProvider>
      <ErrorBoundary>
        <Pages />
      </ErrorBoundary>
    </AppInfoProvider>
  );
}

/** The start page, or the book that is open. */
function Pages() {
  const [book, setBook] = useState<OpenedBook | null>(null);
  // a restored book is another one, though its name is the same
  const [opened, setOpened] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isClosing, setClosing] = useState(false);

  // the start page opens it, as soon as it is there
  useMainEvent('bookHanded', () => {
    if (book !== null && !isClosing) void close();
  });
  useMainEvent('closing', () => void call('readyToClose', storeEverything()));

  async function close() {
    const unsaved = storeEverything();
    // nothing more can be keyed while the book is copied: it would come too late
    setClosing(true);
    const reply = await call('closeBook', unsaved);
    setClosing(false);
    if (reply.ok && !reply.value) return;
    // the start page says what went wrong: the book is left in any case
    setProblem(reply.ok ? null : reply.error);
    setBook(null);
  }

  if (book === null) return <StartPage problem={problem} onOpened={setBook} />;
  const restored = (copy: OpenedBook) => {
    setBook(copy);
    setOpened((count) => count + 1);
  };
  return (
    <div className="book-frame" inert={isClosing} aria-busy={isClosing}>
      <BookPage
        key={opened}
        book={book}
        onClose={() => void close()}
        onRestored={restored}
        onChanged={setBook}
      />
    </div>
  );
}
