import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { signalSchema } from '../../../shared/hub/signal.ts';
import type { Signal } from '../../../shared/hub/signal.ts';

/** What becomes of a signal on its way; by default it is passed on once. */
export type Fate = (signal: Signal) => readonly Signal[];

/**
 * A hub's relaying and nothing else, over real sockets, with faults: signals lost, doubled, kept back, passed to somebody else;
 * sockets cut; the whole relay gone and back. It serves the pages of the harness as well.
 */
export class SignalRelay {
  fate: Fate = (signal) => [signal];
  /** Under which name the one is connected who gets a signal; somebody in the middle has names of their own. */
  route: (signal: Signal, sender: string) => string = ({ to }) => to;
  /** Somebody came or went. */
  changed: () => void = () => this.#present();
  readonly passed: Signal[] = [];
  readonly #folder: string;
  readonly #sockets = new Map<string, WebSocket>();
  #server: Server | undefined;
  #port = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/index.html`;
  }

  async open(host = '127.0.0.1', port = this.#port): Promise<void> {
    const server = createServer((request, response) => {
      const name = new URL(request.url ?? '/', 'http://x').pathname;
      void readFile(join(this.#folder, name)).then(
        (body) => response.setHeader('content-type', types[extname(name)] ?? 'text/plain').end(body),
        () => response.writeHead(404).end(),
      );
    });
    new WebSocketServer({ server, path: '/signals' }).on('connection', (socket, request) => {
      this.#join(new URL(request.url ?? '/', 'http://x').searchParams.get('party') ?? '', socket);
    });
    await new Promise<void>((resolve) => server.listen(port, host, resolve));
    this.#server = server;
    const address = server.address();
    this.#port = typeof address === 'object' && address ? address.port : port;
  }

  /** As by `kill -9`: no goodbye. */
  async kill(): Promise<void> {
    for (const socket of this.#sockets.values()) socket.terminate();
    this.#sockets.clear();
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  cut(party: string): void {
    this.#sockets.get(party)?.terminate();
  }

  /** Says something to a page as if it came from the hub. */
  tell(party: string, text: string): void {
    this.#sockets.get(party)?.send(text);
  }

  #pass(signal: Signal, sender: string): void {
    this.passed.push(signal);
    this.#sockets.get(this.route(signal, sender))?.send(JSON.stringify({ type: 'signal', signal }));
  }

  #join(party: string, socket: WebSocket): void {
    this.#sockets.get(party)?.terminate();
    this.#sockets.set(party, socket);
    let stale: NodeJS.Timeout | undefined;
    const alive = () => {
      clearTimeout(stale);
      stale = setTimeout(() => socket.terminate(), 1_500);
    };
    alive();
    socket.on('message', (data) => {
      alive();
      const frame = JSON.parse(String(data)) as { type: string; signal?: unknown };
      if (frame.type === 'ping') socket.send('{"type":"pong"}');
      else for (const signal of this.fate(signalSchema.parse(frame.signal))) this.#pass(signal, party);
    });
    socket.on('close', () => {
      clearTimeout(stale);
      if (this.#sockets.get(party) === socket) this.#sockets.delete(party);
      this.changed();
    });
    this.changed();
  }

  #present(): void {
    const parties = [...this.#sockets.keys()];
    for (const socket of this.#sockets.values()) socket.send(JSON.stringify({ type: 'present', parties: parties.map((party) => party.replace(/^middle-/, '')) }));
  }
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
