import type { ReactNode } from 'react';
import { useAppInfo } from '../app-info.tsx';
import { WindowButtons } from './window-buttons.tsx';

interface TopBarProps {
  readonly children?: ReactNode;
  /** at the right, before the window's own buttons */
  readonly end?: ReactNode;
}

/** The bar that is also the window's title bar where the system gives the window none. */
export function TopBar({ children, end }: TopBarProps) {
  const info = useAppInfo();
  return (
    <header className={info?.frame === 'system' ? 'top-bar beside-buttons' : 'top-bar'}>
      <div className="brand">明账</div>
      {children}
      <div className="spring" />
      {end}
      {/* drawn before main has answered, too: a window without a frame could not be closed otherwise */}
      {info?.frame !== 'system' && <WindowButtons />}
    </header>
  );
}
