import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, Menu, session, shell } from 'electron';
import { Desk } from './desk/desk.ts';
import { serveBridge } from './window/bridge.ts';
import { guardContents, guardSession, keepOffline } from './window/guards.ts';
import { controlWindow, FRAME, openMainWindow } from './window/main-window.ts';
import { registerAppScheme, serveApp } from './window/protocol.ts';

const isTest = process.env['MINGZHANG_TEST'] === '1';

if (isTest) {
  // Electron would wait in a dialog that no test can click, or only warn
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error) => {
      console.error(error);
      process.exit(1);
    });
  }
}

keepOffline();
registerAppScheme();
guardContents();

let window: BrowserWindow | null = null;

function showWindow(): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

const BOOK_FILTER = [{ name: '明账账簿', extensions: ['mzb'] }];

/** Dialogs belong to the window, so that it waits behind them. */
function makeDesk(): Desk {
  return new Desk({
    root: app.getAppPath(),
    dataFolder: app.getPath('userData'),
    documentsFolder: app.getPath('documents'),
    version: app.getVersion(),
    frame: FRAME,
    now: () => new Date(),
    async askForBook() {
      const options = { title: '打开账簿', filters: BOOK_FILTER, properties: ['openFile' as const] };
      const { canceled, filePaths } = await (window === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      return canceled ? null : (filePaths[0] ?? null);
    },
    async askWhereToSave(defaultPath) {
      const options = {
        title: '导出公开表',
        defaultPath,
        filters: [{ name: 'Excel 工作簿', extensions: ['xlsx'] }],
      };
      const { canceled, filePath } = await (window === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      return canceled || filePath === '' ? null : filePath;
    },
    showInFolder: (path) => shell.showItemInFolder(path),
    controlWindow: (action) => {
      if (window !== null) controlWindow(window, action);
    },
  });
}

async function start(): Promise<void> {
  await app.whenReady();
  // the page has the commands; a menu in English would be the only foreign thing in the window
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  guardSession(session.defaultSession);
  serveApp(join(app.getAppPath(), 'out', 'renderer'));
  const desk = makeDesk();
  serveBridge(ipcMain, desk.handlers);
  // SQLite answers at once, so closing here leaves nothing open: the book is one whole file when the app has ended
  app.on('will-quit', () => desk.close());
  window = await openMainWindow(join(app.getAppPath(), 'out', 'preload'));
  window.on('closed', () => {
    window = null;
  });
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  start().catch((error: unknown) => {
    console.error(error);
    dialog.showErrorBox('明账没有启动', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else {
  // the first window comes to the front instead
  app.quit();
}
