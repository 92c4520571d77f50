import { contextBridge, ipcRenderer } from 'electron';
import { METHOD_NAMES } from '../core/methods.ts';
import { CHANNEL_PREFIX } from './window/names.ts';

// One named function for each method of the contract; the page can call nothing else and names no channel.
const bridge = Object.fromEntries(
  METHOD_NAMES.map((method) => [
    method,
    (...args: unknown[]) => ipcRenderer.invoke(CHANNEL_PREFIX + method, ...args),
  ]),
);

contextBridge.exposeInMainWorld('mingzhang', Object.freeze(bridge));
