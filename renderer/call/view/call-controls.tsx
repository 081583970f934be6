import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { CallConductor } from '../call-conductor.ts';
import type { CallSnapshot } from '../call-snapshot.ts';
import type { MediaLadder } from '../media-ladder.ts';
import type { LocalMedia, LocalMediaSnapshot } from '../devices/local-media.ts';
import { shareScreen } from './share-screen.ts';

interface CallControlsProps {
  conductor: CallConductor;
  media: LocalMedia;
  call: CallSnapshot;
  local: LocalMediaSnapshot;
  phone: string | null;
  externalLink: string | null;
  ladder: MediaLadder;
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
  const { conductor, media, call, local, ladder } = props;
  const { t } = useTranslation('call');
  const toggle = (kind: 'microphone' | 'camera') => {
    media.turn(kind, !local[kind].on);
    conductor.turn(kind, !local[kind].on);
  };
  const medium = 'medium' in call.state ? call.state.medium : 'video';
  return (
    <div className="call-controls">
      <Button onClick={() => toggle('microphone')}>{t(local.microphone.on ? 'control.mute' : 'control.unmute')}</Button>
      <Button onClick={() => toggle('camera')}>{t(local.camera.on ? 'control.cameraOff' : 'control.cameraOn')}</Button>
      <Button onClick={() => void shareScreen(conductor)}>{t(call.mine.screen ? 'control.stopSharing' : 'control.share')}</Button>
      <Button kind="quiet" onClick={() => conductor.changeMedium(medium === 'video' ? 'audio' : 'video')}>
        {t(medium === 'video' ? 'control.soundOnly' : 'control.withPicture')}
      </Button>
      <SignLanguage ladder={ladder} />
      <OtherWays {...props} again={false} />
    </div>
  );
}

/** Hands need frames more than sharpness. */
function SignLanguage({ ladder }: { ladder: MediaLadder }) {
  const { t } = useTranslation('call');
  const [on, setOn] = useState(ladder.state.signLanguage);
  const toggle = (next: boolean) => {
    setOn(next);
    ladder.setSignLanguage(next);
  };
  return (
    <Checkbox checked={on} onChange={toggle}>
      {t('control.signs')}
    </Checkbox>
  );
}

/** By telephone or in another programme, when the line does not carry the call. */
function OtherWays({ conductor, phone, externalLink, again }: CallControlsProps & { again: boolean }) {
  const { t } = useTranslation('call');
  return (
    <>
      {again && (
        <Button kind="primary" icon="refresh" onClick={() => conductor.start('video')}>
          {t('control.again')}
        </Button>
      )}
      {phone !== null && (
        <Button kind="quiet" icon="telephone" onClick={() => conductor.changeMedium('phone')}>
          {t('control.phone')}
        </Button>
      )}
      {externalLink !== null && (
        <Button kind="quiet" icon="externalLink" onClick={() => conductor.changeMedium('link')}>
          {t('control.link')}
        </Button>
      )}
    </>
  );
}

function Elsewhere({ conductor, call, phone, externalLink }: CallControlsProps) {
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
      <Button icon="video" onClick={() => conductor.changeMedium('video')}>
        {t('control.back')}
      </Button>
    </div>
  );
}
