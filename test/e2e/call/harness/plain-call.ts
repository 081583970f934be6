import type { Party, Signal } from '../../../../shared/hub/signal.ts';

export interface PlainCallOptions {
  readonly me: Party;
  readonly peer: Party;
  readonly callId: string;
  readonly stream: MediaStream;
  readonly config: RTCConfiguration;
  readonly onTrack: (track: MediaStreamTrack) => void;
  readonly send: (signal: Signal) => void;
}

export interface PlainCall {
  readonly pc: RTCPeerConnection;
  readonly take: (signal: Signal) => Promise<void>;
}

/** A call as the browser alone makes it, over the same relay: what ours is measured against. */
export function plainCall({ callId, me, peer, stream, config, onTrack, send }: PlainCallOptions): PlainCall {
  const pc = new RTCPeerConnection(config);
  let seq = 0;
  const frame = () => ({ callId, from: me, to: peer, generation: 0, seq: seq++, received: 0 });
  pc.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate) send({ ...frame(), body: { kind: 'candidate', candidate: candidate.candidate, sdpMid: candidate.sdpMid, sdpMLineIndex: candidate.sdpMLineIndex } });
  });
  pc.addEventListener('track', ({ track }) => onTrack(track));
  for (const track of stream.getTracks()) pc.addTrack(track, stream);

  async function describe(type: 'offer' | 'answer'): Promise<void> {
    await pc.setLocalDescription();
    send({ ...frame(), body: { kind: 'description', type, offer: 0, sdp: pc.localDescription?.sdp ?? '' } });
  }
  async function take({ body }: Signal): Promise<void> {
    if (body?.kind === 'candidate') await pc.addIceCandidate(body).catch(() => undefined);
    if (body?.kind !== 'description') return;
    await pc.setRemoteDescription(body);
    if (body.type === 'offer') await describe('answer');
  }
  if (me === 'desk') void describe('offer');
  return { pc, take };
}
