import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
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

/** No to a socket; whoever does not hang up is hung up on, for the server waits for every connection when it closes. */
export function refuseUpgrade(socket: Duplex): void {
  socket.once('finish', () => socket.destroy());
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

export function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { ...safetyHeaders, location: to, 'cache-control': 'no-store' }).end();
}
