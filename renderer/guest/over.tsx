import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalMedia } from '../call/devices/local-media.ts';
import { Actions, Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import type { OverReason } from './over-reason.ts';

/** The end of a guest's page: why, in whole sentences, with camera and microphone off. */
export function Over({ reason, media }: { reason: OverReason; media: LocalMedia }) {
  const { t } = useTranslation('guest');
  useEffect(() => media.close(), [media]);
  const reloadHelps = reason === 'opened-elsewhere' || reason === 'failed';
  return (
    <Page title={t(`over.${reason}.title`)} narrow>
      <p>{t(`over.${reason}.text`)}</p>
      {reloadHelps && (
        <Actions>
          <Button kind="primary" icon="refresh" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        </Actions>
      )}
    </Page>
  );
}
