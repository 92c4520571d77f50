import { type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { UnsavedCell } from '../../core/api.ts';
import type { Problem } from '../../core/problems.ts';
import type { SavedFile } from '../desk/surroundings.ts';

const BOOK_FILTER = [{ name: '明账账簿', extensions: ['mzb'] }];
const PROFILE_FILTER = [{ name: '报表格式', extensions: ['json'] }];
const WORKBOOK_FILTER = [{ name: 'Excel 工作簿', extensions: ['xlsx'] }];
const OTHER_WORKBOOK_FILTER = [
  { name: 'Excel 或 WPS 工作簿', extensions: ['xlsx', 'xls', 'et', 'xlsb', 'ods'] },
];

/** So many are named; of the rest the clerk hears how many. */
const MOST_NAMED = 5;

/** Dialogs belong to the window, so that it waits behind them. */
export async function askForBook(window: BrowserWindow | null): Promise<string | null> {
  return askForOne(window, { title: '打开账簿', filters: BOOK_FILTER });
}

const READ_FILES = {
  profile: { title: '从文件带入报表格式', filters: PROFILE_FILTER },
  workbook: { title: '与批复表核对', filters: OTHER_WORKBOOK_FILTER },
  reports: { title: '导入财决报表', filters: OTHER_WORKBOOK_FILTER },
  table: {
    title: '导入录入表',
    filters: [
      { name: 'Excel、WPS 或 CSV 表格', extensions: ['xlsx', 'xls', 'et', 'csv', 'txt', 'ods', 'xlsb'] },
    ],
  },
  cards: {
    title: '导入资产卡片',
    filters: [
      { name: 'Excel、WPS 或 CSV 表格', extensions: ['xlsx', 'xls', 'et', 'csv', 'txt', 'ods', 'xlsb'] },
    ],
  },
  book: { title: '并入单位数据', filters: [{ name: '明账账簿或交换文件', extensions: ['mzb', 'json'] }] },
  published: { title: '读入上年公开表', filters: OTHER_WORKBOOK_FILTER },
};

export async function askForFile(
  window: BrowserWindow | null,
  what: keyof typeof READ_FILES,
): Promise<string | null> {
  return askForOne(window, READ_FILES[what]);
}

async function askForOne(window: BrowserWindow | null, asked: OpenDialogOptions): Promise<string | null> {
  const options: OpenDialogOptions = { ...asked, properties: ['openFile'] };
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? null : (filePaths[0] ?? null);
}

const SAVED_FILES: Readonly<Record<SavedFile, SaveDialogOptions>> = {
  book: { title: '新建账簿', filters: BOOK_FILTER },
  profile: { title: '报表格式存为文件', filters: PROFILE_FILTER },
  published: { title: '导出公开表', filters: WORKBOOK_FILTER },
  working: { title: '导出核对底稿', filters: WORKBOOK_FILTER },
};

export async function askWhereToSave(
  window: BrowserWindow | null,
  what: SavedFile,
  defaultPath: string,
): Promise<string | null> {
  const options: SaveDialogOptions = {
    ...SAVED_FILES[what],
    defaultPath,
    // Linux asks before it writes over a file only when told to
    properties: ['showOverwriteConfirmation'],
  };
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? null : filePath;
}

/** @returns true: the second of two buttons, which gives something up; it is never the default */
async function confirm(
  window: BrowserWindow | null,
  message: string,
  detail: string,
  buttons: readonly [stay: string, go: string],
): Promise<boolean> {
  const options = {
    type: 'warning' as const,
    title: '明账',
    message,
    detail,
    buttons: [...buttons],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const { response } = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 1;
}

export function confirmGivingUp(
  window: BrowserWindow | null,
  unsaved: readonly UnsavedCell[],
): Promise<boolean> {
  return confirm(window, `有 ${unsaved.length} 格的内容没有存入账簿，离开后就没有了。`, namesOf(unsaved), [
    '返回改正',
    '放弃这些内容并离开',
  ]);
}

export function confirmExport(
  window: BrowserWindow | null,
  unsaved: readonly UnsavedCell[],
): Promise<boolean> {
  return confirm(
    window,
    `有 ${unsaved.length} 格的内容没有存入账簿，导出的表里没有它们。`,
    namesOf(unsaved),
    ['返回改正', '照账簿里的数导出'],
  );
}

function namesOf(unsaved: readonly UnsavedCell[]): string {
  const named = unsaved.slice(0, MOST_NAMED).map(({ place, text }) => `${place}：“${text}”`);
  const more = unsaved.length > MOST_NAMED ? [`另有 ${unsaved.length - MOST_NAMED} 格`] : [];
  return [...named, ...more].join('\n');
}

export function confirmWithoutBackup(window: BrowserWindow | null, problem: Problem): Promise<boolean> {
  return confirm(window, '账簿里的数都已存入，但关闭前的备份没有做成。', problem.message, [
    '返回',
    '不备份，关闭',
  ]);
}

/** The page died, the book did not: every edit was committed when it was made. */
export async function askForReload(): Promise<'reload' | 'quit'> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: '明账',
    message: '窗口内容意外中断，账簿里的数都已存入，重新载入后接着做。',
    buttons: ['重新载入', '退出'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1 ? 'quit' : 'reload';
}
