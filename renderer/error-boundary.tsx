import { Component, type ReactNode } from 'react';
import { LevelSign } from './parts/level-sign.tsx';
import { TopBar } from './parts/top-bar.tsx';

interface State {
  readonly error: Error | null;
}

/** What the clerk sees instead of an empty window when a page of ours breaks. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="start-frame">
        <TopBar />
        <main className="broken-page">
          <div className="strip strip-error" role="alert">
            <LevelSign level="error" />
            <p>
              页面出错了（{error.message}），账簿没有改动，重新载入后再试；再次出现时把这句话报给维护人员。
            </p>
            <button type="button" className="link" onClick={() => window.location.reload()}>
              重新载入
            </button>
          </div>
        </main>
      </div>
    );
  }
}
