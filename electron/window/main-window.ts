import { BrowserWindow } from 'electron';
import type { windowFiles } from '../folders.ts';
import { START_PAGE } from './names.ts';

/** macOS keeps its own buttons over the page; elsewhere the page draws them. */
export const FRAME = process.platform === 'darwin' ? 'system' : 'hidden';

/** Makes the app's one window, shown when its first page is drawn. */
export function makeMainWindow(files: ReturnType<typeof windowFiles>): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 880,
    minHeight: 480,
    show: false,
    title: '明账',
    backgroundColor: '#f3f4f6',
    // Windows and macOS take it from the package
    ...(process.platform === 'linux' ? { icon: files.icon } : {}),
    ...(FRAME === 'system' ? { titleBarStyle: 'hiddenInset' as const } : { frame: false }),
    webPreferences: {
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Loads the page; a window closed meanwhile is no failure. */
export async function loadStartPage(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(START_PAGE);
  } catch (error) {
    if (!window.isDestroyed()) throw error;
  }
}

export function controlWindow(window: BrowserWindow, action: 'minimize' | 'maximize' | 'close'): void {
  if (action === 'close') window.close();
  else if (action === 'minimize') window.minimize();
  else if (window.isMaximized()) window.unmaximize();
  else window.maximize();
}
