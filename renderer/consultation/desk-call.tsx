import { createContext, use, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { paperAllowance } from '../../shared/call/ladder.ts';
import type { DeskClient } from '../../shared/desk/desk-client.ts';
import type { CallView, DeskConsultation } from '../../shared/hub/hub-views.ts';
import { LocalMedia } from '../call/devices/local-media.ts';
import type { CallMesh } from '../call/mesh/call-mesh.ts';
import type { CallConductor } from '../call/call-conductor.ts';
import { papersOf } from '../call/papers/call-papers.ts';
import { useMainConductor, useMesh } from '../call/use-mesh.ts';
import type { CallWire } from '../call/use-mesh.ts';
import { useDesk } from '../desk/desk-context.tsx';
import { DeskLegs } from './desk-legs.ts';
import { usePapersRecord, useStillAnnounced } from './papers/use-papers-record.ts';
import { useHub } from './use-hub.ts';

/** The call of this desk, wherever on its screens the clerk is; what each session's page shows of it. */
export interface DeskCall {
  readonly consultation: DeskConsultation;
  readonly call: CallView;
  readonly sessionId: string;
  readonly mesh: CallMesh;
}

interface DeskMedia {
  readonly media: LocalMedia;
  /** Devices were seen and heard, and the resident agreed: the call may begin as soon as somebody answers. */
  readonly readyFor: string | undefined;
  readonly setReady: (consultationId: string) => void;
}

const CallContext = createContext<DeskCall | undefined>(undefined);
const MediaContext = createContext<DeskMedia | undefined>(undefined);

export const useDeskCall = (): DeskCall | undefined => use(CallContext);
export function useDeskMedia(): DeskMedia {
  const media = use(MediaContext);
  if (!media) throw new Error('outside DeskCallProvider');
  return media;
}

/** Stands around every screen of a signed-in clerk: going from step to step, or to another screen, never ends a call. */
export function DeskCallProvider({ children }: { children: ReactNode }) {
  const hub = useHub();
  const [media] = useState(() => new LocalMedia());
  const [readyFor, setReady] = useState<string>();
  const [running, setRunning] = useState<CallMesh>();
  useEffect(() => () => media.close(), [media]);
  const deskMedia = useMemo(() => ({ media, readyFor, setReady }), [media, readyFor]);
  const consultation = hub?.view?.consultations.find(({ state, call }) => state === 'active' && call !== null);
  const call = consultation?.call;
  const sessionId = consultation && hub?.sessions[consultation.id];
  const deskCall = consultation && call && sessionId !== undefined && running ? { consultation, call, sessionId, mesh: running } : undefined;
  return (
    <MediaContext value={deskMedia}>
      {call && <RunningCall key={call.callId} call={call} consultationId={consultation.id} media={deskMedia} connected={hub?.link.at === 'connected'} onMesh={setRunning} />}
      <CallContext value={deskCall}>{children}</CallContext>
    </MediaContext>
  );
}

interface RunningCallProps {
  call: CallView;
  consultationId: string;
  media: DeskMedia;
  connected: boolean;
  onMesh: (mesh: CallMesh | undefined) => void;
}

/** Beside the screens, not around them: what is half typed stays when a call begins or ends. Draws nothing of its own. */
function RunningCall({ call, consultationId, media: { media, readyFor }, connected, onMesh }: RunningCallProps) {
  const desk = useDesk();
  const wire = useMemo(() => wireOf(desk, call.callId), [desk, call.callId]);
  const [legs] = useState(() => new DeskLegs(desk, consultationId));
  const mesh = useMesh({
    callId: call.callId,
    me: 'desk',
    wire,
    legs,
    media,
    parties: call.parties,
    invited: call.invited,
    hubUp: connected,
    asksFirst: true,
    onMain: ({ conductor, ladder }) => papersOf(conductor, 'shows').followLadder(() => paperAllowance(ladder.state)),
    onJoined: (role) => void desk.noteCall({ consultationId, note: { kind: 'guest-joined', role } }),
  });
  const mayStart = readyFor === consultationId;
  useEffect(() => {
    if (mayStart) mesh.start('video');
  }, [mayStart, mesh]);
  useEffect(() => {
    onMesh(mesh);
    return () => {
      mesh.end();
      media.close();
      onMesh(undefined);
    };
  }, [mesh, media, onMesh]);
  const main = useMainConductor(mesh);
  return main && <PapersRecord conductor={main} consultationId={consultationId} />;
}

function PapersRecord({ conductor, consultationId }: { conductor: CallConductor; consultationId: string }) {
  usePapersRecord(conductor, consultationId);
  useStillAnnounced(conductor);
  return null;
}

function wireOf(desk: DeskClient, callId: string): CallWire {
  return {
    send: (signal) => void desk.sendSignal(signal),
    onSignal: (listener) => desk.subscribe((event) => event.name === 'hubSignal' && event.data.signal.callId === callId && listener(event.data.signal)),
    relayPass: async () => {
      const reply = await desk.renewRelay({ callId });
      if (!reply.ok) throw new Error(reply.code);
      return reply.value;
    },
  };
}
