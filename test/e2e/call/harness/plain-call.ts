import type { Party, Signal } from '../../../../shared/hub/signal.ts';
import type { SignalLineOptions } from './signal-line.ts';
import { TestSignalLine } from './signal-line.ts';

export interface PlainCallOptions extends Pick<SignalLineOptions, 'peer'> {
  readonly me: Party;
  readonly callId: string;
  readonly stream: MediaStream;
  readonly config: RTCConfiguration;
  readonly onTrack: (track: MediaStreamTrack) => void;
}

/** A call as the browser alone makes it, over the same relay: what ours is measured against. */
export function plainCall({ callId, me, peer, stream, config, onTrack }: PlainCallOptions): RTCPeerConnection {
  const pc = new RTCPeerConnection(config);
  let seq = 0;
  const frame = () => ({ callId, from: me, to: peer, generation: 0, seq: seq++, received: 0 });
  const line = new TestSignalLine({ name: me, peer, onSignal: (signal) => void take(signal), onReachable: (reachable) => reachable && me === 'desk' && void offer() });
  pc.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate) line.send({ ...frame(), body: { kind: 'candidate', candidate: candidate.candidate, sdpMid: candidate.sdpMid, sdpMLineIndex: candidate.sdpMLineIndex } });
  });
  pc.addEventListener('track', ({ track }) => onTrack(track));
  for (const track of stream.getTracks()) pc.addTrack(track, stream);

  async function offer(): Promise<void> {
    if (pc.signalingState === 'stable' && !pc.remoteDescription) await describe('offer');
  }
  async function describe(type: 'offer' | 'answer'): Promise<void> {
    await pc.setLocalDescription();
    line.send({ ...frame(), body: { kind: 'description', type, offer: 0, sdp: pc.localDescription?.sdp ?? '' } });
  }
  async function take({ body }: Signal): Promise<void> {
    if (body?.kind === 'candidate') await pc.addIceCandidate(body).catch(() => undefined);
    if (body?.kind !== 'description') return;
    await pc.setRemoteDescription(body);
    if (body.type === 'offer') await describe('answer');
  }
  return pc;
}
