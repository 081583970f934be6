import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { CallSnapshot } from '../call-snapshot.ts';
import type { LocalMedia, LocalMediaSnapshot } from '../devices/local-media.ts';
import type { CallMesh } from '../mesh/call-mesh.ts';
import { shareScreen } from './share-screen.ts';

interface CallControlsProps {
  mesh: CallMesh;
  media: LocalMedia;
  /** The line that stands for the call. */
  call: CallSnapshot;
  sharing: boolean;
  local: LocalMediaSnapshot;
  phone: string | null;
  externalLink: string | null;
}

/** What can be done in a call, each button saying what it will do. */
export function CallControls(props: CallControlsProps) {
  const { call } = props;
  switch (call.state.at) {
    case 'ready':
    case 'over':
      return null;
    case 'apart':
      return <OtherWays {...props} again />;
    case 'elsewhere':
      return <Elsewhere {...props} />;
    case 'connecting':
    case 'live':
    case 'bridging':
      return <Carried {...props} />;
  }
}

function Carried(props: CallControlsProps) {
  const { mesh, media, call, sharing, local } = props;
  const { t } = useTranslation('call');
  const toggle = (kind: 'microphone' | 'camera') => {
    media.turn(kind, !local[kind].on);
    mesh.turn(kind, !local[kind].on);
  };
  const medium = 'medium' in call.state ? call.state.medium : 'video';
  return (
    <div className="call-controls">
      <Button onClick={() => toggle('microphone')}>{t(local.microphone.on ? 'control.mute' : 'control.unmute')}</Button>
      <Button onClick={() => toggle('camera')}>{t(local.camera.on ? 'control.cameraOff' : 'control.cameraOn')}</Button>
      <Button onClick={() => void shareScreen(mesh)}>{t(sharing ? 'control.stopSharing' : 'control.share')}</Button>
      {!mesh.signsForOthers && (
        <Button kind="quiet" onClick={() => mesh.changeMedium(medium === 'video' ? 'audio' : 'video')}>
          {t(medium === 'video' ? 'control.soundOnly' : 'control.withPicture')}
        </Button>
      )}
      <SignLanguage mesh={mesh} />
      <OtherWays {...props} again={false} />
    </div>
  );
}

/** Hands need frames more than sharpness. */
function SignLanguage({ mesh }: { mesh: CallMesh }) {
  const { t } = useTranslation('call');
  const [on, setOn] = useState(mesh.signLanguage);
  const toggle = (next: boolean) => {
    setOn(next);
    mesh.setSignLanguage(next);
  };
  return (
    <Checkbox checked={on} onChange={toggle}>
      {t('control.signs')}
    </Checkbox>
  );
}

/** By telephone or in another programme, when the line does not carry the call. */
function OtherWays({ mesh, phone, externalLink, again }: CallControlsProps & { again: boolean }) {
  const { t } = useTranslation('call');
  return (
    <>
      {again && (
        <Button kind="primary" icon="refresh" onClick={() => mesh.start('video')}>
          {t('control.again')}
        </Button>
      )}
      {phone !== null && (
        <Button kind="quiet" icon="telephone" onClick={() => mesh.changeMedium('phone')}>
          {t('control.phone')}
        </Button>
      )}
      {externalLink !== null && (
        <Button kind="quiet" icon="externalLink" onClick={() => mesh.changeMedium('link')}>
          {t('control.link')}
        </Button>
      )}
    </>
  );
}

function Elsewhere({ mesh, call, phone, externalLink }: CallControlsProps) {
  const { t } = useTranslation('call');
  if (call.state.at !== 'elsewhere') return null;
  return (
    <div className="call-elsewhere">
      {call.state.medium === 'phone' ? (
        <p className="call-number">{t('elsewhere.phone', { phone })}</p>
      ) : (
        <p>
          <a className="btn btn-primary" href={externalLink ?? ''} target="_blank" rel="noreferrer">
            {t('elsewhere.link')}
          </a>
        </p>
      )}
      <Button icon="video" onClick={() => mesh.changeMedium('video')}>
        {t('control.back')}
      </Button>
    </div>
  );
}
