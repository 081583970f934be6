import type { z } from 'zod';
import { pingEvery, staleAfter } from './hub-frames.ts';
import type { Dismissal, FromHubFrame } from './hub-frames.ts';
import { hubAnswer, hubRefuse } from './hub-refusal.ts';
import type { HubAnswer } from './hub-refusal.ts';
import { HubSocket } from './hub-socket.ts';
import type { SocketLike } from './hub-socket.ts';
import type { Signal } from './signal.ts';

/** How one side stands with the hub. `dismissed` is for good: nothing is tried again; `announced`: the hub said it restarts. */
export type HubConnection =
  | { readonly at: 'connecting' | 'open' }
  | { readonly at: 'lost'; readonly announced: boolean }
  | { readonly at: 'dismissed'; readonly reason: Dismissal };

/** Proof of who a desk is, in answer to the hub's challenge. */
export interface HubProof {
  readonly deskId: string;
  readonly signature: string;
  readonly phone: string | null;
}

export interface HubLineOptions<View> {
  readonly openSocket: () => SocketLike;
  readonly viewSchema: z.ZodType<View>;
  /** Only a desk is asked for it. */
  readonly prove?: (nonce: string) => HubProof;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Calls again and again, so many milliseconds apart, until the function returned is called. */
  readonly every: (milliseconds: number, action: () => void) => () => void;
  /** A number from 0 to 1; chance unless said otherwise. */
  readonly chance?: () => number;
}

/** Milliseconds between two tries while the line is down: in a call every moment counts. */
const retryEvery = { inCall: 500, idle: 3_000 } as const;
/** Out of a call the wait doubles with each try in vain up to here; and thousands of lines must not try in the same second. */
const longestWait = 30_000;
/** Sockets opening at the same time; a slow one may still win against a newer. */
const tryAtOnce = 4;

/**
 * A line to the hub, of a desk or of a page: calls with replies, the view that is sent whole at each change, and signals.
 * It pings to notice a dead line long before TCP does, and then tries new sockets until one opens. Calls under way when a
 * line breaks are refused with `not-connected`, although the hub may have carried them out: the next view tells.
 */
export class HubLine<View> {
  readonly #options: HubLineOptions<View>;
  readonly #replies = new Map<number, (answer: HubAnswer<unknown>) => void>();
  readonly #watchers = new Set<() => void>();
  readonly #signalListeners = new Set<(signal: Signal) => void>();
  readonly #trying = new Set<HubSocket>();
  #socket: HubSocket | undefined;
  #connection: HubConnection = { at: 'connecting' };
  #view: View | undefined;
  #nextId = 0;
  #pace: 'inCall' | 'idle' = 'idle';
  #heardAt = 0;
  /** Whoever has shown its proof over this socket does not show another. */
  #proved: HubSocket | undefined;
  #inVain = 0;
  #notBefore = 0;
  #announced = false;
  #stopPulse: () => void = () => undefined;

  constructor(options: HubLineOptions<View>) {
    this.#options = options;
    this.#try();
    this.#startPulse();
  }

  /** The latest view, kept while the line is down. */
  readonly view = (): View | undefined => this.#view;
  readonly connection = (): HubConnection => this.#connection;

  /** Hears that view or connection changed; the function returned stops listening. */
  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  onSignal(listener: (signal: Signal) => void): () => void {
    this.#signalListeners.add(listener);
    return () => this.#signalListeners.delete(listener);
  }

  /** Sends one call. Never rejects. */
  call(method: string, input: unknown): Promise<HubAnswer<unknown>> {
    const socket = this.#socket;
    if (socket === undefined || this.#connection.at !== 'open') return Promise.resolve(hubRefuse('not-connected'));
    const id = this.#nextId++;
    return new Promise((answer) => {
      this.#replies.set(id, answer);
      socket.send({ type: 'call', id, method, input });
    });
  }

  /** In a call a dead line is noticed after a second and a half, otherwise after half a minute. */
  setInCall(inCall: boolean): void {
    const pace = inCall ? 'inCall' : 'idle';
    if (pace === this.#pace) return;
    this.#pace = pace;
    this.#startPulse();
  }

  /** The network changed under the line: do not wait for silence. */
  checkNow(): void {
    this.#socket?.send({ type: 'ping', id: this.#nextId++ });
    if (this.#socket === undefined) this.#try();
  }

  close(): void {
    this.#stopPulse();
    this.#socket?.leave();
    this.#giveUpTries();
    this.#refuseWaiting();
  }

  #startPulse(): void {
    this.#stopPulse();
    const beat = this.#pace === 'inCall' ? pingEvery.inCall : retryEvery.idle;
    this.#stopPulse = this.#options.every(beat, () => this.#beat());
  }

  #beat(): void {
    if (this.#socket === undefined) return this.#tryInTime();
    const silent = this.#options.now() - this.#heardAt;
    if (silent >= staleAfter[this.#pace]) return this.#lose();
    if (this.#pace === 'inCall' || silent >= pingEvery.idle) this.#socket.send({ type: 'ping', id: this.#nextId++ });
  }

  #tryInTime(): void {
    if (this.#pace === 'inCall' || this.#options.now() >= this.#notBefore) this.#try();
  }

  #wait(milliseconds: number): void {
    const chance = this.#options.chance ?? Math.random;
    this.#notBefore = this.#options.now() + milliseconds * (0.5 + chance() / 2);
  }

  #try(): void {
    this.#wait(Math.min(longestWait, retryEvery.idle * 2 ** this.#inVain));
    this.#inVain = Math.min(this.#inVain + 1, 10);
    const [oldest] = this.#trying;
    if (this.#trying.size >= tryAtOnce && oldest !== undefined) this.#leaveTry(oldest);
    const socket = new HubSocket(this.#options.openSocket(), {
      opened: () => this.#opened(socket),
      frame: (frame) => this.#received(socket, frame),
      closed: () => this.#closed(socket),
    });
    this.#trying.add(socket);
  }

  /** The first to open wins; a desk has to prove itself before it counts as open. */
  #opened(socket: HubSocket): void {
    this.#trying.delete(socket);
    this.#giveUpTries();
    this.#socket = socket;
    this.#heardAt = this.#options.now();
    if (this.#options.prove !== undefined) return;
    // Of the sockets a page tries at once the hub takes the one that speaks.
    socket.send({ type: 'ping', id: 0 });
    this.#become({ at: 'open' });
  }

  #closed(socket: HubSocket): void {
    this.#trying.delete(socket);
    if (socket === this.#socket) this.#lose();
  }

  #lose(): void {
    this.#socket?.leave();
    this.#socket = undefined;
    this.#refuseWaiting();
    this.#become({ at: 'lost', announced: this.#announced });
    this.#announced = false;
    if (this.#pace === 'inCall') this.#try();
  }

  #received(socket: HubSocket, frame: FromHubFrame): void {
    this.#heardAt = this.#options.now();
    switch (frame.type) {
      case 'challenge':
        return this.#prove(socket, frame.nonce);
      case 'reply':
        return this.#answer(frame.id, hubAnswer(frame.value));
      case 'refusal':
        return this.#answer(frame.id, { ...hubRefuse(frame.code), ...(frame.field !== undefined && { field: frame.field }) });
      case 'view':
        return this.#show(frame.view);
      case 'signal':
        return this.#signalListeners.forEach((listener) => listener(frame.signal));
      case 'dismissed':
        this.close();
        return this.#become({ at: 'dismissed', reason: frame.reason });
      case 'restarting':
        this.#announced = true;
        return this.#wait(2 * frame.after);
      case 'pong':
        return undefined;
    }
  }

  #prove(socket: HubSocket, nonce: string): void {
    const proof = this.#proved === socket ? undefined : this.#options.prove?.(nonce);
    if (proof === undefined) return;
    this.#proved = socket;
    socket.send({ type: 'prove', ...proof });
  }

  #answer(id: number, answer: HubAnswer<unknown>): void {
    this.#replies.get(id)?.(answer);
    this.#replies.delete(id);
  }

  /** A view that is not one is passed over: a page shows what it knew rather than nothing. */
  #show(view: unknown): void {
    const parsed = this.#options.viewSchema.safeParse(view);
    if (!parsed.success) return;
    this.#view = parsed.data;
    this.#become({ at: 'open' });
  }

  #become(connection: HubConnection): void {
    if (this.#connection.at === 'dismissed') return;
    if (connection.at === 'open') this.#inVain = 0;
    this.#connection = connection;
    for (const watcher of this.#watchers) watcher();
  }

  #refuseWaiting(): void {
    for (const answer of this.#replies.values()) answer(hubRefuse('not-connected'));
    this.#replies.clear();
  }

  #giveUpTries(): void {
    for (const socket of this.#trying) this.#leaveTry(socket);
  }

  #leaveTry(socket: HubSocket): void {
    this.#trying.delete(socket);
    socket.leave();
  }
}
