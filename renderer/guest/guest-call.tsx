import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubLine } from '../../shared/hub/hub-line.ts';
import type { CallView, GuestHubView } from '../../shared/hub/hub-views.ts';
import type { Party } from '../../shared/hub/signal.ts';
import { DevicesAside } from '../call/devices/devices-aside.tsx';
import type { LocalMedia } from '../call/devices/local-media.ts';
import { hubWire } from '../call/hub-wire.ts';
import { useMesh } from '../call/use-mesh.ts';
import { CallPanel } from '../call/view/call-panel.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';

interface GuestCallProps {
  line: HubLine<GuestHubView>;
  call: CallView;
  me: Party;
  name: string;
  media: LocalMedia;
  hubUp: boolean;
  leave: () => void;
}

/** The call as a guest takes part in it. */
export function GuestCall({ line, call, me, name, media, hubUp, leave }: GuestCallProps) {
  const { t } = useTranslation('guest');
  const wire = useMemo(() => hubWire(line, call.callId), [line, call.callId]);
  const mesh = useMesh({ callId: call.callId, me, name, wire, media, parties: call.parties, invited: call.invited, hubUp });
  useEffect(() => {
    line.setInCall(true);
    mesh.start('video');
    return () => {
      line.setInCall(false);
      mesh.end();
    };
  }, [line, mesh]);
  const goAway = () => {
    mesh.leave();
    leave();
  };
  return (
    <Page
      title={t('call.title')}
      aside={
        <Button kind="danger" onClick={goAway}>
          {t('call.leave')}
        </Button>
      }
    >
      <div role="alert">{!hubUp && <Alert kind="warning">{t('call.lost')}</Alert>}</div>
      <CallPanel mesh={mesh} media={media} parties={call.parties} ownName={name} phone={null} externalLink={null} onCodeCompared={() => undefined} />
      <DevicesAside media={media} />
    </Page>
  );
}
