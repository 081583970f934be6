import { useEffect, useState } from 'react';
import type { RelayPass } from '../../shared/hub/hub-views.ts';
import type { Party, Signal } from '../../shared/hub/signal.ts';
import { CallConductor } from './call-conductor.ts';
import type { LegKeeper } from './call-conductor.ts';
import { keepRelayPass } from './relay-keeper.ts';
import type { LocalMedia } from './devices/local-media.ts';

/** How a page reaches the other parties of its call, whatever carries the signals. */
export interface CallWire {
  readonly send: (signal: Signal) => void;
  readonly onSignal: (listener: (signal: Signal) => void) => () => void;
  /** Rejects when the hub is away. */
  readonly relayPass: () => Promise<RelayPass>;
}

export interface ConductedCall {
  readonly callId: string;
  readonly me: Party;
  readonly peer: Party;
  readonly wire: CallWire;
  readonly legs: LegKeeper;
  readonly media: LocalMedia;
  /** The hub is there, and says that the other party is too. */
  readonly reachable: boolean;
}

/** A call's conductor for as long as its screen is up; microphone and camera go to it as they come, go and change. */
export function useConductor({ callId, me, peer, wire, legs, media, reachable }: ConductedCall): CallConductor {
  const [conductor] = useState(() => new CallConductor({ callId, me, peer, send: wire.send, relayPass: keepRelayPass(wire.relayPass), legs }));
  useEffect(() => wire.onSignal((signal) => conductor.takeSignal(signal)), [wire, conductor]);
  useEffect(() => conductor.setReachable(reachable), [conductor, reachable]);
  useEffect(() => plugIn(conductor, media), [conductor, media]);
  return conductor;
}

/** Puts what the devices give on the lines, now and at each change. */
function plugIn(conductor: CallConductor, media: LocalMedia): () => void {
  let sent: { readonly microphone: MediaStreamTrack | null; readonly camera: MediaStreamTrack | null } = { microphone: null, camera: null };
  const put = () => {
    const { microphone, camera } = media.snapshot();
    if (microphone.track !== sent.microphone) conductor.put('microphone', microphone.track);
    if (camera.track !== sent.camera) conductor.put('camera', camera.track);
    sent = { microphone: microphone.track, camera: camera.track };
  };
  put();
  return media.subscribe(put);
}
