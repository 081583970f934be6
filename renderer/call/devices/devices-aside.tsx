import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeviceCheck } from './device-check.tsx';
import type { LocalMedia } from './local-media.ts';

/** The devices during a call, folded away; nothing is measured or drawn while nobody looks. */
export function DevicesAside({ media }: { media: LocalMedia }) {
  const { t } = useTranslation('call');
  const [open, setOpen] = useState(false);
  return (
    <details className="devices-aside" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('device.title')}</summary>
      {open && <DeviceCheck media={media} />}
    </details>
  );
}
