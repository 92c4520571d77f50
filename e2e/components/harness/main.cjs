// The main process for the tests of a component: one window on a built page, and nothing of the app.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    useContentSize: true,
    // covered by another window, the page goes on drawing
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  });
  return window.loadFile(process.env.COMPONENT_PAGE);
});
app.on('window-all-closed', () => app.quit());
