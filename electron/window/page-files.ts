import { extname, join, normalize, sep } from 'node:path';
import { APP_HOST } from './names.ts';

/** The kinds of files that the page is made of; nothing else is served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Which file a request of the page means, with its type; `null` for another host, a kind that is not served, an address
 * that cannot be read, or a way out of the folder.
 */
export function pageFile(
  folder: string,
  address: string,
): { readonly path: string; readonly type: string } | null {
  let url: URL;
  let name: string;
  try {
    url = new URL(address);
    name = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  const path = normalize(join(folder, name));
  const type = TYPES[extname(path)];
  return url.host === APP_HOST && path.startsWith(folder + sep) && type !== undefined ? { path, type } : null;
}

/** Nothing from elsewhere, no inline script; antd's own styles carry the nonce of this one load. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
