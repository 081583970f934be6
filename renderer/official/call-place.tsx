import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView, OfficialConsultation } from '../../shared/hub/hub-views.ts';
import { paperAllowance } from '../../shared/call/ladder.ts';
import { papersOf } from '../call/papers/call-papers.ts';
import { LocalMedia } from '../call/devices/local-media.ts';
import { DevicesAside } from '../call/devices/devices-aside.tsx';
import { hubWire } from '../call/hub-wire.ts';
import type { MeshLink } from '../call/mesh/mesh-link.ts';
import { useMainConductor, useMesh } from '../call/use-mesh.ts';
import { CallPanel } from '../call/view/call-panel.tsx';
import { useHubConnection, useHubLine } from './hub-context.tsx';
import { OfficialGuests } from './official-guests.tsx';

/** With the first call. */
const ReceivedPapers = lazy(() => import('./received-papers.tsx'));

/** Before the call begins: what the desk says first is about papers too. */
const onMain = ({ conductor, ladder }: MeshLink) => papersOf(conductor, 'views').followLadder(() => paperAllowance(ladder.state));

/** The call with the desk: it begins as soon as the question was taken, with what microphone and camera give. */
export function CallPlace({ call, consultation }: { call: CallView; consultation: OfficialConsultation }) {
  const { t } = useTranslation('official');
  const line = useHubLine();
  const hubUp = useHubConnection().at === 'open';
  const [media] = useState(() => new LocalMedia());
  const wire = useMemo(() => hubWire(line, call.callId), [line, call.callId]);
  const mesh = useMesh({ callId: call.callId, me: 'official', wire, media, parties: call.parties, invited: call.invited, hubUp, onMain });
  const main = useMainConductor(mesh);
  useEffect(() => {
    line.setInCall(true);
    void media.open();
    mesh.start('video');
    return () => {
      line.setInCall(false);
      mesh.end();
      media.close();
    };
  }, [line, media, mesh]);
  return (
    <section className="call-place" aria-label={t('call')}>
      <CallPanel
        mesh={mesh}
        media={media}
        parties={call.parties}
        phone={consultation.deskPhone}
        externalLink={null}
        onCodeCompared={() => undefined}
        guests={<OfficialGuests mesh={mesh} call={call} />}
      />
      {main && (
        <Suspense fallback={null}>
          <ReceivedPapers conductor={main} />
        </Suspense>
      )}
      <DevicesAside media={media} />
    </section>
  );
}
