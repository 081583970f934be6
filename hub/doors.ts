import type { IncomingMessage } from 'node:http';
import type { Attempts } from './attempts.ts';
import { html, plain, redirect } from './http/answers.ts';
import type { Answering } from './http/answers.ts';
import { closedDoorPage, doorPage } from './http/door-page.ts';
import { readBody } from './http/read-body.ts';
import type { HubContext } from './hub-context.ts';
import type { OneTimeRefusal } from './store/hub-store.ts';

/** A door that a one-time link opens. */
export interface Door {
  readonly of: 'official' | 'guest';
  /** Uses the link's token up: the cookie that stays, and the page behind the door. */
  readonly open: (token: string) => Promise<{ readonly cookie: string; readonly page: string } | OneTimeRefusal>;
}

const longestBody = 1024;

/** GET shows a button, POST of that button opens; the token then leaves the address bar. */
export async function answerDoor(hub: HubContext, door: Door, attempts: Attempts, request: IncomingMessage, to: Answering): Promise<void> {
  if (request.method !== 'POST') return html(to, 200, doorPage(door.of, new URLSearchParams((request.url ?? '').split('?', 2)[1]).get('t') ?? ''));
  // A form elsewhere must not bring anybody in under another's name.
  if (!hub.addresses.includes(request.headers.origin ?? '')) return plain(to, 403, 'wrong origin');
  if (!attempts.take(request.socket.remoteAddress ?? '')) return html(to, 429, closedDoorPage(door.of, 'too-many'));
  const token = new URLSearchParams(await readBody(request, longestBody)).get('t') ?? '';
  const opened = await door.open(token);
  hub.log('door', { of: door.of, outcome: typeof opened === 'string' ? opened : 'opened' });
  if (typeof opened === 'string') return html(to, 403, closedDoorPage(door.of, opened));
  return redirect(to, opened.page, { 'set-cookie': opened.cookie });
}
