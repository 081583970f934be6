import SimplePeer from 'simple-peer/simplepeer.min.js';

/** One RTCPeerConnection under simple-peer's handling of offers, answers and candidates; nothing else of simple-peer is used. */
export interface Peer {
  readonly pc: RTCPeerConnection;
  /**
   * Applies an offer or an answer; settles when the exchange it belongs to is complete, so that the next message finds a
   * stable connection. An answer nobody waits for is left alone.
   */
  readonly takeDescription: (description: { readonly type: 'offer' | 'answer'; readonly sdp: string }) => Promise<void>;
  readonly takeCandidate: (candidate: RTCIceCandidateInit) => void;
  /** A new offer with new paths; only for the side that offers. */
  readonly restart: (config: RTCConfiguration) => void;
  /** A sign of life on simple-peer's own channel, so that a side that sends no media is not taken for gone. */
  readonly beat: () => void;
  readonly destroy: () => void;
}

export interface PeerOptions {
  readonly initiator: boolean;
  /** Relays always of our own: simple-peer's default asks servers of third parties. */
  readonly config: RTCConfiguration;
  /** The other side's offer lies on the connection, the answer is not made yet: the moment to say what is sent. */
  readonly beforeAnswer: () => void;
  readonly onDescription: (type: 'offer' | 'answer', sdp: string) => void;
  readonly onCandidate: (candidate: RTCIceCandidateInit) => void;
  /** No path works any more. The connection lives on: `restart` may find another. */
  readonly onFailed: () => void;
  /** The connection is gone for good. */
  readonly onClosed: () => void;
}

/**
 * simple-peer gives a connection up for good at its first `failed`, and at a candidate that came too late. Here both are told
 * and survived. The method names are simple-peer's private ones: a contract test watches over them.
 */
class LastingPeer extends SimplePeer {
  // Assigned after the parent's constructor, which may already call the methods below.
  lasting: PeerOptions | undefined;

  override _onConnectionStateChange(): void {
    if (this.destroyed || !this._pc) return;
    if (this._pc.connectionState === 'failed') this.lasting?.onFailed();
  }

  override _onIceStateChange(): void {
    if (this.destroyed || !this._pc) return;
    if (this._pc.iceConnectionState === 'failed') this.lasting?.onFailed();
    else super._onIceStateChange();
  }

  override _addIceCandidate(candidate: RTCIceCandidateInit): void {
    // Of an offer that was made anew meanwhile: there is no line it fits, and no harm.
    this._pc?.addIceCandidate(candidate).catch(() => undefined);
  }

  override _createAnswer(): void {
    if (this.destroyed) return;
    this.lasting?.beforeAnswer();
    super._createAnswer();
  }

  /** simple-peer puts its offers off for a crash of browsers long gone; on a busy page that is a thirtieth of a second. */
  override negotiate(): void {
    if (!this.initiator || this._isNegotiating || this.destroyed || this.destroying) return super.negotiate();
    this._isNegotiating = true;
    this._createOffer();
  }

  /** Signs of life are not read: simple-peer would pile them up in a stream nobody drains. */
  override _onChannelMessage(): void {}
}

/**
 * Opens a connection; the side that offers sends its first offer in a moment, with the media lines and channels added until then.
 * @throws when the browser has no WebRTC or refuses the configuration
 */
export function openPeer(options: PeerOptions): Peer {
  const peer = new LastingPeer({ initiator: options.initiator, config: options.config });
  peer.lasting = options;
  const pc = peer._pc;
  if (!pc) throw new Error('The browser refused the connection');
  const closed = new Promise<void>((resolve) => peer.on('close', resolve));
  peer.on('error', () => undefined);
  peer.on('close', options.onClosed);
  peer.on('signal', ({ type, sdp, candidate }) => {
    if ((type === 'offer' || type === 'answer') && sdp !== undefined) options.onDescription(type, sdp);
    else if (candidate !== undefined) options.onCandidate(candidate);
  });
  return {
    pc,
    takeDescription: (description) => (mayTake(pc, options.initiator, description.type) ? exchange(peer, pc, description, closed) : Promise.resolve()),
    takeCandidate: (candidate) => {
      if (isUp(peer)) peer.signal({ type: 'candidate', candidate });
    },
    restart: (config) => restart(peer, pc, config),
    beat: () => beat(peer),
    destroy: () => peer.destroy(),
  };
}

const isUp = (peer: SimplePeer): boolean => !peer.destroyed && !peer.destroying;

const mayTake = (pc: RTCPeerConnection, initiator: boolean, type: 'offer' | 'answer'): boolean =>
  initiator ? type === 'answer' && pc.signalingState === 'have-local-offer' : type === 'offer';

async function exchange(peer: SimplePeer, pc: RTCPeerConnection, description: { type: 'offer' | 'answer'; sdp: string }, closed: Promise<void>): Promise<void> {
  if (!isUp(peer)) return;
  const stable = new Promise<void>((resolve) => {
    const look = () => {
      if (pc.signalingState !== 'stable') return;
      pc.removeEventListener('signalingstatechange', look);
      resolve();
    };
    pc.addEventListener('signalingstatechange', look);
  });
  peer.signal(description);
  await Promise.race([stable, closed]);
}

function restart(peer: SimplePeer, pc: RTCPeerConnection, config: RTCConfiguration): void {
  if (!isUp(peer)) return;
  pc.setConfiguration(config);
  pc.restartIce();
  // An offer that was lost leaves simple-peer waiting for its answer for ever; the new one takes its place.
  peer._isNegotiating = false;
  peer._queuedNegotiation = false;
  peer.negotiate();
}

function beat(peer: SimplePeer): void {
  const channel = peer._channel;
  if (isUp(peer) && channel?.readyState === 'open' && channel.bufferedAmount === 0) channel.send('');
}
