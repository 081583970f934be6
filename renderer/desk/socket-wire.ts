import { deskFrameSchema } from '../../shared/desk/socket-frames.ts';
import type { DeskFrame } from '../../shared/desk/socket-frames.ts';
import type { Reply } from '../../shared/desk/refusal.ts';
import type { DeskEvent, DeskWire } from '../../shared/desk/transport.ts';
import type { Connection } from './connection.ts';
import { inputJson, isTooLarge, wireRefusal } from './wire-refusal.ts';
import type { WireSentences } from './wire-refusal.ts';

/** The part of a WebSocket this wire uses. */
export type SocketLike = Pick<WebSocket, 'send' | 'close' | 'addEventListener'>;

export interface SocketWireOptions {
  readonly openSocket: () => SocketLike;
  readonly sentences: WireSentences;
  /** Milliseconds before the first new try (250); doubled at each failure up to `longestPause` (5000). */
  readonly shortestPause?: number;
  readonly longestPause?: number;
}

interface Call {
  readonly text: string;
  readonly answer: (reply: Reply<unknown>) => void;
}

/** The socket beside the page: `/desk` for `/`, `/formazione/desk` for `/formazione/`. */
export function socketBeside(page: Location): SocketLike {
  const address = new URL('desk', page.href);
  address.protocol = 'ws:';
  address.hash = '';
  address.search = '';
  return new WebSocket(address);
}

/**
 * A wire over a socket: connecting ⇄ open, and after a loss waiting → connecting again, for ever. Calls made before it is
 * open wait for the try under way; calls under way when it breaks are answered `connection-lost`, although the desk may
 * have carried them out: read again before repeating.
 */
export class SocketWire implements DeskWire {
  readonly #options: SocketWireOptions;
  readonly #calls = new Map<number, Call>();
  readonly #listeners = new Set<(event: DeskEvent) => void>();
  readonly #watchers = new Set<() => void>();
  #socket: SocketLike | undefined;
  #isOpen = false;
  #isLost = false;
  #isClosed = false;
  #nextId = 0;
  #pause: number;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SocketWireOptions) {
    this.#options = options;
    this.#pause = options.shortestPause ?? 250;
    this.#connect();
  }

  call(method: string, input: unknown): Promise<Reply<unknown>> {
    const json = inputJson(input);
    if (this.#isClosed) return Promise.resolve(wireRefusal('connection-lost', this.#options.sentences));
    if (isTooLarge(json)) return Promise.resolve(wireRefusal('too-large', this.#options.sentences));
    return new Promise((answer) => this.#send(`"method":${JSON.stringify(method)},"input":${json}`, answer));
  }

  subscribe(listener: (event: DeskEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether the desk is out of reach, for the banner. */
  readonly connection: Connection = {
    isLost: () => this.#isLost,
    subscribe: (watcher) => {
      this.#watchers.add(watcher);
      return () => this.#watchers.delete(watcher);
    },
  };

  /** Hangs up for good. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    this.#socket?.close();
  }

  #connect(): void {
    clearTimeout(this.#retry);
    const socket = this.#options.openSocket();
    socket.addEventListener('open', () => this.#opened());
    socket.addEventListener('message', ({ data }) => this.#received(readFrame(data)));
    socket.addEventListener('close', () => this.#broken());
    this.#socket = socket;
  }

  #send(rest: string, answer: Call['answer']): void {
    const id = this.#nextId++;
    const text = `{"id":${id},${rest}}`;
    this.#calls.set(id, { text, answer });
    if (this.#isOpen) this.#socket?.send(text);
    else if (this.#socket === undefined) this.#connect();
  }

  #opened(): void {
    this.#isOpen = true;
    this.#pause = this.#options.shortestPause ?? 250;
    for (const { text } of this.#calls.values()) this.#socket?.send(text);
    this.#noteLost(false);
  }

  #received(frame: DeskFrame | undefined): void {
    if (frame === undefined) return;
    if ('event' in frame) return this.#listeners.forEach((listener) => listener(frame.event));
    this.#calls.get(frame.id)?.answer(frame.reply);
    this.#calls.delete(frame.id);
  }

  #broken(): void {
    this.#isOpen = false;
    this.#socket = undefined;
    for (const { answer } of this.#calls.values()) answer(wireRefusal('connection-lost', this.#options.sentences));
    this.#calls.clear();
    if (this.#isClosed) return;
    this.#noteLost(true);
    this.#retry = setTimeout(() => this.#connect(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, this.#options.longestPause ?? 5000);
  }

  #noteLost(isLost: boolean): void {
    if (isLost === this.#isLost) return;
    this.#isLost = isLost;
    for (const watcher of this.#watchers) watcher();
  }
}

/** A frame of ours, or `undefined` for anything else. */
function readFrame(data: unknown): DeskFrame | undefined {
  try {
    return deskFrameSchema.safeParse(JSON.parse(String(data))).data;
  } catch {
    return undefined;
  }
}
