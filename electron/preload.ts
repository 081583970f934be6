import { contextBridge, ipcRenderer } from 'electron';
import type { IpcRendererEvent } from 'electron';
import { channels } from './shell/channels.ts';

/** All that the page sees of Electron: two functions. What goes through them is checked on the other side. */
contextBridge.exposeInMainWorld('deskBridge', {
  call: (method: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(channels.call, method, input),
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    const hear = (_event: IpcRendererEvent, event: unknown): void => listener(event);
    ipcRenderer.on(channels.event, hear);
    return () => void ipcRenderer.off(channels.event, hear);
  },
});
