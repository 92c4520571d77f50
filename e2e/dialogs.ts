import type { ElectronApplication } from '@playwright/test';

// Native dialogs lie outside the page, where no test can click. So the main process gets the answer instead.

/** A dialog nobody has prepared an answer for fails at once, instead of waiting for a click until the test's time is up. */
export function refuseDialogs(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ dialog }) => {
    const refuse = (name: string) => async () => {
      throw new Error(`The test has prepared no answer for ${name}.`);
    };
    dialog.showSaveDialog = refuse('showSaveDialog');
    dialog.showOpenDialog = refuse('showOpenDialog');
    dialog.showMessageBox = refuse('showMessageBox');
  });
}

export function answerSave(app: ElectronApplication, path: string | null): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

export function answerOpen(app: ElectronApplication, paths: readonly string[] | null): Promise<void> {
  return app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths === null, filePaths: [...(filePaths ?? [])] });
  }, paths);
}

/** The next message boxes return the button with this number. */
export function answerMessage(app: ElectronApplication, response: number): Promise<void> {
  return app.evaluate(({ dialog }, button) => {
    dialog.showMessageBox = async () => ({ response: button, checkboxChecked: false });
  }, response);
}
