import { setTimeout as pause } from 'node:timers/promises';
import { vi } from 'vitest';

/** The least of an RTCPeerConnection that simple-peer's own code runs on; Node has none. */
export class FakePeerConnection extends EventTarget {
  readonly createdChannels: object[] = [];
  signalingState = 'stable';
  connectionState = 'new';
  iceConnectionState = 'new';
  iceGatheringState = 'new';
  localDescription: { type: string; sdp: string } | null = null;
  remoteDescription: { type: string; sdp: string } | null = null;
  refusesCandidates = false;
  closed = false;

  /** Puts the fake where simple-peer looks for a browser's. */
  static stub(): void {
    for (const name of ['RTCPeerConnection', 'RTCSessionDescription', 'RTCIceCandidate']) vi.stubGlobal(name, name === 'RTCPeerConnection' ? FakePeerConnection : asGiven);
  }

  createDataChannel(label: string): object {
    const channel = { label, readyState: 'connecting', close: () => undefined };
    this.createdChannels.push(channel);
    return channel;
  }
  createOffer(): Promise<object> {
    return Promise.resolve({ type: 'offer', sdp: 'v=0' });
  }
  setLocalDescription(description: { type: string; sdp: string }): Promise<void> {
    this.localDescription = description;
    this.signalingState = 'have-local-offer';
    return Promise.resolve();
  }
  addIceCandidate(): Promise<void> {
    return this.refusesCandidates ? Promise.reject(new Error('Unknown ufrag')) : Promise.resolve();
  }
  setConfiguration(): void {}
  restartIce(): void {}
  getTransceivers(): object[] {
    return [];
  }
  close(): void {
    this.closed = true;
  }

  /** A state changes and its handler is called, as the browser does. */
  happens(state: 'connectionState' | 'iceConnectionState', value: string): void {
    this[state] = value;
    const handlers = this as unknown as Record<string, (() => void) | undefined>;
    handlers[`on${state.toLowerCase()}change`]?.();
  }

  /** simple-peer makes its offers a moment later. */
  readonly settled = (): Promise<void> => pause(20);
}

/** Descriptions and candidates are what they are made from. */
function asGiven(this: object, init: object): void {
  Object.assign(this, init);
}
