import type { IpcMain, WebFrameMain } from 'electron';
import { DeskDoors } from '../../electron/host/desk-doors.ts';
import type { DeskFactories } from '../../electron/host/desk-doors.ts';
import { serveIpc } from '../../electron/shell/desk-ipc.ts';
import type { DeskPage } from '../../electron/shell/desk-ipc.ts';

type Handler = (event: unknown, ...args: unknown[]) => unknown;

/** A frame of a window, by the address it shows. */
export const frameAt = (url: string): WebFrameMain => ({ url }) as WebFrameMain;

/** Electron's IPC at its edge: what is sent is cloned as Electron clones it, what is not cloneable does not get through. */
export function createFakeIpc(desks: DeskFactories, mainFrame = frameAt('desk://app/')) {
  const handlers = new Map<string, Handler>();
  const heard = new Set<(event: unknown) => void>();
  const state = { mainFrame, destroyed: false };
  const page: DeskPage = {
    get mainFrame() {
      return state.mainFrame;
    },
    isDestroyed: () => state.destroyed,
    send: (_channel: string, event: unknown) => heard.forEach((listener) => listener(structuredClone(event))),
  };
  serveIpc({ handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) } as Pick<IpcMain, 'handle'>, page, new DeskDoors(desks));
  const invoke = async (senderFrame: WebFrameMain | null, ...args: unknown[]): Promise<unknown> =>
    structuredClone(await handlers.get('desk:call')?.({ senderFrame }, ...structuredClone(args)));
  return {
    state,
    invoke,
    /** What the preload puts before the page. */
    bridge: {
      call: (method: string, input: unknown) => invoke(state.mainFrame, method, input),
      subscribe: (listener: (event: unknown) => void) => {
        heard.add(listener);
        return () => void heard.delete(listener);
      },
    },
  };
}
