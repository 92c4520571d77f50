import { Menu } from 'electron';

/**
 * None where the page has the commands and Electron's own menu would be the only English in the window; on macOS, where
 * copying and quitting go through the menu, a short one in Chinese.
 */
export function applicationMenu(): Menu | null {
  if (process.platform !== 'darwin') return null;
  return Menu.buildFromTemplate([
    {
      label: '明账',
      submenu: [
        { role: 'hide', label: '隐藏明账' },
        { type: 'separator' },
        { role: 'quit', label: '退出明账' },
      ],
    },
    {
      label: '编辑',
      submenu: [
        { role: 'undo', label: '撤销' },
        { role: 'redo', label: '重做' },
        { type: 'separator' },
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'selectAll', label: '全选' },
      ],
    },
    {
      label: '窗口',
      submenu: [
        { role: 'minimize', label: '最小化' },
        { role: 'close', label: '关闭窗口' },
      ],
    },
  ]);
}
