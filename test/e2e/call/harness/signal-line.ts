import { z } from 'zod';
import { signalSchema } from '../../../../shared/hub/signal.ts';
import type { Party, Signal } from '../../../../shared/hub/signal.ts';
import { pingEvery, staleAfter } from '../../../../shared/hub/hub-frames.ts';

const frameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('signal'), signal: signalSchema }),
  z.object({ type: z.literal('present'), parties: z.array(z.string()) }),
  z.object({ type: z.literal('pong') }),
]);

export interface SignalLineOptions {
  /** Under which name this page joins. */
  readonly name: string;
  readonly peer: Party;
  readonly onSignal: (signal: Signal) => void;
  readonly onReachable: (reachable: boolean) => void;
}

const raceEvery = 500;

/** A page's line to the relay of the tests, with the hub's own waits: dead after 1.5 s without an answer, then a new socket every half second. */
export class TestSignalLine {
  readonly #options: SignalLineOptions;
  #socket: WebSocket | undefined;
  #present = false;
  #heard = 0;
  #reachable: boolean | undefined;
  #tried = 0;

  constructor(options: SignalLineOptions) {
    this.#options = options;
    this.#race();
    setInterval(() => this.#beat(), pingEvery.inCall);
    setInterval(() => this.#check(), 100);
  }

  /** Settles once the other party is there too. */
  async met(): Promise<void> {
    while (this.#reachable !== true) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  send(signal: Signal): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ type: 'signal', signal }));
  }

  #beat(): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ type: 'ping' }));
  }

  #check(): void {
    if (this.#socket && performance.now() - this.#heard > staleAfter.inCall) {
      this.#socket.close();
      this.#socket = undefined;
      this.#tell();
    }
    if (!this.#socket && performance.now() - this.#tried >= raceEvery) this.#race();
  }

  /** Whichever socket opens first is taken; the others are let go. */
  #race(): void {
    this.#tried = performance.now();
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/signals?party=${this.#options.name}`);
    socket.addEventListener('open', () => {
      if (this.#socket) return socket.close();
      this.#socket = socket;
      this.#heard = performance.now();
    });
    socket.addEventListener('message', ({ data }) => this.#take(socket, frameSchema.parse(JSON.parse(String(data)))));
    socket.addEventListener('close', () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#tell();
    });
  }

  #take(socket: WebSocket, frame: z.infer<typeof frameSchema>): void {
    if (socket !== this.#socket) return;
    this.#heard = performance.now();
    if (frame.type === 'signal') this.#options.onSignal(frame.signal);
    if (frame.type === 'present') {
      this.#present = frame.parties.includes(this.#options.peer);
      this.#tell();
    }
  }

  #tell(): void {
    const reachable = this.#socket !== undefined && this.#present;
    if (reachable === this.#reachable) return;
    this.#reachable = reachable;
    this.#options.onReachable(reachable);
  }
}
