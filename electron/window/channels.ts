/** Before the name of a method, so that no channel of ours meets one of Electron's. */
export const CHANNEL_PREFIX = 'mingzhang:';
