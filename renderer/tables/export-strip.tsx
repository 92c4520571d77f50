import { ProblemStrip } from '../parts/problem-strip.tsx';
import { Strip } from '../parts/strip.tsx';
import type { ExportState } from './use-export.ts';

/** What came of the last export, under the head of the page. */
export function ExportStrip({ exported, problem, show, dismiss }: ExportState) {
  if (problem !== null) return <ProblemStrip problem={problem} onClose={dismiss} />;
  return (
    // always there, or a screen reader would not hear what appears in it
    <div role="status">
      {exported && (
        <Strip level="fine" onClose={dismiss}>
          <p>
            已导出{exported.kind === 'working' ? '核对底稿' : ''} {exported.tables} 张表到 {exported.path}
          </p>
          <button type="button" className="link" onClick={() => void show()}>
            打开所在文件夹
          </button>
        </Strip>
      )}
    </div>
  );
}
