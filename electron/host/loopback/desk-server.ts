import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import words from '../../../resources/locales/it/start.json' with { type: 'json' };
import type { DeskMode } from '../../../shared/desk/desk-view.ts';
import { largestFrameBytes } from '../../../shared/desk/wire-limits.ts';
import { isAnotherAccount } from './caller-account.ts';
import { modeOfPage, modeOfSocket, pagePathOf } from '../desk-doors.ts';
import type { DeskDoors } from '../desk-doors.ts';
import type { Desk } from '../desk-methods.ts';
import { describeCrash } from '../program/describe-crash.ts';
import { DoorKeys } from './door-keys.ts';
import type { FolderOfFiles } from './folder-of-files.ts';
import { newAddressPath } from './join-running-desk.ts';
import { cookieValue, isOurHost, isOurOrigin, setCookie } from './loopback-request.ts';
import { cacheControl, safetyHeaders } from './page-headers.ts';
import { printTrouble } from '../program/print-line.ts';
import { sentenceOf } from '../sentences.ts';
import { closedDoor, plain, redirect, refuseUpgrade, turnAway } from './short-answers.ts';
import { serveSocket } from './socket-server.ts';

export interface DeskServerOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  /** The built pages. */
  readonly files: FolderOfFiles;
  /** The desks offered; the page at `/` is the real one, or leads to training when there is only that. Closed with the server. */
  readonly doors: DeskDoors;
  /** Lets a second start on this data folder ask for a new address (see running-desk.ts). */
  readonly secret: string;
  /** Whether the other end of a connection is another account of this computer; the system knows. */
  readonly isAnotherAccount?: typeof isAnotherAccount;
}

/** A desk on a loopback address: pages over HTTP, calls and events over a socket, nothing without the key. */
export class DeskServer {
  readonly #options: DeskServerOptions;
  readonly #keys = new DoorKeys();
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrameBytes, clientTracking: true });

  private constructor(options: DeskServerOptions) {
    this.#options = options;
    this.#http = createServer((request, response) => this.#answer(request, response));
    this.#http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => this.#upgrade(request, socket, head));
  }

  /** Starts to listen on 127.0.0.1; rejects with the system's error (`EADDRINUSE`, `EACCES`) when it cannot. */
  static async start(options: DeskServerOptions): Promise<DeskServer> {
    const server = new DeskServer(options);
    await new Promise<void>((resolve, reject) => {
      server.#http.once('error', reject);
      server.#http.listen({ host: '127.0.0.1', port: options.port }, resolve);
    });
    return server;
  }

  get port(): number {
    const address: string | AddressInfo | null = this.#http.address();
    if (address === null || typeof address === 'string') throw new Error('the server does not listen');
    return address.port;
  }

  /** An address that opens a desk once. */
  newAddress(mode: DeskMode = this.#options.doors.first): string {
    return `http://127.0.0.1:${this.port}${pagePathOf(mode)}?t=${this.#keys.newToken()}`;
  }

  /** Hangs up on every screen and closes the desks. */
  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.close(1001);
    const closed = new Promise<void>((resolve) => void this.#http.close(() => resolve()));
    this.#http.closeAllConnections();
    for (const socket of this.#sockets.clients) socket.terminate();
    await closed;
    this.#options.doors.closeAll();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    if (!isOurHost(request.headers, this.port)) return plain(response, 403, 'wrong host');
    const [pathname = '', query] = (request.url ?? '').split('?', 2);
    if (request.method === 'POST' && pathname === newAddressPath) return this.#answerNewAddress(request, response, new URLSearchParams(query).get('di') === 'training' ? 'training' : undefined);
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405, 'only GET');
    const token = new URLSearchParams(query).get('t');
    if (token !== null && modeOfPage(pathname) !== undefined) return this.#exchange(request, response, pathname, token);
    if (!this.#mayEnter(request)) return closedDoor(response);
    return this.#serve(request, response, pathname);
  }

  #mayEnter(request: IncomingMessage): boolean {
    return this.#keys.opens(cookieValue(request.headers, this.port));
  }

  #isAnotherAccount({ socket }: IncomingMessage): boolean {
    return (this.#options.isAnotherAccount ?? isAnotherAccount)(socket);
  }

  #answerNewAddress(request: IncomingMessage, response: ServerResponse, mode: DeskMode | undefined): void {
    if (request.headers.authorization !== `Bearer ${this.#options.secret}`) return plain(response, 403, 'wrong secret');
    return plain(response, 200, this.newAddress(mode));
  }

  /** Token for cookie; the redirect takes the token out of the address bar. */
  #exchange(request: IncomingMessage, response: ServerResponse, pathname: string, token: string): void {
    if (this.#isAnotherAccount(request)) return turnAway(response, words.otherAccount);
    const wasUsed = this.#keys.wasUsed(token);
    const cookie = this.#keys.exchange(token);
    if (cookie !== undefined) response.setHeader('set-cookie', setCookie(this.port, cookie));
    else if (!this.#mayEnter(request)) return wasUsed ? turnAway(response, words.usedAgain) : closedDoor(response);
    return redirect(response, pathname);
  }

  #serve(request: IncomingMessage, response: ServerResponse, pathname: string): void {
    if (pathname === '/formazione') return redirect(response, '/formazione/');
    const mode = modeOfPage(pathname);
    if (mode === 'real' && !this.#options.doors.offers('real')) return redirect(response, pagePathOf('training'));
    if (mode !== undefined && !this.#options.doors.offers(mode)) return plain(response, 404, 'not found');
    const file = this.#options.files(mode === undefined ? pathname : '/desk/index.html');
    if (file === undefined) return plain(response, 404, 'not found');
    response.writeHead(200, { ...safetyHeaders, 'content-type': file.mimeType, 'cache-control': cacheControl(pathname) });
    return void response.end(request.method === 'HEAD' ? undefined : file.content);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const desk = this.#deskFor(request);
    if (desk === undefined) return refuseUpgrade(socket);
    return this.#sockets.handleUpgrade(request, socket, head, (open) => serveSocket(open, desk));
  }

  /**
   * The desk a request for a socket may talk to, if any. A browser gives the cookie to whatever listens on another port of this
   * computer: to another account's program it is no key.
   */
  #deskFor(request: IncomingMessage): Desk | undefined {
    const mode = modeOfSocket(request.url ?? '');
    if (mode === undefined || !isOurOrigin(request.headers, this.port) || !this.#mayEnter(request)) return undefined;
    if (this.#isAnotherAccount(request)) return undefined;
    try {
      const opened = this.#options.doors.open(mode);
      if (opened?.ok === false) printTrouble(sentenceOf(opened.code, opened.details));
      return opened?.ok === true ? opened.value : undefined;
    } catch (error) {
      printTrouble(`opening the ${mode} desk: ${describeCrash(error)}`);
      return undefined;
    }
  }
}
