import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { APP_SCHEME } from './names.ts';
import { contentSecurityPolicy, pageFile } from './page-files.ts';

/** Must run before the app is ready: Chromium fixes its schemes then. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built renderer, and nothing outside its folder, as app://mingzhang/. */
export function serveApp(folder: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const file = pageFile(folder, request.url);
    if (file === null) return new Response(null, { status: 404 });
    try {
      const bytes = await readFile(file.path);
      const nonce = randomBytes(16).toString('base64');
      const isPage = file.path.endsWith('.html');
      return new Response(isPage ? bytes.toString('utf8').replaceAll('__NONCE__', nonce) : bytes, {
        headers: {
          'content-type': file.type,
          'content-security-policy': contentSecurityPolicy(nonce),
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
