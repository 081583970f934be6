import { readControlMessage } from '../../shared/call/control-message.ts';
import type { ControlMessage } from '../../shared/call/control-message.ts';
import type { RelayPass } from '../../shared/hub/hub-views.ts';
import { partySchema } from '../../shared/hub/signal.ts';
import type { Party, Signal, SignalBody } from '../../shared/hub/signal.ts';
import { Connection } from './connection.ts';
import { sendText } from './data-channels.ts';
import type { DataChannels } from './data-channels.ts';
import { noTracks, remoteTracks } from './media-lines.ts';
import type { LineName, Tracks } from './media-lines.ts';
import { LinkConfig } from './link-config.ts';
import { SignalBox } from './signal-box.ts';

export type ByeReason = Extract<SignalBody, { kind: 'bye' }>['reason'];

export interface PeerLinkOptions {
  readonly callId: string;
  readonly me: Party;
  readonly peer: Party;
  /** Addresses and keys of the relays, good for a while yet; asked again before each restart. */
  readonly relayPass: () => Promise<RelayPass>;
  /** Hands a signal to the hub; what is lost there is sent again. */
  readonly send: (signal: Signal) => void;
  /** Only through a relay, for the network passport and tests. */
  readonly relayOnly?: boolean;
  readonly now?: () => number;
}

/** What a link tells; each may be left out. */
export interface PeerLinkListener {
  /** A connection was made, the first or another: its channels are new, and so are the tracks that come. */
  readonly built?: (pc: RTCPeerConnection, channels: DataChannels) => void;
  /** The tracks of the other side are there. */
  readonly tracksCame?: (tracks: Tracks) => void;
  /** No path works, or the connection closed by itself. */
  readonly failed?: () => void;
  /** `current`: over the connection there is, not over one that was given up and still had something on its way. */
  readonly said?: (message: ControlMessage, current: boolean) => void;
  readonly bye?: (reason: ByeReason) => void;
  /** The other side builds a connection while this one has none. */
  readonly wanted?: () => void;
}

/** A connection that the other side has begun within so many milliseconds is joined, not replaced. */
const joinedFor = 3_000;

/** The order of the parties decides who offers: the desk always, the later guest never. */
export const offers = (me: Party, peer: Party): boolean => partySchema.options.indexOf(me) < partySchema.options.indexOf(peer);

/**
 * The connection to one other party of a call, through all its restarts and rebuilds. It carries out; when to restart, rebuild
 * or give up is the call machine's to say (`call-conductor.ts`).
 */
export class PeerLink {
  readonly #options: PeerLinkOptions;
  readonly #box: SignalBox;
  readonly #config: LinkConfig;
  readonly #listeners = new Set<PeerLinkListener>();
  readonly #now: () => number;
  #tracks: Tracks = noTracks;
  #connection: Connection | undefined;
  /** The generation a connection was last made for. */
  #made = -1;
  /** The other side began this generation. */
  #theirs = false;
  /** Came for this generation before there was a connection. */
  #early: SignalBody[] = [];

  constructor(options: PeerLinkOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#box = new SignalBox(options);
    this.#config = new LinkConfig(options.relayPass, options.relayOnly === true);
  }

  /** Returns the way to stop listening. */
  listen(listener: PeerLinkListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get pc(): RTCPeerConnection | undefined {
    return this.#connection?.pc;
  }

  get channels(): DataChannels | undefined {
    return this.#connection?.channels;
  }

  get generation(): number {
    return this.#box.generation;
  }

  /** A new connection with the tracks there are; one that the other side has just begun is joined instead. */
  build(): void {
    const joined = this.#connection && this.#now() - this.#connection.builtAt < joinedFor && this.#theirs;
    if (joined) return;
    if (this.#made === this.#box.generation) this.#beginNext();
    this.#connect();
  }

  /** New paths for the connection there is, or a connection where there is none. */
  restart(): void {
    // While nobody hears it an offer would only grow old; whoever comes back restarts.
    if (this.#box.reachable) this.#connection?.restart();
  }

  /** Ends the connection; with `bye` the other side is told why. The link stays: `build` begins again. */
  tearDown(bye?: ByeReason): void {
    if (bye !== undefined) {
      this.say({ kind: 'bye', reason: bye });
      this.#box.send({ kind: 'bye', reason: bye });
    }
    this.#drop();
  }

  /** For good. */
  close(bye?: ByeReason): void {
    this.tearDown(bye);
    this.#box.close();
    this.#listeners.clear();
  }

  /** A signal of this call from the hub; what is not for this link is left alone. */
  takeSignal(signal: Signal): void {
    const taken = this.#box.take(signal);
    if (taken.rebuilt) this.#early = [];
    if (taken.forgotten) return this.#beginAfterReload();
    for (const body of taken.bodies) if (body.kind === 'bye') this.#tell((listener) => listener.bye?.(body.reason));
    const bodies = taken.bodies.filter(({ kind }) => kind !== 'bye');
    if (taken.rebuilt) return this.#follow(bodies);
    if (this.#connection) for (const body of bodies) this.#connection.take(body);
    else if (this.#made !== this.#box.generation) this.#early.push(...bodies);
  }

  /** Whether the hub is there and says that the other party is too. */
  setReachable(reachable: boolean): void {
    this.#box.setReachable(reachable);
  }

  /** What is sent on a line, from now on and in every later connection. */
  put(name: LineName, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [name]: track };
    this.#connection?.put(name, track);
  }

  /** Says something to the other page directly; `false` where nothing carries it. */
  say(message: ControlMessage): boolean {
    const channel = this.channels?.control;
    return channel !== undefined && sendText(channel, JSON.stringify(message));
  }

  beat(): void {
    this.#connection?.beat();
  }

  /** The other side went on to a later generation: this side joins it, or hears that it is wanted. */
  #follow(bodies: readonly SignalBody[]): void {
    this.#early = [...bodies];
    this.#theirs = true;
    if (this.#connection) this.#connect();
    else this.#tell((listener) => listener.wanted?.());
  }

  /** This page was loaded anew in the middle of the call: only a generation nobody has seen yet brings both together. */
  #beginAfterReload(): void {
    this.#made = this.#box.generation;
    if (this.#connection) {
      this.#beginNext();
      this.#connect();
    }
  }

  #beginNext(): void {
    this.#box.begin();
    this.#early = [];
    this.#theirs = false;
  }

  #connect(): void {
    this.#drop();
    this.#made = this.#box.generation;
    const { generation } = this.#box;
    const connection: Connection = new Connection({
      initiator: offers(this.#options.me, this.#options.peer),
      config: () => this.#config.fresh(),
      tracks: this.#tracks,
      send: (body) => {
        if (this.#connection === connection && this.#box.generation === generation) this.#box.send(body);
      },
      onOpened: (pc, channels) => this.#opened(pc, channels),
      onLines: () => this.#tell((listener) => connection.pc && listener.tracksCame?.(remoteTracks(connection.pc))),
      onFailed: () => this.#connection === connection && this.#tell((listener) => listener.failed?.()),
      now: this.#now,
    });
    this.#connection = connection;
    for (const body of this.#early.splice(0)) connection.take(body);
    // Whoever may not offer says at least that it is there, and so learns of what it may have forgotten.
    if (!offers(this.#options.me, this.#options.peer)) this.#box.sayWhere();
  }

  #opened(pc: RTCPeerConnection, channels: DataChannels): void {
    channels.control.addEventListener('message', ({ data }) => {
      const message = readControlMessage(data);
      if (message?.kind === 'bye') this.#tell((listener) => listener.bye?.(message.reason));
      else if (message) this.#tell((listener) => listener.said?.(message, this.channels === channels));
    });
    this.#tell((listener) => listener.built?.(pc, channels));
  }

  #drop(): void {
    void this.#connection?.close();
    this.#connection = undefined;
  }

  #tell(tell: (listener: PeerLinkListener) => unknown): void {
    for (const listener of this.#listeners) tell(listener);
  }
}
