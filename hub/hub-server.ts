import { createServer as createPlainServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { largestHubFrameBytes } from '../shared/hub/hub-frames.ts';
import { hubPaths } from '../shared/hub/hub-paths.ts';
import { Attempts } from './attempts.ts';
import type { HubParty } from './connection.ts';
import { answerDoor } from './doors.ts';
import { answerEnrolment } from './enrolment.ts';
import { letIn, meetDesk, turnAway } from './entrance.ts';
import { guestDoor, guestOf } from './guest-door.ts';
import type { HubContext } from './hub-context.ts';
import { json, plain, redirect, refuseUpgrade } from './http/answers.ts';
import type { Answering } from './http/answers.ts';
import { sendFile } from './http/hub-pages.ts';
import type { HubPages } from './http/hub-pages.ts';
import { officialDoor, officialOf } from './official-door.ts';
import type { Reached } from './official-door.ts';

/** A certificate and its key, as PEM. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Four times what the country's desks and officials need. */
const connectionsAtMost = 25_000;

/** Makes the listening half of a hub; whoever listens knows its port, and only then its addresses. */
export const createListener = (tls: TlsFiles | undefined): Server => {
  const server = tls === undefined ? createPlainServer() : createTlsServer({ ...tls });
  server.headersTimeout = 10_000;
  server.requestTimeout = 15_000;
  server.maxConnections = connectionsAtMost;
  return server;
};

/** Waits until a server listens; rejects with the system's error (`EADDRINUSE`, `EACCES`) when it cannot. The port it has. */
export async function listening(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** What a page calls itself, the same for all its sockets. */
const pageOf = ({ url = '' }: IncomingMessage): string | undefined => /^[\w-]{1,40}$/.exec(new URLSearchParams(url.split('?', 2)[1]).get('page') ?? '')?.[0];

type Find = (request: IncomingMessage) => Promise<HubParty | undefined>;

/** The hub over HTTP: doors, pages, health, and the three sockets. */
export class HubServer {
  readonly #hub: HubContext;
  readonly #pages: HubPages;
  readonly #reached: Reached;
  readonly #http: Server;
  readonly #attempts: Attempts;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: largestHubFrameBytes, perMessageDeflate: false });
  readonly #startedAt: number;

  constructor(hub: HubContext, http: Server, pages: HubPages, reached: Reached) {
    this.#hub = hub;
    this.#http = http;
    this.#pages = pages;
    this.#reached = reached;
    this.#attempts = new Attempts(hub.time.elapsed);
    this.#startedAt = hub.time.elapsed();
    http.on('request', (request: IncomingMessage, response: ServerResponse) => this.#answer(request, { response, secure: reached.secure }));
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => this.#upgrade(request, socket, head));
  }

  /** Tells everybody that the hub restarts and hangs up; calls go on without it. */
  async close(restartsAfter: number): Promise<void> {
    for (const connection of this.#hub.presence.all()) {
      connection.send({ type: 'restarting', after: restartsAfter });
      connection.leave();
    }
    const closed = new Promise<void>((resolve) => void this.#http.close(() => resolve()));
    await this.#hungUp();
    this.#http.closeAllConnections();
    await closed;
  }

  /** Gives the other ends a moment to take in what was sent. */
  async #hungUp(): Promise<void> {
    const ends = [...this.#sockets.clients].map((socket) => new Promise<void>((resolve) => void socket.once('close', () => resolve())));
    const late = setTimeout(() => {
      for (const socket of this.#sockets.clients) socket.terminate();
    }, 500);
    for (const socket of this.#sockets.clients) if (socket.readyState === socket.OPEN) socket.close(1001);
    await Promise.all(ends);
    clearTimeout(late);
  }

  #answer(request: IncomingMessage, to: Answering): void {
    this.#route(request, to).catch((error: unknown) => {
      this.#hub.log('crashed', { method: 'http', error: error instanceof Error ? error.name : 'unknown' });
      if (to.response.headersSent) to.response.destroy();
      else plain(to, 500, 'crashed');
    });
  }

  async #route(request: IncomingMessage, to: Answering): Promise<void> {
    const [path = ''] = (request.url ?? '').split('?', 1);
    const { method } = request;
    if (path === hubPaths.enrol) return method === 'POST' ? answerEnrolment(this.#hub, this.#attempts, request, to) : plain(to, 405, 'only POST');
    if (path === hubPaths.officialDoor) return answerDoor(this.#hub, officialDoor(this.#hub, this.#reached), this.#attempts, request, to);
    if (path === hubPaths.guestDoor) return answerDoor(this.#hub, guestDoor(this.#hub, this.#reached), this.#attempts, request, to);
    if (method !== 'GET' && method !== 'HEAD') return plain(to, 405, 'only GET');
    if (path === hubPaths.health) return this.#answerHealth(to);
    if (path === '/' || path === '/official') return redirect(to, hubPaths.officialPage);
    const file = this.#pages(path);
    return file === undefined ? plain(to, 404, 'not found') : sendFile(to, request, path, file);
  }

  async #answerHealth(to: Answering): Promise<void> {
    const { store, presence, board, time } = this.#hub;
    const works = await store.offices().then(
      () => true,
      () => false,
    );
    const seconds = Math.round((time.elapsed() - this.#startedAt) / 1000);
    return json(to, works ? 200 : 503, { status: works ? 'ok' : 'store-failed', connections: presence.size, calls: [...board.calls()].length, unfinished: board.all().length, seconds });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const open = this.#openerFor(request);
    if (open === undefined) return refuseUpgrade(socket);
    return void open((then) => this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#guarded(opened, then))).catch(() => {
      this.#hub.log('crashed', { method: 'upgrade' });
      socket.destroy();
    });
  }

  /** What to do with a request for a socket; `undefined`: nothing. Pages may only come from the hub itself. */
  #openerFor(request: IncomingMessage): ((upgrade: (then: (socket: WebSocket) => void) => void) => Promise<void>) | undefined {
    const [path] = (request.url ?? '').split('?', 1);
    if (path === hubPaths.deskSocket) return async (upgrade) => upgrade((socket) => meetDesk(this.#hub, socket));
    const find: Find | undefined =
      path === hubPaths.officialSocket ? ({ headers }) => officialOf(this.#hub, headers, this.#reached) : path === hubPaths.guestSocket ? ({ headers }) => guestOf(this.#hub, headers, this.#reached) : undefined;
    if (find === undefined || !this.#hub.addresses.includes(request.headers.origin ?? '')) return undefined;
    const page = pageOf(request);
    return async (upgrade) => {
      const party = await find(request);
      // A page is not told the status of a refused socket; the frame it is.
      upgrade((socket) => (party === undefined ? turnAway(this.#hub, socket, 'session-expired') : letIn(this.#hub, socket, party, page)));
    };
  }

  /** A frame that is too large, or none at all by the protocol: `ws` hangs up by itself, and that is all. */
  #guarded(socket: WebSocket, then: (socket: WebSocket) => void): void {
    socket.on('error', () => {
      this.#hub.log('cut-off', { why: 'protocol' });
      socket.terminate();
    });
    then(socket);
  }
}
