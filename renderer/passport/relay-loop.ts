/** What kept two ends from meeting. */
export interface LoopTrouble {
  /** The relay gave an address: the key is good and the relay is reached. */
  readonly allocated: boolean;
  /** It answered and refused (RFC 8656, error codes 400 and up). */
  readonly refused: boolean;
}

/** No server was reached at all: not an answer of the relay (W3C WebRTC, RTCPeerConnectionIceErrorEvent). */
const unreachable = 701;

/**
 * Two ends in one page that meet through a relay alone: what goes from one to the other leaves by the desk's line and comes
 * back by it. Nothing of it is recorded or seen by anybody.
 */
export class RelayLoop {
  readonly #near: RTCPeerConnection;
  readonly #far: RTCPeerConnection;
  /** In order and whole, from `near` to `far`. */
  readonly flow: { readonly near: RTCDataChannel; readonly far: RTCDataChannel };
  /** Each packet once, as sound is sent. */
  readonly probes: { readonly near: RTCDataChannel; readonly far: RTCDataChannel };
  #allocated = false;
  #refused = false;
  #searching = 2;

  constructor(server: RTCIceServer) {
    const end = () => new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: 'relay' });
    this.#near = end();
    this.#far = end();
    this.#join(this.#near, this.#far);
    this.#join(this.#far, this.#near);
    this.flow = this.#channels({ negotiated: true, id: 1 });
    this.probes = this.#channels({ negotiated: true, id: 2, ordered: false, maxRetransmits: 0 });
  }

  get trouble(): LoopTrouble {
    return { allocated: this.#allocated, refused: this.#refused };
  }

  /** Settles with `true` once both ends have met, with `false` as soon as neither has a way any more. */
  async meet(): Promise<boolean> {
    const open = Promise.all([opened(this.flow.far), opened(this.probes.far), opened(this.probes.near), opened(this.flow.near)]).then(() => true);
    const nowhere = new Promise<boolean>((resolve) => {
      for (const pc of [this.#near, this.#far])
        pc.addEventListener('icecandidate', ({ candidate }) => {
          if (candidate === null && --this.#searching === 0 && !this.#allocated) resolve(false);
        });
    });
    await this.#exchange();
    return Promise.race([open, nowhere]);
  }

  /** Looks for new paths and settles when the ends have changed over to them. */
  async restart(): Promise<void> {
    const before = this.#path();
    this.#near.restartIce();
    await this.#exchange();
    await new Promise<void>((resolve) => {
      const look = () => (this.#path() === before && this.#near.connectionState !== 'closed' ? setTimeout(look, 20) : resolve());
      look();
    });
  }

  close(): void {
    this.#near.close();
    this.#far.close();
  }

  /** Which search the path in use came out of. */
  #path(): string | null | undefined {
    return this.#near.sctp?.transport.iceTransport.getSelectedCandidatePair()?.local?.usernameFragment;
  }

  #channels(how: RTCDataChannelInit): { near: RTCDataChannel; far: RTCDataChannel } {
    const channel = (pc: RTCPeerConnection) => Object.assign(pc.createDataChannel('', how), { binaryType: 'arraybuffer' as const });
    return { near: channel(this.#near), far: channel(this.#far) };
  }

  #join(from: RTCPeerConnection, to: RTCPeerConnection): void {
    from.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate === null) return;
      this.#allocated = true;
      // One that comes after the end was closed is nobody's loss.
      to.addIceCandidate(candidate).catch(() => undefined);
    });
    from.addEventListener('icecandidateerror', ({ errorCode }) => {
      if (errorCode !== unreachable) this.#refused = true;
    });
  }

  /** Each end knows the other's description before its own search begins: no path comes too early. */
  async #exchange(): Promise<void> {
    const offer = await this.#near.createOffer();
    await this.#far.setRemoteDescription(offer);
    await this.#near.setLocalDescription(offer);
    const answer = await this.#far.createAnswer();
    await this.#near.setRemoteDescription(answer);
    await this.#far.setLocalDescription(answer);
  }
}

const opened = (channel: RTCDataChannel): Promise<void> => new Promise((resolve) => channel.addEventListener('open', () => resolve(), { once: true }));
