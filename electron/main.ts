import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, Menu, session, shell } from 'electron';
import { Desk } from './desk/desk.ts';
import { serveBridge } from './window/bridge.ts';
import { guardContents, guardSession, keepOffline } from './window/guards.ts';
import { controlWindow, FRAME, loadStartPage, makeMainWindow } from './window/main-window.ts';
import { applicationMenu } from './window/menu.ts';
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
        // Linux asks before it writes over a file only when told to
        properties: ['showOverwriteConfirmation' as const],
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
  Menu.setApplicationMenu(applicationMenu());
  guardSession(session.defaultSession);
  serveApp(join(app.getAppPath(), 'out', 'renderer'));
  const desk = makeDesk();
  serveBridge(ipcMain, desk.handlers);
  // SQLite answers at once, so closing here leaves nothing open: the book is one whole file when the app has ended
  app.on('will-quit', () => desk.close());
  const opened = makeMainWindow(join(app.getAppPath(), 'out', 'preload'));
  window = opened;
  opened.on('closed', () => {
    window = null;
  });
  opened.webContents.on('render-process-gone', () => void offerReload(opened));
  await loadStartPage(opened);
}

/** The page died, the book did not: every edit was committed when it was made. */
async function offerReload(crashed: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: '明账',
    message: '窗口内容意外中断，账簿里的数都已存入，重新载入后接着做。',
    buttons: ['重新载入', '退出'],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1) app.quit();
  else if (!crashed.isDestroyed()) await loadStartPage(crashed);
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
