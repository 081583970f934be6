import { fromHubFrameSchema } from './hub-frames.ts';
import type { FromHubFrame, ToHubFrame } from './hub-frames.ts';

/** The part of a WebSocket that is used here; browsers, Node and `ws` have it alike. */
export interface SocketLike {
  send(text: string): void;
  close(): void;
  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** A browser's socket is told of errors and closes after them; `ws` throws without a listener. */
  addEventListener(type: 'error', listener: () => void): void;
}

export interface HubSocketEvents {
  readonly opened: () => void;
  readonly frame: (frame: FromHubFrame) => void;
  readonly closed: () => void;
}

/** One socket to the hub that speaks its frames; what is not a frame is dropped. After `leave` it says nothing any more. */
export class HubSocket {
  readonly #socket: SocketLike;
  #left = false;

  constructor(socket: SocketLike, events: HubSocketEvents) {
    this.#socket = socket;
    socket.addEventListener('error', () => undefined);
    socket.addEventListener('open', () => {
      if (!this.#left) events.opened();
    });
    socket.addEventListener('close', () => {
      if (!this.#left) events.closed();
    });
    socket.addEventListener('message', ({ data }) => {
      const frame = this.#left ? undefined : readFrame(data);
      if (frame !== undefined) events.frame(frame);
    });
  }

  send(frame: ToHubFrame): void {
    this.#socket.send(JSON.stringify(frame));
  }

  leave(): void {
    this.#left = true;
    this.#socket.close();
  }
}

function readFrame(data: unknown): FromHubFrame | undefined {
  try {
    return fromHubFrameSchema.safeParse(JSON.parse(String(data))).data;
  } catch {
    return undefined;
  }
}
