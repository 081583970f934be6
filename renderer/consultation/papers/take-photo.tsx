import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalMedia } from '../../call/devices/local-media.ts';
import type { CallPapers } from '../../call/papers/call-papers.ts';
import { bytesOfDrawn, drawEdited } from '../../call/papers/draw-edited.ts';
import { asItIs } from '../../call/papers/picture-edit.ts';
import { takeStill } from '../../call/papers/take-still.ts';
import { Button } from '../../ui/button.tsx';

/** Takes one large picture of the call's camera. */
export function TakePhoto({ papers, media, primary = false }: { papers: CallPapers; media: LocalMedia; primary?: boolean }) {
  const { t } = useTranslation('papers');
  const { camera } = useSyncExternalStore(media.subscribe, media.snapshot);
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const { track } = camera;
  if (!track || !camera.on) return <span>{t('choose.noCamera')}</span>;
  const take = async () => {
    setState('busy');
    try {
      const picture = await takeStill(track);
      papers.prepare({ bytes: await bytesOfDrawn(drawEdited(picture, asItIs), 'image/jpeg'), mime: 'image/jpeg', from: 'camera' });
      picture.close();
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Button kind={primary ? 'primary' : 'secondary'} icon="video" busy={state === 'busy'} onClick={() => void take()}>
        {t(state === 'busy' ? 'choose.photoBusy' : 'choose.photo')}
      </Button>
      {state === 'failed' && <span role="alert">{t('choose.photoFailed')}</span>}
    </>
  );
}
