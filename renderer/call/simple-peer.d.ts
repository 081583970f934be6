/** The part of simple-peer 9.11.1 that `peer.ts` uses, private members included; its own types bring Node's into the page. */
declare module 'simple-peer/simplepeer.min.js' {
  interface Signal {
    readonly type?: string | undefined;
    readonly sdp?: string | undefined;
    readonly candidate?: RTCIceCandidateInit;
    readonly renegotiate?: true;
  }

  export default class SimplePeer {
    constructor(options: { initiator: boolean; config: RTCConfiguration });
    readonly initiator: boolean;
    readonly destroyed: boolean;
    readonly destroying: boolean;
    /** Not there when the browser refused the configuration; `null` once destroyed. */
    _pc: RTCPeerConnection | null | undefined;
    _channel: RTCDataChannel | null;
    _isNegotiating: boolean;
    _queuedNegotiation: boolean;
    on(event: 'signal', listener: (signal: Signal) => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'close', listener: () => void): this;
    signal(data: Signal): void;
    negotiate(): void;
    destroy(error?: Error): void;
    _createOffer(): void;
    _createAnswer(): void;
    _addIceCandidate(candidate: RTCIceCandidateInit): void;
    _onConnectionStateChange(): void;
    _onIceStateChange(): void;
    _onChannelMessage(event: MessageEvent): void;
  }
}
