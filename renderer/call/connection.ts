import type { SignalBody } from '../../shared/hub/signal.ts';
import { drained, openChannels } from './data-channels.ts';
import type { DataChannels } from './data-channels.ts';
import { answerLines, offerLines, putOnLine } from './media-lines.ts';
import type { LineName, Tracks } from './media-lines.ts';
import { openPeer } from './peer.ts';
import type { Peer } from './peer.ts';

export interface ConnectionOptions {
  readonly initiator: boolean;
  /** Relays and certificate, fresh each time. */
  readonly config: () => Promise<RTCConfiguration>;
  readonly tracks: Tracks;
  readonly send: (body: SignalBody) => void;
  readonly onOpened: (pc: RTCPeerConnection, channels: DataChannels) => void;
  /** The other side's lines are there. */
  readonly onLines: () => void;
  readonly onFailed: () => void;
  readonly now: () => number;
}

/** Two restarts are at least so far apart, in milliseconds: both sides notice a break within moments of each other. */
const restartsApart = 400;
/** A goodbye waits so long at most for what is on its way, in milliseconds. */
const goodbyeWithin = 300;

type Description = Extract<SignalBody, { kind: 'description' }>;

/** One generation of a link: a connection built, restarted and closed. What is signalled is taken one message after the other. */
export class Connection {
  readonly builtAt: number;
  readonly #options: ConnectionOptions;
  #tracks: Tracks;
  readonly #inbox: SignalBody[] = [];
  #peer: Peer | undefined;
  #channels: DataChannels | undefined;
  #busy = false;
  #closed = false;
  #answered = false;
  /** The last offer made, or the one being answered. */
  #offer = -1;
  #restartedAt = Number.NEGATIVE_INFINITY;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#tracks = options.tracks;
    this.builtAt = options.now();
    this.#open().catch(() => this.#failed());
  }

  get pc(): RTCPeerConnection | undefined {
    return this.#peer?.pc;
  }

  get channels(): DataChannels | undefined {
    return this.#channels;
  }

  take(body: SignalBody): void {
    this.#inbox.push(body);
    void this.#work();
  }

  /** New paths: a new offer, or the wish for one. */
  restart(): void {
    const now = this.#options.now();
    if (this.#closed || now - this.#restartedAt < restartsApart) return;
    this.#restartedAt = now;
    if (this.#options.initiator) void this.#offerAnew();
    else this.#options.send({ kind: 'restart' });
  }

  put(name: LineName, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [name]: track };
    if (this.#peer) putOnLine(this.#peer.pc, name, track);
  }

  beat(): void {
    this.#peer?.beat();
  }

  /** Closes without an error at the other side: what was said last leaves first, then the channels go, then the connection. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const channels = this.#channels;
    if (channels && this.#peer?.pc.connectionState === 'connected') await drained(channels.control, goodbyeWithin);
    for (const channel of channels ? Object.values(channels) : []) channel.close();
    this.#peer?.destroy();
  }

  async #open(): Promise<void> {
    const config = await this.#options.config();
    if (this.#closed) return;
    const { initiator } = this.#options;
    const peer = openPeer({
      initiator,
      config,
      beforeAnswer: () => this.#beforeAnswer(),
      onDescription: (type, sdp) => this.#describe(type, sdp),
      onCandidate: (candidate) => this.#offerCandidate(candidate),
      onFailed: () => this.#failed(),
      onClosed: () => this.#failed(),
    });
    this.#peer = peer;
    this.#channels = openChannels(peer.pc);
    if (initiator) offerLines(peer.pc, this.#tracks);
    this.#options.onOpened(peer.pc, this.#channels);
    if (initiator) this.#options.onLines();
    void this.#work();
  }

  #failed(): void {
    if (!this.#closed) this.#options.onFailed();
  }

  #beforeAnswer(): void {
    if (!this.#peer || this.#answered) return;
    this.#answered = true;
    answerLines(this.#peer.pc, this.#tracks);
    this.#options.onLines();
  }

  #describe(type: 'offer' | 'answer', sdp: string): void {
    if (type === 'offer') this.#offer += 1;
    this.#options.send({ kind: 'description', type, offer: this.#offer, sdp });
  }

  #offerCandidate({ candidate = '', sdpMid = null, sdpMLineIndex = null }: RTCIceCandidateInit): void {
    this.#options.send({ kind: 'candidate', candidate, sdpMid, sdpMLineIndex });
  }

  async #offerAnew(): Promise<void> {
    const config = await this.#options.config();
    if (!this.#closed) this.#peer?.restart(config);
  }

  /** One message after the other: a candidate waits for its description, a description for the exchange before it. */
  async #work(): Promise<void> {
    if (this.#busy || !this.#peer) return;
    this.#busy = true;
    for (let body = this.#inbox.shift(); body && !this.#closed; body = this.#inbox.shift()) await this.#handle(body, this.#peer);
    this.#busy = false;
  }

  async #handle(body: SignalBody, peer: Peer): Promise<void> {
    switch (body.kind) {
      case 'description':
        return this.#takeDescription(body, peer);
      case 'candidate':
        return peer.takeCandidate(body);
      case 'restart':
      case 'renegotiate':
        return this.restart();
      case 'bye':
        return;
    }
  }

  async #takeDescription(description: Description, peer: Peer): Promise<void> {
    if (this.#options.initiator) {
      // The answer to an offer that was made anew meanwhile would pair the new paths with the old ones.
      if (description.offer !== this.#offer) return;
    } else {
      if (this.#inbox.some((later) => later.kind === 'description')) return;
      this.#offer = description.offer;
    }
    await peer.takeDescription(description);
  }
}
