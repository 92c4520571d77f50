import { useState } from 'react';
import type { OpenedBook } from '../core/api.ts';
import type { Problem } from '../core/problems.ts';
import { AppInfoProvider } from './app-info.tsx';
import { call } from './bridge.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { BookPage } from './shell/book-page.tsx';
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
  const [problem, setProblem] = useState<Problem | null>(null);

  async function close() {
    const reply = await call('closeBook');
    // the start page says what went wrong: the book is left in any case
    setProblem(reply.ok ? null : reply.error);
    setBook(null);
  }

  if (book === null) return <StartPage problem={problem} onOpened={setBook} />;
  return <BookPage book={book} onClose={() => void close()} />;
}
