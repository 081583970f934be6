import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalMedia } from '../../call/devices/local-media.ts';
import type { CallPapers } from '../../call/papers/call-papers.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { TakePhoto } from './take-photo.tsx';

/** The official asks to see a paper: one press takes the picture, the clerk looks at it before it goes. */
export function StillWanted({ papers, media }: { papers: CallPapers; media: LocalMedia }) {
  const { t } = useTranslation('papers');
  const { stillAsked, consent, draft } = useSyncExternalStore(papers.subscribe, papers.snapshot);
  if (!stillAsked) return null;
  return (
    <Alert kind="info" announced title={t('still.wanted')}>
      <p>{t(consent ? 'still.wantedText' : 'still.wantedConsent')}</p>
      {consent && <TakePhoto papers={papers} media={media} primary />}
      <Button kind="quiet" onClick={() => papers.prepare(draft)}>
        {t('still.later')}
      </Button>
    </Alert>
  );
}
