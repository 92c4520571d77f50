import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { START_PAGE } from './protocol.ts';

/** macOS keeps its own buttons over the page; elsewhere the page draws them. */
export const FRAME = process.platform === 'darwin' ? 'system' : 'hidden';

/** Opens the app's one window, shown when its first page is drawn. */
export async function openMainWindow(preloadFolder: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: '明账',
    backgroundColor: '#f3f4f6',
    ...(FRAME === 'system' ? { titleBarStyle: 'hiddenInset' as const } : { frame: false }),
    webPreferences: {
      preload: join(preloadFolder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(START_PAGE);
  return window;
}

export function controlWindow(window: BrowserWindow, action: 'minimize' | 'maximize' | 'close'): void {
  if (action === 'close') window.close();
  else if (action === 'minimize') window.minimize();
  else if (window.isMaximized()) window.unmaximize();
  else window.maximize();
}
