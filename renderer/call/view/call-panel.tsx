import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presence } from '../../../shared/hub/hub-views.ts';
import { Badge } from '../../ui/badge.tsx';
import type { CallConductor } from '../call-conductor.ts';
import type { CallSnapshot } from '../call-snapshot.ts';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { DeviceTroubles } from '../devices/device-troubles.tsx';
import type { LocalMedia } from '../devices/local-media.ts';
import { SilentMicrophoneAlert } from '../devices/silent-microphone-alert.tsx';
import { PicturePointer } from '../pointer/picture-pointer.tsx';
import { PointedAtMine } from '../pointer/pointed-at-mine.tsx';
import { useLine } from '../use-line.ts';
import { CallControls } from './call-controls.tsx';
import { Picture, Voice } from './media-element.tsx';
import { QualityLine } from './quality-line.tsx';
import { ShortCode } from './short-code.tsx';

interface CallPanelProps {
  conductor: CallConductor;
  media: LocalMedia;
  parties: readonly Presence[];
  /** The other side's telephone, for when the line carries nothing. */
  phone: string | null;
  /** The other side's meeting elsewhere. */
  externalLink: string | null;
  onCodeCompared: (matches: boolean) => void;
}

/** The call: the other side's picture, one's own in its corner, how the line is, and what can be done. */
export function CallPanel({ conductor, media, parties, phone, externalLink, onCodeCompared }: CallPanelProps) {
  const call = useSyncExternalStore(conductor.subscribe, conductor.snapshot);
  const local = useSyncExternalStore(media.subscribe, media.snapshot);
  const line = useLine(conductor, call.state.at === 'live');
  return (
    <section className="call-panel" data-state={call.state.at}>
      <div className="call-picture">
        <Stage call={call} camera={local.camera.on ? local.camera.track : null} conductor={conductor} />
        <PointedAtMine conductor={conductor} />
        <div className="call-lines">
          <QualityLine call={call} verdict={line.view?.verdict} />
          <Parties parties={parties} />
        </div>
      </div>
      <Voice track={call.remote.microphone} speaker={local.speaker} />
      <div className="call-side">
        <DeviceTroubles media={media} />
        {call.state.at === 'live' && local.microphone.on && local.microphone.track && <SilentMicrophoneAlert track={local.microphone.track} />}
        <ShortCode code={call.code} onCompared={onCodeCompared} />
        <CallControls conductor={conductor} media={media} call={call} local={local} phone={phone} externalLink={externalLink} ladder={line.ladder} />
        <ChatPanel link={conductor.link} />
      </div>
    </section>
  );
}

function Stage({ call, camera, conductor }: { call: CallSnapshot; camera: MediaStreamTrack | null; conductor: CallConductor }) {
  const { t } = useTranslation('call');
  const { state, remote, theirs } = call;
  const shares = theirs?.screen === true;
  const shows = state.at === 'live' && (shares || theirs?.camera !== false);
  return (
    <div className="call-stage">
      <Picture track={shares ? remote.screen : remote.camera} label={t(shares ? 'theirScreen' : 'theirPicture')} className="call-remote" />
      {shows && <PicturePointer key={shares ? 'screen' : 'camera'} conductor={conductor} on={shares ? 'screen' : 'camera'} />}
      {!shows && <StageWords call={call} />}
      {camera && <Picture track={camera} label={t('mine')} mirrored className="call-own" />}
    </div>
  );
}

/** In the picture's place while there is none: why. */
function StageWords({ call: { state, theirs } }: { call: CallSnapshot }) {
  const { t } = useTranslation('call');
  const words = state.at === 'live' ? t(theirs?.camera === false ? 'stage.cameraOff' : 'stage.soundOnly') : state.at === 'over' ? t(`over.${state.reason}`) : t(`stage.${state.at}`);
  return (
    <output className="call-words">{words}</output>
  );
}

/** Everybody in the call, by name and part. */
function Parties({ parties }: { parties: readonly Presence[] }) {
  const { t } = useTranslation(['call', 'hub']);
  return (
    <ul className="call-parties" aria-label={t('call:present')}>
      {parties.map(({ party, name, role, connected }) => (
        <li key={party}>
          {name === '' ? '' : `${name}, `}
          {role === 'desk' || role === 'official' ? t(`hub:party.${role}`) : t(`hub:guest.${role}`)} {!connected && <Badge kind="warning">{t('call:away')}</Badge>}
        </li>
      ))}
    </ul>
  );
}
