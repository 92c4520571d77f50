import type { Arguments } from '../../core/api.ts';
import { call } from '../bridge.ts';

const BUTTONS: readonly { action: Arguments<'controlWindow'>[0]; label: string; path: string }[] = [
  { action: 'minimize', label: '最小化', path: 'M0 5.5h11' },
  { action: 'maximize', label: '最大化或还原', path: 'M.5 .5h10v10h-10z' },
  { action: 'close', label: '关闭窗口', path: 'M.5 .5l10 10M10.5 .5l-10 10' },
];

export function WindowButtons() {
  return (
    <div className="window-buttons">
      {BUTTONS.map(({ action, label, path }) => (
        <button
          key={action}
          type="button"
          // the window has its own keys for them; the page's buttons come first
          tabIndex={-1}
          aria-label={label}
          title={label}
          onClick={() => void call('controlWindow', action)}
        >
          <svg width="11" height="11" aria-hidden="true">
            <path d={path} fill="none" stroke="currentColor" />
          </svg>
        </button>
      ))}
    </div>
  );
}
