import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeviceCheck } from '../call/devices/device-check.tsx';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { ReadAloudBox } from '../ui/read-aloud-box.tsx';
import { useDeskMedia } from './desk-call.tsx';

/** While one waits: what the resident has to agree to, read aloud; then camera and microphone, seen and heard. */
export function PrepareCall({ consultationId }: { consultationId: string }) {
  const { t } = useTranslation('consultation');
  const { media, readyFor, setReady } = useDeskMedia();
  const consent = useDeskAction('noteCall');
  const [open, setOpen] = useState(false);
  const ready = readyFor === consultationId;
  if (ready) return open ? <DeviceCheck media={media} /> : <Button kind="quiet" icon="settings" onClick={() => setOpen(true)}>{t('prepare.devices')}</Button>;
  const agree = async () => {
    if (!(await consent.run({ consultationId, note: { kind: 'consent', to: 'call' } })).ok) return;
    setReady(consultationId);
    void media.open();
  };
  return (
    <>
      <ReadAloudBox>{t('prepare.say')}</ReadAloudBox>
      <div className="consultation-buttons">
        <Button kind="primary" icon="video" busy={consent.busy} onClick={() => void agree()}>
          {t('prepare.agree')}
        </Button>
        <span>{t('prepare.orPhone')}</span>
      </div>
      <RefusalAlert refusal={consent.refusal} />
    </>
  );
}
