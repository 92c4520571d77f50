import { app, type Session } from 'electron';
import { APP_ORIGIN } from './names.ts';

/** Switches that keep Chromium itself from looking for a network (DESIGN promise 5). */
export function keepOffline(): void {
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** No new windows, no navigation away, no embedded pages: whatever a page asks for. */
export function guardContents(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** No permissions, and no request but for our own files. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => {
    const isOurs = details.url.startsWith(`${APP_ORIGIN}/`) || /^(data|devtools|blob):/.test(details.url);
    decide({ cancel: !isOurs });
  });
}
