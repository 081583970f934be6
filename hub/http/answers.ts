import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { safetyHeaders } from './page-headers.ts';

/** One request being answered. */
export interface Answering {
  readonly response: ServerResponse;
  /** The hub is reached over TLS. */
  readonly secure: boolean;
}

function send({ response, secure }: Answering, status: number, type: string, body: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...safetyHeaders(secure), 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers }).end(body);
}

/** A few words, for programs rather than people. */
export const plain = (to: Answering, status: number, body: string): void => send(to, status, 'text/plain', body);
export const json = (to: Answering, status: number, value: unknown): void => send(to, status, 'application/json', JSON.stringify(value));
export const html = (to: Answering, status: number, body: string): void => send(to, status, 'text/html', body);
export const redirect = (to: Answering, location: string, headers: Readonly<Record<string, string>> = {}): void => send(to, 303, 'text/plain', '', { location, ...headers });

/** No to a socket; whoever does not hang up is hung up on, for the hub waits for every connection when it closes. */
export function refuseUpgrade(socket: Duplex): void {
  socket.once('finish', () => socket.destroy());
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
