import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { AppInfo } from '../core/api.ts';
import { call } from './bridge.ts';

const AppInfoContext = createContext<AppInfo | null>(null);

/** `null` until main has answered, for the first instant. */
export function useAppInfo(): AppInfo | null {
  return useContext(AppInfoContext);
}

export function AppInfoProvider({ children }: { readonly children: ReactNode }) {
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    void call('appInfo').then((reply) => {
      if (reply.ok) setInfo(reply.value);
    });
  }, []);
  return <AppInfoContext value={info}>{children}</AppInfoContext>;
}
