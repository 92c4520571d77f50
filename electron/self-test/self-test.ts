import assert from 'node:assert/strict';
import { app, BrowserWindow, ipcMain, session } from 'electron';
import { ownFiles, windowFiles } from '../folders.ts';
import { serveBridge } from '../window/bridge.ts';
import { guardSession } from '../window/guards.ts';
import { START_PAGE } from '../window/names.ts';
import { serveApp } from '../window/protocol.ts';
import { deskSelfTest, runSteps, type SelfTestStep } from './desk-self-test.ts';

/**
 * `mingzhang --self-test`: whether this package can do its work on this machine. Nothing of the user is touched.
 * @returns exit code
 */
export async function selfTest(): Promise<number> {
  await app.whenReady();
  const desk = deskSelfTest(ownFiles(app.getAppPath(), app.getVersion()));
  try {
    return (await runSteps([...desk.steps, page(desk.handlers)], console.log)) ? 0 : 1;
  } finally {
    desk.end();
  }
}

/** The page is drawn, out of sight, and reaches main through its preload. */
function page(handlers: Parameters<typeof serveBridge>[1]): SelfTestStep {
  return {
    name: 'the page is drawn, and speaks with the desk',
    run: async () => {
      const files = windowFiles(app.getAppPath());
      guardSession(session.defaultSession);
      serveApp(files.page);
      serveBridge(ipcMain, handlers);
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload: files.preload, sandbox: true },
      });
      await window.loadURL(START_PAGE);
      // the version at the foot came over the bridge
      const shown: unknown = await window.webContents.executeJavaScript(`new Promise((tell) => {
        const look = () => {
          const text = document.body.innerText;
          if (text.includes('明账 ${app.getVersion()}')) tell(text);
          else requestAnimationFrame(look);
        };
        setTimeout(() => tell(document.body.innerText), 20_000);
        look();
      })`);
      assert.match(String(shown), /部门决算/);
      assert.ok(String(shown).includes(`明账 ${app.getVersion()}`), String(shown));
    },
  };
}
