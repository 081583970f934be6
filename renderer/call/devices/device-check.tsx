import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Picture } from '../view/media-element.tsx';
import { chime } from '../../ui/chime.ts';
import { DeviceTroubleAlert } from './device-troubles.tsx';
import type { LocalMedia } from './local-media.ts';
import { useLoudness } from './use-loudness.ts';

/** Before a call: which camera, microphone and loudspeaker; seen, heard and measured. */
export function DeviceCheck({ media }: { media: LocalMedia }) {
  const { t } = useTranslation('call');
  const { microphone, camera, devices, speaker } = useSyncExternalStore(media.subscribe, media.snapshot);
  const of = (kind: MediaDeviceKind) => devices.filter((device) => device.kind === kind && device.deviceId !== '').map(({ deviceId, label }) => ({ value: deviceId, text: label === '' ? t('device.nameless') : label }));
  const speakers = of('audiooutput');
  return (
    <div className="device-check">
      <div className="device-picture">
        {camera.track ? <Picture track={camera.track} label={t('mine')} mirrored className="device-preview" /> : <p className="device-preview">{t('device.noPicture')}</p>}
        <DeviceTroubleAlert kind="camera" device={camera} media={media} />
      </div>
      <div>
        <SelectField label={t('device.camera')} value={camera.chosen} onChange={(id) => void media.choose('camera', id)} options={of('videoinput')} placeholder={t('device.own')} />
        <SelectField label={t('device.microphone')} value={microphone.chosen} onChange={(id) => void media.choose('microphone', id)} options={of('audioinput')} placeholder={t('device.own')} />
        <Loudness track={microphone.track} />
        <DeviceTroubleAlert kind="microphone" device={microphone} media={media} />
        {speakers.length > 0 && <SelectField label={t('device.speaker')} value={speaker} onChange={(id) => media.chooseSpeaker(id)} options={speakers} placeholder={t('device.own')} />}
        <Button kind="quiet" icon="hearing" onClick={chime}>
          {t('device.hear')}
        </Button>
      </div>
    </div>
  );
}

/** Speaking moves the bar; the word beside it says the same. */
function Loudness({ track }: { track: MediaStreamTrack | null }) {
  const { t } = useTranslation('call');
  const level = useLoudness(track);
  return (
    <p className="loudness">
      <meter min={0} max={1} value={level} aria-label={t('device.level')} /> {t(level > 0.02 ? 'device.heard' : 'device.speak')}
    </p>
  );
}
