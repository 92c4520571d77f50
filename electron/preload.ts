import { contextBridge, ipcRenderer } from 'electron';
import { ASYNC_METHOD_NAMES, EVENT_NAMES, SYNC_METHOD_NAMES } from '../core/methods.ts';
import { CHANNEL_PREFIX, EVENT_PREFIX } from './window/names.ts';

// One named function for each method of the contract; the page can call nothing else and names no channel.
const later = ASYNC_METHOD_NAMES.map((method) => [
  method,
  (...args: unknown[]) => ipcRenderer.invoke(CHANNEL_PREFIX + method, ...args),
]);
const now = SYNC_METHOD_NAMES.map((method) => [
  method,
  (...args: unknown[]) => ipcRenderer.sendSync(CHANNEL_PREFIX + method, ...args),
]);

contextBridge.exposeInMainWorld('mingzhang', Object.freeze(Object.fromEntries([...later, ...now])));

// One function for each event; it returns how to stop listening.
const listen = EVENT_NAMES.map((name) => [
  name,
  (heard: (payload: unknown) => void) => {
    const listener = (_: unknown, payload: unknown) => heard(payload);
    ipcRenderer.on(EVENT_PREFIX + name, listener);
    return () => void ipcRenderer.off(EVENT_PREFIX + name, listener);
  },
]);

contextBridge.exposeInMainWorld('mingzhangEvents', Object.freeze(Object.fromEntries(listen)));
