import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView, OfficialConsultation } from '../../shared/hub/hub-views.ts';
import type { HubLine } from '../../shared/hub/hub-line.ts';
import { relayPassSchema } from '../../shared/hub/hub-views.ts';
import type { LegKeeper } from '../call/call-conductor.ts';
import { papersOf } from '../call/papers/call-papers.ts';
import { LocalMedia } from '../call/devices/local-media.ts';
import { DeviceCheck } from '../call/devices/device-check.tsx';
import { useConductor } from '../call/use-conductor.ts';
import type { CallWire } from '../call/use-conductor.ts';
import { CallPanel } from '../call/view/call-panel.tsx';
import { useHubConnection, useHubLine } from './hub-context.tsx';

/** With the first call. */
const ReceivedPapers = lazy(() => import('./received-papers.tsx'));

/** The call with the desk: it begins as soon as the question was taken, with what microphone and camera give. */
export function CallPlace({ call, consultation }: { call: CallView; consultation: OfficialConsultation }) {
  const { t } = useTranslation('official');
  const line = useHubLine();
  const connection = useHubConnection();
  const [media] = useState(() => new LocalMedia());
  const wire = useMemo(() => wireOf(line, call.callId), [line, call.callId]);
  const desk = call.parties.find(({ party }) => party === 'desk');
  const reachable = connection.at === 'open' && desk?.connected === true;
  const conductor = useConductor({ callId: call.callId, me: 'official', peer: 'desk', wire, legs: noLegs, media, reachable });
  useEffect(() => {
    line.setInCall(true);
    // Before the call begins: what the desk says first is about papers too.
    papersOf(conductor, 'views');
    void media.open();
    conductor.start('video');
    return () => {
      line.setInCall(false);
      conductor.consultationEnded();
      media.close();
    };
  }, [line, media, conductor]);
  return (
    <section className="call-place" aria-label={t('call')}>
      <CallPanel conductor={conductor} media={media} parties={call.parties} phone={consultation.deskPhone} externalLink={null} onCodeCompared={() => undefined} />
      <Suspense fallback={null}>
        <ReceivedPapers conductor={conductor} />
      </Suspense>
      <details>
        <summary>{t('devices')}</summary>
        <DeviceCheck media={media} />
      </details>
    </section>
  );
}

/** The desk keeps the record of the legs. */
const noLegs: LegKeeper = { openLeg: () => undefined, closeLeg: () => undefined, countReconnection: () => undefined };

function wireOf(line: HubLine<unknown>, callId: string): CallWire {
  return {
    send: (signal) => void line.call('sendSignal', signal),
    onSignal: (listener) => line.onSignal(listener),
    relayPass: async () => {
      const answer = await line.call('renewRelay', { callId });
      if (!answer.ok) throw new Error(answer.code);
      return relayPassSchema.parse(answer.value);
    },
  };
}
