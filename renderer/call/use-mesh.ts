import { useEffect, useState, useSyncExternalStore } from 'react';
import type { RelayPass } from '../../shared/hub/hub-views.ts';
import type { Signal } from '../../shared/hub/signal.ts';
import type { CallConductor } from './call-conductor.ts';
import { keepAwake } from './keep-awake.ts';
import { CallMesh } from './mesh/call-mesh.ts';
import type { CallMeshOptions, WhoIsThere } from './mesh/call-mesh.ts';
import { keepRelayPass } from './relay-keeper.ts';
import type { LocalMedia } from './devices/local-media.ts';

/** How a page reaches the other parties of its call, whatever carries the signals. */
export interface CallWire {
  readonly send: (signal: Signal) => void;
  readonly onSignal: (listener: (signal: Signal) => void) => () => void;
  /** Rejects when the hub is away. */
  readonly relayPass: () => Promise<RelayPass>;
}

export interface MeshedCall extends Omit<CallMeshOptions, 'send' | 'relayPass'>, WhoIsThere {
  readonly wire: CallWire;
  readonly media: LocalMedia;
}

/** The lines of a call for as long as its screen is up; microphone and camera go to them as they come, go and change. */
export function useMesh({ wire, media, parties, invited, hubUp, ...options }: MeshedCall): CallMesh {
  const [mesh] = useState(() => new CallMesh({ ...options, send: wire.send, relayPass: keepRelayPass(wire.relayPass) }));
  useEffect(() => mesh.sync({ parties, invited, hubUp }), [mesh, parties, invited, hubUp]);
  useEffect(() => wire.onSignal((signal) => mesh.takeSignal(signal)), [wire, mesh]);
  useEffect(() => plugIn(mesh, media), [mesh, media]);
  useEffect(() => keepAwake(), []);
  return mesh;
}

/** The conductor of the line between desk and official, once there is one. */
export const useMainConductor = (mesh: CallMesh): CallConductor | undefined => useSyncExternalStore(mesh.subscribe, () => mesh.main?.conductor);

/** Puts what the devices give on the lines, now and at each change. */
function plugIn(mesh: CallMesh, media: LocalMedia): () => void {
  let sent: { readonly microphone: MediaStreamTrack | null; readonly camera: MediaStreamTrack | null } = { microphone: null, camera: null };
  const put = () => {
    const { microphone, camera } = media.snapshot();
    if (microphone.track !== sent.microphone) mesh.put('microphone', microphone.track);
    if (camera.track !== sent.camera) mesh.put('camera', camera.track);
    sent = { microphone: microphone.track, camera: camera.track };
  };
  put();
  return media.subscribe(put);
}
