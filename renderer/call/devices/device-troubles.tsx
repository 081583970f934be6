import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import type { DeviceKind, LocalDevice, LocalMedia } from './local-media.ts';

/** What keeps microphone or camera from working, during a call too; nothing while both do. */
export function DeviceTroubles({ media }: { media: LocalMedia }) {
  const { microphone, camera } = useSyncExternalStore(media.subscribe, media.snapshot);
  return (
    <>
      <DeviceTroubleAlert kind="microphone" device={microphone} media={media} />
      <DeviceTroubleAlert kind="camera" device={camera} media={media} />
    </>
  );
}

export function DeviceTroubleAlert({ kind, device, media }: { kind: DeviceKind; device: LocalDevice; media: LocalMedia }) {
  const { t } = useTranslation('call');
  if (device.trouble === null) return null;
  return (
    <Alert kind="warning" announced>
      <p>{t(`device.trouble.${kind}.${device.trouble}`)}</p>
      <Button icon="refresh" onClick={() => void media.retry(kind)}>
        {t('device.retry')}
      </Button>
    </Alert>
  );
}
