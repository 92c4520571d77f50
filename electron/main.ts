import { app, type BrowserWindow, dialog, ipcMain, Menu, session, shell } from 'electron';
import { Desk } from './desk/desk.ts';
import { ownFiles, windowFiles } from './folders.ts';
import { selfTest } from './self-test/self-test.ts';
import { serveBridge } from './window/bridge.ts';
import { Closing } from './window/closing.ts';
import {
  askForBook,
  askForFile,
  askForReload,
  askWhereToSave,
  confirmExport,
  confirmGivingUp,
  confirmWithoutBackup,
} from './window/dialogs.ts';
import { guardContents, guardSession, keepOffline } from './window/guards.ts';
import { bookAmong } from './window/handed-book.ts';
import { controlWindow, FRAME, loadStartPage, makeMainWindow } from './window/main-window.ts';
import { applicationMenu } from './window/menu.ts';
import { EVENT_PREFIX } from './window/names.ts';
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

/** Every 15 minutes, ms: what was keyed since is copied. */
const BACKUP_PERIOD = 15 * 60_000;

const desk = new Desk({
  ...ownFiles(app.getAppPath(), app.getVersion()),
  dataFolder: app.getPath('userData'),
  documentsFolder: app.getPath('documents'),
  frame: FRAME,
  now: () => new Date(),
  askForBook: () => askForBook(window),
  askForFile: (what) => askForFile(window, what),
  askWhereToSave: (what, suggestion) => askWhereToSave(window, what, suggestion),
  showInFolder: (path) => shell.showItemInFolder(path),
  controlWindow: (action) => {
    if (window !== null) controlWindow(window, action);
  },
  tell: (event, payload) => window?.webContents.send(EVENT_PREFIX + event, payload),
  giveUp: (unsaved) => confirmGivingUp(window, unsaved),
  exportWithout: (unsaved) => confirmExport(window, unsaved),
  readyToClose: (unsaved) => closing.answered(unsaved),
});

const closing = new Closing({
  tellPage: () => window?.webContents.send(`${EVENT_PREFIX}closing`, null),
  giveUp: (unsaved) => confirmGivingUp(window, unsaved),
  backUp: () => desk.backUpBeforeClosing(),
  goWithoutBackup: (problem) => confirmWithoutBackup(window, problem),
});

function handOver(book: string | null): void {
  showWindow();
  if (book !== null) desk.handOver(book);
}

async function start(): Promise<void> {
  await app.whenReady();
  Menu.setApplicationMenu(applicationMenu());
  guardSession(session.defaultSession);
  const files = windowFiles(app.getAppPath());
  serveApp(files.page);
  serveBridge(ipcMain, desk.handlers);
  setInterval(() => void desk.backUpIfChanged(), BACKUP_PERIOD);
  // SQLite answers at once, so closing here leaves nothing open: the book is one whole file when the app has ended
  app.on('will-quit', () => desk.close());
  const opened = makeMainWindow(files);
  window = opened;
  closing.guard(opened);
  opened.on('closed', () => {
    window = null;
  });
  opened.webContents.on('render-process-gone', () => void offerReload(opened));
  await loadStartPage(opened);
}

async function offerReload(crashed: BrowserWindow): Promise<void> {
  const choice = await askForReload();
  if (choice === 'quit') app.quit();
  else if (!crashed.isDestroyed()) await loadStartPage(crashed);
}

if (process.argv.includes('--self-test')) {
  selfTest().then(
    (code) => app.exit(code),
    (error: unknown) => {
      console.error(error);
      app.exit(1);
    },
  );
} else if (app.requestSingleInstanceLock()) {
  handOver(bookAmong(process.argv.slice(1), process.cwd()));
  app.on('second-instance', (_, args, folder) => handOver(bookAmong(args.slice(1), folder)));
  // macOS names the file in an event, not among the arguments
  app.on('open-file', (event, file) => {
    event.preventDefault();
    handOver(file);
  });
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
