/** Before the name of a method, so that no channel of ours meets one of Electron's. */
export const CHANNEL_PREFIX = 'mingzhang:';

/** The page's own scheme and host, in place of file:// (DESIGN §7). */
export const APP_SCHEME = 'app';
export const APP_HOST = 'mingzhang';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const START_PAGE = `${APP_ORIGIN}/index.html`;

/** Before the name of an event that main tells the page. */
export const EVENT_PREFIX = 'mingzhang:event:';
