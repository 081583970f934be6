import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { DeskMode } from '../../shared/desk/desk-view.ts';
import type { Reply } from '../../shared/desk/refusal.ts';
import type { DeskEvent } from '../../shared/desk/transport.ts';
import { dispatch } from '../host/desk-dispatch.ts';
import type { DeskDoors } from '../host/desk-doors.ts';
import type { Desk } from '../host/desk-methods.ts';
import { sentenceOf } from '../host/sentences.ts';
import { modeOfAddress } from './app-address.ts';
import { channels } from './channels.ts';

/** The part of our window this endpoint talks to. */
export type DeskPage = Pick<WebContents, 'mainFrame' | 'send' | 'isDestroyed'>;

/**
 * The desk's end of Electron's IPC. Calls are taken from the main frame of our own window while it shows a page of ours;
 * anybody else's are not answered at all. The page's address says which desk is meant.
 */
export function serveIpc(ipcMain: Pick<IpcMain, 'handle'>, page: DeskPage, doors: DeskDoors): void {
  const listenedTo = new Set<Desk>();
  const listen = (mode: DeskMode, desk: Desk): void => {
    if (listenedTo.has(desk)) return;
    listenedTo.add(desk);
    desk.subscribe((event) => sendEvent(page, mode, event));
  };
  ipcMain.handle(channels.call, (event: IpcMainInvokeEvent, method: unknown, input: unknown): Promise<Reply<unknown>> | Reply<unknown> => {
    const mode = modeOfCaller(page, event);
    if (mode === undefined) throw new Error('not a page of the desk');
    const opened = doors.open(mode);
    if (opened === undefined) return refused('unknown-method');
    if (!opened.ok) return refused(opened.code);
    listen(mode, opened.value);
    return dispatch(opened.value, typeof method === 'string' ? method : '', input);
  });
}

/** Frames within the page, other windows, and a page that has gone elsewhere have no desk. */
function modeOfCaller(page: DeskPage, { senderFrame }: IpcMainInvokeEvent): DeskMode | undefined {
  return senderFrame !== null && senderFrame === page.mainFrame ? modeOfAddress(senderFrame.url) : undefined;
}

function sendEvent(page: DeskPage, mode: DeskMode, event: DeskEvent): void {
  if (!page.isDestroyed() && modeOfAddress(page.mainFrame.url) === mode) page.send(channels.event, event);
}

const refused = (code: Parameters<typeof sentenceOf>[0]): Reply<never> => ({ ok: false, code, sentence: sentenceOf(code) });
