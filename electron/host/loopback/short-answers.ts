import type { ServerResponse } from 'node:http';
import { printTrouble } from '../program/print-line.ts';
import { closedDoorPage } from './closed-door-page.ts';
import { safetyHeaders } from './page-headers.ts';

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...safetyHeaders, 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body);
}

/** A few words, for programs rather than people. */
export const plain = (response: ServerResponse, status: number, body: string): void => send(response, status, 'text/plain', body);

/** The page of a closed door. */
export const closedDoor = (response: ServerResponse): void => send(response, 403, 'text/html', closedDoorPage);

/** Somebody holds a key that is not for them: whoever started the desk is told as well. */
export function turnAway(response: ServerResponse, notice: string): void {
  printTrouble(notice);
  closedDoor(response);
}

export function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { ...safetyHeaders, location: to, 'cache-control': 'no-store' }).end();
}
